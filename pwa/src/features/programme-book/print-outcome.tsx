import { CircleCheck, TriangleAlert } from "lucide-react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./print-desk.module.css";
import type { Printing } from "./use-printing.ts";

const Outcome = ({
  printing,
  drawn,
  sheets,
}: {
  readonly printing: Printing;
  readonly drawn: number;
  readonly sheets: number;
}) => {
  const { programmeBook: words } = useWords();
  const { state, edition } = printing;
  switch (state.type) {
    case "before":
      return null;
    case "drawing":
      return (
        <div className={`note ${css.outcome ?? ""}`}>
          <p>{words.drawing(drawn, sheets)}</p>
          <progress value={drawn} max={sheets} aria-label={words.drawing(drawn, sheets)} />
          <Button onClick={printing.stop}>{words.stopPrint}</Button>
        </div>
      );
    case "asking":
      return (
        <div className={`note ${css.outcome ?? ""}`}>
          <p>{words.ask}</p>
          <div className="row">
            <Button onClick={() => void printing.confirm()}>{words.done}</Button>
            <Button look="text" onClick={printing.decline}>
              {words.notYet}
            </Button>
          </div>
        </div>
      );
    case "recorded":
      return (
        <div className={`note ok ${css.outcome ?? ""}`}>
          <p>
            <Icon of={CircleCheck} /> {words.recorded(edition.number, state.spoken, state.reserved)}
          </p>
          <Button onClick={() => void printing.undo()}>{words.undo}</Button>
        </div>
      );
    case "undone":
      return <p className="note">{words.undone}</p>;
    case "failed":
      return (
        <p className="note bad" role="alert">
          <Icon of={TriangleAlert} />
          {state.words}
        </p>
      );
  }
};

/** Where the printing of an edition stands, and what to press next. */
export const PrintOutcome = (props: Parameters<typeof Outcome>[0]) => (
  <div role="status">
    <Outcome {...props} />
  </div>
);
