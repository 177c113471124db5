import { useId } from "react";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./sharing.module.css";

/** What the pasted text still lacks, or why it is none of ours. */
export type TextSaid = { readonly text: string; readonly bad: boolean } | undefined;

/** Where the messages of a list are pasted, all at once or one after the other. */
export const TextBox = ({
  pasted,
  said,
  onPasted,
}: {
  readonly pasted: string;
  readonly said: TextSaid;
  readonly onPasted: (text: string) => void;
}) => {
  const { sharing: words } = useWords();
  const id = useId();
  return (
    <div className={css.pasting}>
      <label htmlFor={id}>
        <b>{words.pasteHere}</b> <span className="small">{words.pasteNote}</span>
      </label>
      <textarea
        id={id}
        className="field"
        rows={3}
        value={pasted}
        spellCheck={false}
        aria-describedby={`${id}-said`}
        onChange={(event) => onPasted(event.target.value)}
      />
      <div className="row">
        <p id={`${id}-said`} role="status" className={`grow ${said?.bad === true ? "bad" : ""}`}>
          {said?.text ?? ""}
        </p>
        {pasted === "" ? null : (
          <Button look="text" onClick={() => onPasted("")}>
            {words.clearPasted}
          </Button>
        )}
      </div>
    </div>
  );
};
