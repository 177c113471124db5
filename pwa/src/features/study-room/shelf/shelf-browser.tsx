import { CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import { entriesOf } from "@dianbo/shared/set-menu";
import { useSnapshot } from "../../../app/library-context.tsx";
import { useHeldFile } from "../../../app/use-held-file.ts";
import { NumberTag, RoundTag } from "../../../design/number-tag.tsx";
import type { ShelfSpot } from "../room-state.ts";
import { useRoomWords } from "../room-words.ts";
import type { Room } from "../use-room.ts";
import styles from "./shelf-browser.module.css";
import type { ShelfRow } from "./shelf-rows.ts";

/** Rows on one screen. */
const ROWS = 5;

/** The cover that was kept; an item without one has an empty place, so that titles stand in one line. */
const SmallCover = ({ row }: { readonly row: ShelfRow }) => {
  const cover = row.type === "item" ? row.item.cover : undefined;
  const file = useHeldFile(cover?.hash, cover?.mime);
  return (
    <span className={styles["cover"]}>
      {file.type === "held" ? <img src={file.url} alt="" /> : null}
    </span>
  );
};

const hasCover = (row: ShelfRow): boolean => row.type === "item" && row.item.cover != null;

const Row = ({
  row,
  covers,
  chosen,
  onPick,
}: {
  readonly row: ShelfRow;
  /** Some row in sight has a cover: all keep a place for theirs, so that titles stand in one line. */
  readonly covers: boolean;
  readonly chosen: boolean;
  readonly onPick: () => void;
}) => {
  const words = useRoomWords();
  const { entries } = useSnapshot();
  const title = row.type === "menu" ? row.menu.name : row.item.title;
  const facts =
    row.type === "menu"
      ? words.shelf.parts(entriesOf(row.menu.id, [...entries.values()]).length)
      : words.kind(row.item.kind);
  const minutes = row.type === "item" ? row.item.minutes : undefined;
  return (
    <li className={chosen ? styles["chosen"] : ""}>
      <button type="button" tabIndex={-1} aria-current={chosen} onClick={onPick}>
        {covers ? <SmallCover row={row} /> : null}
        {row.type === "menu" ? <RoundTag number={row.number} /> : <NumberTag number={row.number} />}
        <span className={styles["title"]}>
          <b className={chosen ? styles["whole"] : "clip"}>{title}</b>
          <small>{facts}</small>
        </span>
        {minutes ? (
          <span className={`n ${styles["minutes"]}`}>{words.minutes(minutes)}</span>
        ) : null}
        {chosen ? <kbd className="kbd">Enter</kbd> : null}
      </button>
    </li>
  );
};

/**
 * The shelves as one leafs through the book: for whoever has none at hand. Arrows or a clicker's PageUp and
 * PageDown, Enter plays, back closes; a touch marks a row, a second one plays it.
 */
export const ShelfBrowser = ({ room, spot }: { readonly room: Room; readonly spot: ShelfSpot }) => {
  const words = useRoomWords();
  const rows = room.shelves[spot.shelf] ?? [];
  const from = Math.max(0, Math.min(spot.row - 2, rows.length - ROWS));
  const shown = rows.slice(from, from + ROWS);
  const shelves = [words.shelf.menus, ...CATEGORIES.map((category) => CATEGORY_NAMES[category])];
  const pick = (row: number): void => {
    if (row === spot.row) room.press({ type: "enter" });
    else room.send({ type: "browse", spot: { shelf: spot.shelf, row } });
  };
  return (
    <main className={styles["shelves"]} aria-label={words.shelf.title}>
      <nav aria-label={words.shelf.title}>
        {shelves.map((name, shelf) => (
          <button
            key={name}
            type="button"
            tabIndex={-1}
            aria-current={shelf === spot.shelf}
            className={`${shelf === 0 ? "" : `c${shelf}`} ${shelf === spot.shelf ? styles["here"] : ""}`}
            onClick={() => room.send({ type: "browse", spot: { shelf, row: 0 } })}
          >
            {shelf === 0 ? null : <i className="n">{shelf}</i>}
            {name}
          </button>
        ))}
        <button type="button" tabIndex={-1} onClick={() => room.press({ type: "escape" })}>
          {words.keys.backToKeypad}
        </button>
      </nav>
      {rows.length === 0 ? (
        <p className={styles["empty"]}>{words.shelf.empty}</p>
      ) : (
        <section>
          <p className={`n ${styles["where"]}`}>{words.shelf.place(spot.row + 1, rows.length)}</p>
          <ul>
            {shown.map((row, index) => (
              <Row
                key={row.type === "menu" ? row.menu.id : row.item.id}
                row={row}
                covers={shown.some(hasCover)}
                chosen={from + index === spot.row}
                onPick={() => pick(from + index)}
              />
            ))}
          </ul>
        </section>
      )}
    </main>
  );
};
