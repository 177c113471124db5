import { useState } from "react";
import { type ClipDraft, draftTitle } from "../clipping/clip-draft.ts";
import { useWords } from "../locales/index.ts";
import styles from "./clip-panel.module.css";
import { FieldMark } from "./field-mark.tsx";

/** The title, edited in place: Enter takes it, Esc gives back what stood there. Digits are text here. */
export const TitleField = ({
  draft,
  fixed,
  onPoint,
  onTitle,
  onDone,
}: {
  readonly draft: ClipDraft;
  /** Whether the page is held already and there is nothing to change. */
  readonly fixed: boolean;
  /** Points at the title in the page. */
  readonly onPoint: () => void;
  readonly onTitle: (title: string) => void;
  readonly onDone: () => void;
}) => {
  const words = useWords();
  const shown = draftTitle(draft).value;
  const [typed, setTyped] = useState(shown);
  const [known, setKnown] = useState(shown);
  // What was pointed at in the page comes from without.
  if (known !== shown) {
    setKnown(shown);
    if (typed.trim() !== "" && shown !== typed.trim()) setTyped(shown);
  }
  const change = (value: string): void => {
    setTyped(value);
    onTitle(value);
  };
  return (
    <>
      <span className={styles.label}>
        <label className="hint" htmlFor="title">
          {words.kinds[draft.recognised.kind]}
        </label>
        <FieldMark
          name={words.fields.title}
          found={draftTitle(draft)}
          onPoint={fixed ? undefined : onPoint}
        />
      </span>
      <textarea
        id="title"
        className={styles.title}
        rows={2}
        maxLength={300}
        readOnly={fixed}
        value={typed}
        onChange={(event) => change(event.target.value.replace(/\n/gu, ""))}
        onBlur={() => setTyped(draftTitle(draft).value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") change(draft.recognised.title.value);
          if (event.key === "Enter" || event.key === "Escape") {
            event.preventDefault();
            event.stopPropagation();
            onDone();
          }
        }}
      />
    </>
  );
};
