import { CircleCheck, Printer, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { DeskChoice, PrintDeskSheet } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import type { Blanks } from "./book-content.ts";
import css from "./print-desk.module.css";
import type { BookAtWork } from "./use-book.ts";
import type { Printing } from "./use-printing.ts";

const BLANK_CHOICES: readonly Blanks[] = [0, 2, 4, 6, 8, "fill"];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/u;

const Outcome = ({ printing }: { readonly printing: Printing }) => {
  const { programmeBook: words } = useWords();
  const { state, edition } = printing;
  switch (state.type) {
    case "before":
      return null;
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

/** How many blank rows each shelf gets. */
export const BlankChoice = ({ book }: { readonly book: BookAtWork }) => {
  const { programmeBook: words } = useWords();
  return (
    <DeskChoice name={words.blanks}>
      <select
        value={book.blanks}
        onChange={(event) => {
          const chosen = BLANK_CHOICES.find((choice) => String(choice) === event.target.value);
          if (chosen !== undefined) book.setBlanks(chosen);
        }}
      >
        {BLANK_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {choice === "fill" ? words.blanksFill : words.blankCount(choice)}
          </option>
        ))}
      </select>
    </DeskChoice>
  );
};

/** The edition's number; half typed or emptied it changes nothing, left so it shows again what stands. */
const EditionNumber = ({ printing }: { readonly printing: Printing }) => {
  const { programmeBook: words } = useWords();
  const { edition } = printing;
  const [typed, setTyped] = useState<string>();
  return (
    <DeskChoice name={words.editionNumber}>
      <input
        className="n"
        type="number"
        min={1}
        max={9999}
        value={typed ?? edition.number}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = Number(event.target.value);
          if (Number.isInteger(number) && number >= 1 && number <= 9999) {
            printing.setEdition({ ...edition, number });
          }
        }}
        onBlur={() => setTyped(undefined)}
      />
    </DeskChoice>
  );
};

/** The desk beside the preview: which edition this is, then print, then say that it is printed. */
export const PrintDesk = ({
  book,
  printing,
  pages,
}: {
  readonly book: BookAtWork;
  readonly printing: Printing;
  readonly pages: number;
}) => {
  const { programmeBook: words } = useWords();
  const { edition } = printing;
  return (
    <PrintDeskSheet name={words.settings}>
      <h2>{words.settings}</h2>
      <EditionNumber printing={printing} />
      <DeskChoice name={words.editionMonth}>
        <input
          className="n"
          type="month"
          value={edition.month}
          onChange={(event) => {
            if (MONTH.test(event.target.value)) {
              printing.setEdition({ ...edition, month: event.target.value });
            }
          }}
        />
      </DeskChoice>
      <BlankChoice book={book} />
      <p className="small">{words.blanksNote}</p>
      <p className={css.pages}>{words.pages(pages)}</p>
      <Button look="go" icon={<Icon of={Printer} />} onClick={printing.print}>
        {words.startPrint}
      </Button>
      <p className="hint">{words.printHint}</p>
      <div role="status">
        <Outcome printing={printing} />
      </div>
    </PrintDeskSheet>
  );
};
