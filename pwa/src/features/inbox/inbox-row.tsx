import { CATEGORIES, CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import { Check, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "../../design/button.tsx";
import { DigitBlock, NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { FileState, fileSentence } from "./file-state.tsx";
import type { InboxEntry } from "./inbox-entries.ts";
import css from "./inbox-row.module.css";

/** What a row can ask of the room. */
export interface RowActs {
  readonly tick: () => void;
  readonly file: (category: Category) => void;
  readonly remove: () => void;
  readonly retry: (() => void) | undefined;
  readonly keepAnyway: (() => void) | undefined;
  readonly cancel: (() => void) | undefined;
  readonly focus: () => void;
  readonly keyDown: (event: KeyboardEvent) => void;
}

const Digits = ({
  entry,
  file,
}: {
  readonly entry: InboxEntry;
  readonly file: RowActs["file"];
}) => {
  const { inbox: words } = useWords();
  return (
    <span className={css.digits}>
      {CATEGORIES.map((category) => (
        <button
          key={category}
          type="button"
          tabIndex={-1}
          className={css.digit}
          aria-label={words.fileInto(category, CATEGORY_NAMES[category], entry.title)}
          title={CATEGORY_NAMES[category]}
          onClick={() => file(category)}
        >
          <DigitBlock digit={category} />
        </button>
      ))}
    </span>
  );
};

const Place = ({ entry, file }: { readonly entry: InboxEntry; readonly file: RowActs["file"] }) => {
  if (entry.category === undefined) return <Digits entry={entry} file={file} />;
  return (
    <span className={css.place}>
      {entry.number === undefined ? (
        <>
          <DigitBlock digit={entry.category} />
          {CATEGORY_NAMES[entry.category]}
        </>
      ) : (
        <NumberTag number={entry.number} />
      )}
    </span>
  );
};

/**
 * One entry: title and source, how its file stands, then the five digits or where it was filed. The
 * row is one stop for the Tab key; its own buttons follow while it is the current one.
 */
export const InboxRow = ({
  entry,
  current,
  ticked,
  acts,
}: {
  readonly entry: InboxEntry;
  readonly current: boolean;
  readonly ticked: boolean;
  readonly acts: RowActs;
}) => {
  const { inbox: words } = useWords();
  const stop = current ? 0 : -1;
  const needsLeave = entry.file.state === "failed" && entry.file.reason === "no-permission";
  const facts = [
    entry.from,
    words.kinds[entry.kind],
    ...(entry.minutes === undefined || entry.minutes === 0 ? [] : [words.minutes(entry.minutes)]),
  ].filter((part) => part !== "");
  return (
    <div
      role="row"
      tabIndex={stop}
      data-entry={entry.id}
      aria-selected={ticked}
      className={`${css.row ?? ""} ${ticked ? (css.ticked ?? "") : ""}`}
      onFocus={acts.focus}
      onKeyDown={acts.keyDown}
    >
      <span role="gridcell">
        <button
          type="button"
          role="checkbox"
          aria-checked={ticked}
          tabIndex={stop}
          className={css.tick}
          aria-label={words.tick(entry.title)}
          onClick={acts.tick}
        >
          <span className={ticked ? "box on" : "box"}>
            {ticked ? <Check size={16} strokeWidth={3} aria-hidden="true" /> : null}
          </span>
        </button>
      </span>
      <span role="gridcell" className={css.what}>
        <b className={`clip ${css.title ?? ""}`} title={entry.title}>
          {entry.title}
        </b>
        <span className="small clip">{fileSentence(entry.file, words) ?? words.from(facts)}</span>
      </span>
      <span role="gridcell" className={css.file}>
        <FileState entry={entry} />
      </span>
      <span role="gridcell" className={css.act}>
        {acts.retry === undefined ? null : (
          <Button
            look="text"
            tabIndex={stop}
            aria-label={needsLeave ? words.allowOf(entry.title) : words.retryOf(entry.title)}
            onClick={acts.retry}
          >
            {needsLeave ? words.allow : words.retry}
          </Button>
        )}
        {acts.keepAnyway === undefined ? null : (
          <Button
            look="text"
            tabIndex={stop}
            aria-label={words.keepAsIsOf(entry.title)}
            onClick={acts.keepAnyway}
          >
            {words.keepAsIs}
          </Button>
        )}
        {acts.cancel === undefined ? null : (
          <Button
            look="text"
            className="quiet"
            tabIndex={stop}
            aria-label={words.cancelOf(entry.title)}
            onClick={acts.cancel}
          >
            {words.cancel}
          </Button>
        )}
      </span>
      <span role="gridcell" className={css.where}>
        <Place entry={entry} file={acts.file} />
      </span>
      <span role="gridcell">
        <button
          type="button"
          tabIndex={stop}
          className={css.remove}
          aria-label={words.remove(entry.title)}
          title={words.removeShort}
          onClick={acts.remove}
        >
          <X size={20} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
};
