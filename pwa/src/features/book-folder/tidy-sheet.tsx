import type { MediaHash } from "@dianbo/shared/courseware";
import { FolderCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import css from "./book-folder.module.css";
import type { FolderDesk, FolderState } from "./folder-desk.ts";
import type { UnplayedFile } from "./unplayed.ts";

/** So many are listed at first. */
const SHOWN = 6;

const dayInWords = (at: number): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    year: "numeric",
    month: "long",
    day: "numeric",
    timeZone: "Asia/Shanghai",
  }).format(at);

const Row = ({
  file,
  safe,
  ticked,
  onTick,
}: {
  readonly file: UnplayedFile;
  readonly safe: boolean;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}) => {
  const { bookFolder: words } = useWords();
  const [item] = file.items;
  if (item === undefined) return null;
  return (
    <li>
      <label className={css.unplayed}>
        <input
          type="checkbox"
          aria-label={words.tick(item.title)}
          checked={ticked}
          onChange={(event) => onTick(event.target.checked)}
        />
        {item.number == null ? null : <NumberTag number={item.number} size="s" />}
        <span className={css.what}>
          <b className="clip">{item.title}</b>
          <span className="small">
            {file.playedAt === undefined
              ? `${words.never} · ${words.kept(dayInWords(file.keptAt))}`
              : words.played(dayInWords(file.playedAt))}
          </span>
        </span>
        <span className={`small ${css.where ?? ""}`}>
          {safe ? (
            <span className="st ok">
              <Icon of={FolderCheck} size={16} />
              {words.safe}
            </span>
          ) : (
            words.onlyHere
          )}
        </span>
        <span className={`n ${css.size ?? ""}`}>{sizeInWords(file.size)}</span>
      </label>
    </li>
  );
};

/** What has not been played for twelve months: shown with its size, ticked by the person, never taken by itself. */
export const TidySheet = ({
  desk,
  state,
  unplayed,
}: {
  readonly desk: FolderDesk;
  readonly state: FolderState;
  readonly unplayed: readonly UnplayedFile[];
}) => {
  const { bookFolder: words } = useWords();
  const [ticks, setTicks] = useState<ReadonlySet<MediaHash>>(new Set());
  const [asks, setAsks] = useState(false);
  const [all, setAll] = useState(false);
  const there = new Map((state.book?.there ?? []).map((file) => [file.hash, file]));
  const busy = state.work.type !== "nothing";
  // What has a second copy comes first: there is a way back from it.
  const rows = [...unplayed].sort((a, b) => Number(there.has(b.hash)) - Number(there.has(a.hash)));
  const ticked = rows.filter(({ hash }) => ticks.has(hash));
  const safe = ticked.flatMap(({ hash }) => there.get(hash) ?? []);
  const single = ticked.filter(({ hash }) => !there.has(hash));
  const size = ticked.reduce((sum, one) => sum + one.size, 0);
  const tick = (hash: MediaHash, on: boolean): void => {
    const next = new Set(ticks);
    if (on) next.add(hash);
    else next.delete(hash);
    setTicks(next);
    setAsks(false);
  };
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <section className={`sheet ${css.part ?? ""}`} aria-labelledby="book-tidy">
      <h2 id="book-tidy">{words.tidy}</h2>
      <p className="dim">{rows.length === 0 ? words.unplayedNone : words.tidyLead}</p>
      {rows.length === 0 ? null : (
        <ul className={css.rows} aria-label={words.unplayed(rows.length)}>
          {shown.map((file) => (
            <Row
              key={file.hash}
              file={file}
              safe={there.has(file.hash)}
              ticked={ticks.has(file.hash)}
              onTick={(on) => tick(file.hash, on)}
            />
          ))}
        </ul>
      )}
      <div className={css.acts}>
        {shown.length === rows.length ? null : (
          <Button look="text" onClick={() => setAll(true)}>
            {words.more(rows.length - shown.length)} · {words.showAll}
          </Button>
        )}
        {rows.some(({ hash }) => there.has(hash)) ? (
          <Button
            look="text"
            onClick={() =>
              setTicks(new Set(rows.flatMap(({ hash }) => (there.has(hash) ? [hash] : []))))
            }
          >
            {words.tickSafe}
          </Button>
        ) : null}
      </div>
      {ticked.length === 0 ? null : (
        <div className={css.chosen}>
          <b className="n">{words.chosen(ticked.length, sizeInWords(size))}</b>
          {safe.length === 0 ? null : (
            <Button look="go" disabled={busy} onClick={() => void desk.free(safe)}>
              {words.freeChosen(safe.length)}
            </Button>
          )}
          {single.length === 0 || asks ? null : (
            <Button disabled={busy} onClick={() => setAsks(true)}>
              {words.dropChosen(single.length)}
            </Button>
          )}
        </div>
      )}
      {asks && single.length > 0 ? (
        <div className={`note warn ${css.ask ?? ""}`} role="alert">
          <span className="grow">{words.dropWhat(single.length)}</span>
          <Button
            look="bad"
            disabled={busy}
            onClick={() => {
              setAsks(false);
              void desk.drop(single);
            }}
          >
            {words.dropYes}
          </Button>
          <Button onClick={() => setAsks(false)}>{words.dropNo}</Button>
        </div>
      ) : null}
    </section>
  );
};
