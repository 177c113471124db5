import { civilDateOf } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import { type ListRow, takeList } from "@dianbo/shared/sharing";
import { ArrowLeft } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { FillGaps } from "../../app/fill-gaps.tsx";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { Consequences } from "./consequences.tsx";
import { DifferenceCard } from "./difference-card.tsx";
import { useFilmFacts } from "./film-facts.ts";
import type { Incoming } from "./incoming.ts";
import css from "./list-preview.module.css";
import { PreviewRow } from "./preview-row.tsx";
import { needsWord, SignerMark, SignerNote } from "./signer-mark.tsx";
import { byVerdict, comingWithMenus, factsOf, takingLibrary } from "./taking.ts";

const VERDICTS = ["new", "changed", "to-settle", "same"] as const;
const NO_ROWS: readonly ListRow[] = [];
const NOBODY: ReadonlySet<RecordId> = new Set();

const toggled = (ids: ReadonlySet<RecordId>, id: RecordId): ReadonlySet<RecordId> => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** What is in a list, before anything of it is taken: all or the ticked ones, ours or theirs. */
export const ListPreview = ({
  incoming,
  take,
  leave,
}: {
  readonly incoming: Incoming;
  /** `undefined` takes everything. */
  readonly take: (
    ticked: ReadonlySet<RecordId> | undefined,
    theirs: ReadonlySet<RecordId>,
  ) => Promise<void>;
  readonly leave: () => void;
}) => {
  const { sharing: words } = useWords();
  const { list, signed } = incoming;
  const { newId } = useDependencies();
  const snapshot = useSnapshot();
  const identity = useIdentity();
  const [left, setLeft] = useState<ReadonlySet<RecordId>>(NOBODY);
  const [theirs, setTheirs] = useState<ReadonlySet<RecordId>>(NOBODY);
  const [busy, setBusy] = useState(false);
  const [vouched, setVouched] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const held = useMemo(() => takingLibrary(snapshot, identity, newId), [snapshot, identity, newId]);
  const whole = useMemo(() => takeList(list, held), [list, held]);
  const rows = whole.ok ? whole.value.rows : NO_ROWS;
  const groups = useMemo(() => byVerdict(rows), [rows]);
  const ticked = useMemo(
    () => new Set(rows.filter(({ id }) => !left.has(id)).map(({ id }) => id)),
    [rows, left],
  );
  const along = useMemo(() => comingWithMenus(rows, ticked), [rows, ticked]);
  const everything = rows.every(({ id }) => ticked.has(id) || along.has(id));
  const planned = useMemo(
    () => (everything ? whole : takeList(list, held, { ticked })),
    [everything, whole, list, held, ticked],
  );
  const taken = useMemo(
    () => new Map((planned.ok ? planned.value.rows : NO_ROWS).map((row) => [row.id, row])),
    [planned],
  );
  const takenRows = useMemo(() => [...taken.values()], [taken]);
  const films = useFilmFacts(takenRows, incoming);
  const failure = planned.ok ? undefined : planned.error.type;
  const facts = factsOf(takenRows, theirs);
  const changing = takenRows.filter(({ verdict }) => verdict !== "same").length;

  const missing = useMemo(() => new Set(films.missing.map(({ id }) => id)), [films]);
  const filmOf = ({ item }: ListRow): "along" | "missing" | undefined => {
    if (item === undefined) return undefined;
    if (item.media != null && films.coming.has(item.media.hash)) return "along";
    // Where none comes along, one sentence beside the list says it for all.
    return films.coming.size > 0 && missing.has(item.id) ? "missing" : undefined;
  };
  const rowOf = (row: ListRow) => (
    <PreviewRow
      key={row.id}
      row={taken.get(row.id) ?? { ...row, number: undefined }}
      ticked={taken.has(row.id)}
      along={along.has(row.id)}
      film={filmOf(row)}
      toggle={() => setLeft(toggled(left, row.id))}
    />
  );

  return (
    <main className="main">
      <div className="head">
        <Button look="text" aria-label={words.back} onClick={leave}>
          <Icon of={ArrowLeft} />
        </Button>
        <h1 ref={heading} tabIndex={-1} className={css.heading}>
          {words.preview}
        </h1>
        <span className="dim clip">
          {words.madeBy(
            list.name || words.unnamed,
            list.siteName || words.unnamedSite,
            civilDateOf(list.madeAt),
            rows.length,
          )}
        </span>
        <SignerMark signed={signed} />
      </div>
      <SignerNote
        signed={signed}
        site={list.siteName || words.unnamedSite}
        vouched={vouched}
        vouch={setVouched}
      />
      <div className={css.columns}>
        <section className={`sheet ${css.list ?? ""}`} aria-label={words.preview}>
          <ul className={css.counts}>
            {VERDICTS.map((verdict) => (
              <li
                key={verdict}
                className={
                  verdict === "to-settle" && groups[verdict].length > 0 ? css.warn : undefined
                }
              >
                <b className="n">{groups[verdict].length}</b>
                <span>{words.counts[verdict]}</span>
              </li>
            ))}
          </ul>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be scrolled by keys */}
          <div className={css.scroll} tabIndex={0} role="region" aria-label={words.preview}>
            {rows.length > 0 && rows.length === groups.same.length ? (
              <>
                <p>{words.nothingNew}</p>
                {films.missing.length > 0 && films.coming.size === 0 ? (
                  <FillGaps missing={films.missing} />
                ) : null}
              </>
            ) : null}
            {groups["to-settle"].length === 0 ? null : (
              <>
                <h2>
                  {words.differing} <span className="hint">{words.differingNote}</span>
                </h2>
                {groups["to-settle"].map((row) => (
                  <DifferenceCard
                    key={row.id}
                    row={row}
                    from={`${list.siteName || words.unnamedSite} · ${civilDateOf(list.madeAt)}`}
                    ticked={taken.has(row.id)}
                    along={along.has(row.id)}
                    toggle={() => setLeft(toggled(left, row.id))}
                    theirs={theirs.has(row.id)}
                    choose={(wanted) => {
                      if (wanted !== theirs.has(row.id)) setTheirs(toggled(theirs, row.id));
                    }}
                  />
                ))}
              </>
            )}
            {groups.new.length === 0 ? null : (
              <>
                <h2>{words.newOnes}</h2>
                <ul className={css.rows}>{groups.new.map(rowOf)}</ul>
              </>
            )}
            {groups.changed.length === 0 ? null : (
              <>
                <h2>
                  {words.changedOnes} <span className="hint">{words.changedNote}</span>
                </h2>
                <ul className={css.rows}>{groups.changed.map(rowOf)}</ul>
              </>
            )}
            {groups.same.length === 0 ? null : (
              <p className={`small ${css.same ?? ""}`}>{words.sameOnes(groups.same.length)}</p>
            )}
          </div>
        </section>
        <Consequences
          facts={facts}
          failure={failure}
          settled={theirs.size > 0}
          busy={busy}
          films={films}
          go={
            changing === 0 && films.coming.size > 0
              ? words.takeFilms(films.coming.size)
              : everything
                ? words.takeAll
                : words.takeTicked(changing)
          }
          nothing={changing + films.coming.size === 0 || (needsWord(signed) && !vouched)}
          take={() => {
            setBusy(true);
            void take(everything ? undefined : ticked, theirs);
          }}
          leave={leave}
        />
      </div>
    </main>
  );
};
