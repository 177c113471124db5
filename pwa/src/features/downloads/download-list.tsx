import type { Instant } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { useState } from "react";
import type { DownloadsDoor, DownloadsState } from "../../app/downloads-door.ts";
import { useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { type PlacedRow, placedRows, type Standing, secondsLeft } from "./day-content.ts";
import { DownloadRowView } from "./download-row.tsx";
import css from "./downloads.module.css";
import { LOOKS } from "./row-state.tsx";
import { leftInWords } from "./row-words.ts";

/** So many that are kept are listed; the others are a press away. */
const HELD_SHOWN = 2;
const TALLIED: readonly Standing[] = ["held", "running", "waiting", "paused", "cut", "refused"];

const Tally = ({ rows }: { readonly rows: readonly PlacedRow[] }) => {
  const { downloads: words } = useWords();
  const speed = rows.reduce((sum, { row }) => sum + (row.speed ?? 0), 0);
  const left = secondsLeft(rows);
  return (
    <div className={css.tally}>
      <b className="n">{words.count(rows.length)}</b>
      {TALLIED.map((standing) => {
        const count = rows.filter((one) => one.standing === standing).length;
        const { icon: Sign, tone } = LOOKS[standing];
        return count === 0 ? null : (
          <span key={standing} className={`st ${tone}`}>
            <Sign size={18} strokeWidth={1.75} aria-hidden="true" />
            {words.tally[standing](count)}
          </span>
        );
      })}
      <span className="end dim n">
        {speed < 1 ? "" : words.speed(sizeInWords(speed))}
        {left === undefined ? "" : ` · ${words.left.all(leftInWords(left, words))}`}
      </span>
    </div>
  );
};

/** All downloads of the session: how many stand how, then row by row. */
export const DownloadList = ({
  door,
  state,
  now,
}: {
  readonly door: DownloadsDoor;
  readonly state: DownloadsState;
  readonly now: Instant;
}) => {
  const { downloads: words } = useWords();
  const { items: byId } = useSnapshot();
  const items: ReadonlyMap<string, Courseware> = byId;
  const [all, setAll] = useState(false);
  const rows = placedRows(state);
  const queue = rows.filter(({ standing }) => standing === "waiting" || standing === "paused");
  const inQueue = [...queue].sort((a, b) => state.rows.indexOf(a.row) - state.rows.indexOf(b.row));
  const neighbour = (id: string, by: number): string | undefined => {
    const at = inQueue.findIndex(({ row }) => row.id === id);
    return at === -1 ? undefined : inQueue[at + by]?.row.id;
  };
  const held = rows.filter(({ standing }) => standing === "held");
  const hidden = all ? 0 : Math.max(0, held.length - HELD_SHOWN);
  return (
    <section className={`sheet ${css.sheet ?? ""}`} aria-label={words.rows}>
      <Tally rows={rows} />
      {rows.length === 0 ? <p className={css.empty}>{words.empty}</p> : null}
      <ul>
        {rows.slice(0, rows.length - hidden).map((placed) => {
          const item = items.get(placed.row.id);
          return (
            <DownloadRowView
              key={placed.row.id}
              placed={placed}
              around={{
                door,
                now,
                nightFrom: state.waitsForNight ? state.wishes.nightFrom : undefined,
                before: neighbour(placed.row.id, -1),
                after: neighbour(placed.row.id, 1),
                number: item?.number ?? undefined,
                inLibrary: item !== undefined && item.life !== "deleted",
              }}
            />
          );
        })}
      </ul>
      {hidden === 0 ? null : (
        <p className={css.hidden}>
          <span className="small">{words.moreHeld(hidden)}</span>
          <Button look="text" onClick={() => setAll(true)}>
            {words.showAll}
          </Button>
        </p>
      )}
    </section>
  );
};
