import { CATEGORY_NAMES } from "@dianbo/shared/category";
import { CircleCheck, TriangleAlert, Undo2 } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Button } from "../../design/button.tsx";
import { DigitBlock, NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./inbox-room.module.css";
import type { Done, Filing } from "./use-filing.ts";

const Sentence = ({ done }: { readonly done: Done }) => {
  const { inbox: words } = useWords();
  switch (done.type) {
    case "filed": {
      const [number] = done.numbers;
      return (
        <>
          <DigitBlock digit={done.category} />
          {words.filed(CATEGORY_NAMES[done.category], done.count)}
          {done.count === 1 && number !== undefined ? (
            <>
              <span className="dim">{words.numbered}</span>
              <NumberTag number={number} size="s" />
            </>
          ) : null}
        </>
      );
    }
    case "held":
      return (
        <>
          <span className="clip">{words.held(done.title)}</span>
          {done.number === null ? null : <NumberTag number={done.number} size="s" />}
        </>
      );
    case "filed-here":
      return (
        <>
          <DigitBlock digit={done.category} />
          {words.filedHere(CATEGORY_NAMES[done.category], done.count)}
        </>
      );
    case "removed": {
      const [title = ""] = done.titles;
      return (
        <span className="clip">
          {done.titles.length === 1 ? words.removed(title) : words.removedMany(done.titles.length)}
        </span>
      );
    }
    case "undone":
      return words.undone;
    case "failed":
      return failure(done.reason, words);
  }
};

const failure = (
  reason: Extract<Done, { type: "failed" }>["reason"],
  words: ReturnType<typeof useWords>["inbox"],
): ReactNode => {
  switch (reason) {
    case "disk-full":
      return words.diskFull;
    case "shelf-full":
      return words.shelfFull;
    case "moved-on":
      return words.notUndone;
    case "not-stored":
      return words.notStored;
  }
};

/** The line that stays after an act: what was kept, and the way back, by its button or Ctrl+Z. */
export const DoneLine = ({ filing }: { readonly filing: Filing }) => {
  const { inbox: words } = useWords();
  const { done, undo } = filing;
  useEffect(() => {
    if (undo === undefined) return;
    const listen = (event: KeyboardEvent): void => {
      const inField = event.target instanceof HTMLInputElement;
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || inField) return;
      event.preventDefault();
      void undo();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [undo]);
  return (
    <div role="status" className={css.status}>
      {done === undefined ? null : (
        <div className={`note ${done.type === "failed" ? "bad" : "ok"} ${css.done ?? ""}`}>
          {done.type === "failed" ? (
            <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <CircleCheck size={20} strokeWidth={1.75} aria-hidden="true" />
          )}
          <span className={`grow ${css.sentence ?? ""}`}>
            <Sentence done={done} />
          </span>
          {undo === undefined ? null : (
            <Button
              look="text"
              icon={<Undo2 size={18} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => void undo()}
            >
              {words.undo}
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
