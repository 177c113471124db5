import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import type { ListRow } from "@dianbo/shared/sharing";
import { CircleCheck, Film, Undo2 } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { FillGaps } from "../../app/fill-gaps.tsx";
import { useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords, type Words } from "../../locales/index.ts";
import type { FilmsInFile } from "./incoming.ts";
import css from "./sharing.module.css";
import { type TakingFilms, useTakingFilms } from "./use-taking-films.ts";

/** What came of a list that was taken. */
export interface Taken {
  readonly said: string;
  /** Something was written, so that there is something to undo. */
  readonly wrote: boolean;
  /** The rows that it brought or changed. */
  readonly rows: readonly ListRow[];
  readonly incoming: FilmsInFile;
  readonly coming: ReadonlySet<MediaHash>;
  readonly missing: readonly Courseware[];
}

/** What is explained, in this order; what is the same needs no word. */
const EXPLAINED = ["new", "changed", "to-settle"] as const;
/** Rows that are named; of more only the count is said. */
const NAMED = 3;

const RowNames = ({ rows }: { readonly rows: readonly ListRow[] }) => (
  <>
    {rows.slice(0, NAMED).map(({ id, kind, number, title }) => (
      <span key={id} className={css.named}>
        {number === undefined ? null : kind === "set-menu" ? (
          <RoundTag number={number} />
        ) : (
          <NumberTag number={number} />
        )}
        {title}
      </span>
    ))}
  </>
);

/** What the two books became, in sentences: what is new, what changed, what waits. */
const Explanation = ({ rows, id }: Pick<Taken, "rows"> & { readonly id: string }) => {
  const { sharing: words } = useWords();
  return (
    <ul id={id} className={css.explained}>
      {EXPLAINED.map((verdict) => {
        const those = rows.filter((row) => row.verdict === verdict);
        return those.length === 0 ? null : (
          <li key={verdict}>
            <span>{words.explained[verdict](those.length)}</span>
            <RowNames rows={those} />
            {those.length > NAMED ? <span>{words.andMore(those.length - NAMED)}</span> : null}
            {verdict === "to-settle" ? <a href="#/settle">{words.toSettle}</a> : null}
          </li>
        );
      })}
    </ul>
  );
};

const saidOf = (taking: TakingFilms, words: Words["sharing"]): string => {
  switch (taking.state) {
    case "still":
      return "";
    case "taking":
      return words.takingFilms(sizeInWords(taking.done), sizeInWords(taking.total));
    case "over":
      return words.filmsOver(taking);
  }
};

const Films = ({ incoming, coming }: Pick<Taken, "incoming" | "coming">) => {
  const { sharing: words } = useWords();
  const { taking, start, stop } = useTakingFilms(incoming, coming);
  const begin = useRef(start);
  useEffect(() => void begin.current(), []);
  const looks = taking.state === "over" && (taking.broken > 0 || taking.left > 0) ? "warn" : "";
  return (
    <div className={`note ${looks} ${css.films ?? ""}`}>
      <Icon of={Film} />
      <span className="grow" role="status">
        {saidOf(taking, words)}
      </span>
      {taking.state === "taking" ? (
        <>
          <progress
            aria-label={words.filmsProgress}
            max={Math.max(1, taking.total)}
            value={taking.done}
          />
          <Button look="text" onClick={stop}>
            {words.stopFilms}
          </Button>
        </>
      ) : null}
      {taking.state === "over" && taking.left > 0 ? (
        <Button onClick={() => void start()}>{words.goOnFilms}</Button>
      ) : null}
    </div>
  );
};

/** The lines after a list was taken: what it did, the way back, its films, and what is still missing. */
export const TakenLine = ({
  taken,
  undo,
}: {
  readonly taken: Taken;
  readonly undo: () => void;
}) => {
  const { sharing: words } = useWords();
  const { canUndo } = useSnapshot();
  const [explains, setExplains] = useState(false);
  const id = useId();
  const hasMore = taken.rows.some(({ verdict }) => verdict !== "same");
  return (
    <div className={css.takenLines}>
      <div role="status" className={`note ok ${css.taken ?? ""}`}>
        <Icon of={CircleCheck} />
        <b className="grow">{taken.said}</b>
        {hasMore ? (
          <Button
            look="text"
            aria-expanded={explains}
            aria-controls={id}
            onClick={() => setExplains(!explains)}
          >
            {words.explain}
          </Button>
        ) : null}
        <a href="#/library">{words.toLibrary}</a>
        {taken.wrote && canUndo ? (
          <Button look="text" icon={<Icon of={Undo2} size={18} />} onClick={undo}>
            {words.undo}
          </Button>
        ) : null}
      </div>
      {explains ? <Explanation rows={taken.rows} id={id} /> : null}
      {taken.coming.size === 0 ? null : <Films {...taken} />}
      {taken.missing.length === 0 ? null : <FillGaps missing={taken.missing} />}
    </div>
  );
};
