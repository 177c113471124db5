import { CATEGORIES, CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import {
  AudioLines,
  Check,
  Copy,
  FileQuestion,
  Film,
  Image,
  Paperclip,
  Table2,
  X,
} from "lucide-react";
import type { KeyboardEvent } from "react";
import { useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { DigitBlock, NumberTag } from "../../design/number-tag.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./brought-row.module.css";
import { type BroughtRow, categoryOf, fileNameOf, isOpen } from "./row.ts";
import type { RowProblems } from "./use-brought-rows.ts";
import { numberWords, reasonWords } from "./words-of.ts";

/** What a row can ask of the sheet. */
export interface RowActs {
  readonly change: (part: Partial<BroughtRow>) => void;
  readonly takeOldNumber: () => void;
  readonly remove: () => void;
  readonly focus: () => void;
  readonly keyDown: (event: KeyboardEvent) => void;
}

const ICON = { size: 18, strokeWidth: 1.75, "aria-hidden": true } as const;

/** Whether it was found out what the file is. */
const isKnown = ({ mime, otherPlayer }: BroughtRow): boolean =>
  mime !== "" || otherPlayer !== undefined;

/** What is known of a row besides its title, for the line under it. */
const factsOf = (row: BroughtRow, words: Words["adding"]): readonly string[] => {
  const { file, listed, mime } = row;
  const kind = mime.startsWith("image/") ? words.picture : words.kinds[row.kind];
  const place = file === undefined ? listed?.place : undefined;
  return [
    ...(listed === undefined ? [] : [words.lineOf(listed.line)]),
    ...(file === undefined
      ? [
          place === undefined
            ? words.noFilm
            : [words.hand.places[place.type], place.name].filter((part) => part !== "").join(" "),
        ]
      : [
          ...(isKnown(row) ? [kind] : []),
          ...(row.subtitles ? [words.withSubtitles] : []),
          sizeInWords(file.size),
          fileNameOf(row),
        ]),
    ...(listed?.publisher === undefined ? [] : [listed.publisher]),
    ...(listed?.tags ?? []),
  ];
};

const KindIcon = ({ row }: { readonly row: BroughtRow }) => {
  if (row.state.type === "held") return <Copy {...ICON} />;
  if (row.file === undefined) return <Table2 {...ICON} />;
  if (!isKnown(row)) return <FileQuestion {...ICON} />;
  if (row.mime.startsWith("image/")) return <Image {...ICON} />;
  if (row.kind === "audio") return <AudioLines {...ICON} />;
  return row.kind === "document" ? <Paperclip {...ICON} /> : <Film {...ICON} />;
};

/** What is to be said of a row that can still be changed: first what is wrong, then what is good to know. */
const OpenLine = ({
  row,
  problems,
  stop,
  acts,
}: {
  readonly row: BroughtRow;
  readonly problems: RowProblems;
  readonly stop: number;
  readonly acts: RowActs;
}) => {
  const { adding: words } = useWords();
  const wrong = [
    ...(problems.title ? [words.problems["no-title"]] : []),
    ...(problems.minutes ? [words.problems["no-minutes"]] : []),
    ...(problems.number === undefined ? [] : [numberWords(problems.number, words)]),
    ...(row.state.type === "failed" ? [words.failures[row.state.why]] : []),
  ];
  if (wrong.length > 0) return <span className={css.bad}>{wrong.join(" ")}</span>;
  const offered = row.oldNumber !== undefined && row.number.trim() === "";
  const { category, reason } = row;
  return (
    <>
      {row.otherPlayer === undefined ? null : (
        <span className={css.warn}>{words.otherPlayer(row.otherPlayer)}</span>
      )}
      {row.listed?.oddNumber === undefined || row.number.trim() !== "" ? null : (
        <span className={css.warn}>{words.oddNumber(row.listed.oddNumber)}</span>
      )}
      {row.remarks.map((remark) => (
        <span key={remark} className={css.warn}>
          {words.remarks[remark]}
        </span>
      ))}
      {offered ? (
        <button
          type="button"
          tabIndex={stop}
          className={css.offer}
          aria-label={words.oldNumberOf(row.oldNumber ?? 0, row.title)}
          onClick={acts.takeOldNumber}
        >
          {words.oldNumber(row.oldNumber ?? 0)}
        </button>
      ) : null}
      {category === undefined || reason === undefined || categoryOf(row) !== category ? null : (
        <span>{words.suggested(category, reasonWords({ reason }, words))}</span>
      )}
    </>
  );
};

const StateLine = (props: {
  readonly row: BroughtRow;
  readonly problems: RowProblems;
  readonly stop: number;
  readonly acts: RowActs;
}) => {
  const { adding: words } = useWords();
  const { items } = useSnapshot();
  const { state, file } = props.row;
  switch (state.type) {
    case "reading":
      return <span>{words.reading}</span>;
    case "refused":
      return <span className={css.bad}>{words.refused[state.why]}</span>;
    case "held":
      return (
        <span className="st">
          {state.number === undefined ? words.heldNoNumber : words.held}
          {state.number === undefined ? null : <NumberTag number={state.number} size="s" />}
          <b className="clip">{state.title}</b>
        </span>
      );
    case "keeping":
      return (
        <span>{words.keeping(Math.round((100 * state.bytes) / Math.max(1, file?.size ?? 1)))}</span>
      );
    case "kept":
      return <span>{words.kept}</span>;
    case "added": {
      const item = items.get(state.item);
      if (item === undefined || item.life === "deleted") return <span>{words.takenBack}</span>;
      return (
        <span className="st ok">
          <Check {...ICON} />
          {item.number == null ? words.addedUnfiled : words.added}
        </span>
      );
    }
    case "failed":
    case "ready":
      return <OpenLine {...props} />;
  }
};

const Digits = ({
  row,
  stop,
  choose,
}: {
  readonly row: BroughtRow;
  readonly stop: number;
  readonly choose: (category: Category) => void;
}) => {
  const { adding: words } = useWords();
  const chosen = categoryOf(row);
  return (
    <fieldset className={css.digits}>
      <legend className="visually-hidden">{words.categoryOf(row.title)}</legend>
      {CATEGORIES.map((category) => (
        <button
          key={category}
          type="button"
          tabIndex={(chosen ?? 1) === category ? stop : -1}
          aria-pressed={chosen === category}
          className={chosen === category ? css.chosen : css.digit}
          aria-label={words.fileInto(category, CATEGORY_NAMES[category], row.title)}
          title={CATEGORY_NAMES[category]}
          onClick={() => choose(category)}
        >
          <DigitBlock digit={category} />
        </button>
      ))}
    </fieldset>
  );
};

const GivenNumber = ({ row }: { readonly row: BroughtRow }) => {
  const { items } = useSnapshot();
  const item = row.state.type === "added" ? items.get(row.state.item) : undefined;
  if (item?.number == null || item.life === "deleted") return null;
  return (
    <a href={`#/library/${item.id}`} className={css.given}>
      <NumberTag number={item.number} size="l" />
    </a>
  );
};

/**
 * One file: its title to be mended, what it is, the number the paper has, minutes, the five digits. The
 * row is one stop for the Tab key; its own fields follow while it is the current one.
 */
export const BroughtRowLine = ({
  row,
  problems,
  current,
  busy,
  acts,
}: {
  readonly row: BroughtRow;
  readonly problems: RowProblems;
  readonly current: boolean;
  /** While saving nothing can be changed. */
  readonly busy: boolean;
  readonly acts: RowActs;
}) => {
  const { adding: words } = useWords();
  const stop = current ? 0 : -1;
  const open = isOpen(row) && !busy;
  const facts = factsOf(row, words);
  const named = row.file === undefined ? words.lineOf(row.listed?.line ?? 0) : row.file.name;
  return (
    <div
      role="row"
      tabIndex={stop}
      data-row={row.key}
      className={css.row}
      onFocus={acts.focus}
      onKeyDown={acts.keyDown}
    >
      <span role="gridcell" className={css.what}>
        {open ? (
          <input
            className={css.title}
            value={row.title}
            maxLength={300}
            tabIndex={stop}
            aria-label={words.titleOf(named)}
            aria-invalid={problems.title}
            onChange={(event) => acts.change({ title: event.target.value })}
          />
        ) : (
          <b className={`clip ${css.title ?? ""}`} title={row.title}>
            {row.title}
          </b>
        )}
        <span className={css.line}>
          <span className={`st ${css.facts ?? ""}`} title={facts.join(" · ")}>
            <KindIcon row={row} />
            <span className="clip">{facts.join(" · ")}</span>
          </span>
          <StateLine row={row} problems={problems} stop={stop} acts={acts} />
        </span>
      </span>
      {open ? (
        <>
          <span role="gridcell">
            <input
              className={`n ${css.number ?? ""}`}
              inputMode="numeric"
              value={row.number}
              maxLength={8}
              tabIndex={stop}
              aria-label={words.numberOf(row.title)}
              aria-invalid={problems.number !== undefined}
              onChange={(event) => acts.change({ number: event.target.value })}
            />
          </span>
          <span role="gridcell">
            <input
              className={`n ${css.minutes ?? ""}`}
              inputMode="numeric"
              value={row.minutes}
              maxLength={8}
              tabIndex={stop}
              aria-label={words.minutesOf(row.title)}
              aria-invalid={problems.minutes}
              onChange={(event) => acts.change({ minutes: event.target.value })}
            />
          </span>
          <span role="gridcell">
            <Digits
              row={row}
              stop={stop}
              choose={(category) => acts.change({ category, reason: undefined })}
            />
          </span>
        </>
      ) : (
        <span role="gridcell" className={css.closed}>
          <GivenNumber row={row} />
        </span>
      )}
      <span role="gridcell" className={css.end}>
        {busy ? null : (
          <Button
            look="text"
            className={css.remove ?? ""}
            tabIndex={stop}
            aria-label={words.remove(row.title)}
            title={words.removeShort}
            icon={<X size={20} strokeWidth={1.75} aria-hidden="true" />}
            onClick={acts.remove}
          />
        )}
      </span>
    </div>
  );
};
