import { CATEGORY_NAMES, categoryFromDigit } from "@dianbo/shared/category";
import type { SetMenu } from "@dianbo/shared/set-menu";
import { timesOf } from "@dianbo/shared/set-menu";
import { useSnapshot } from "../../../app/library-context.tsx";
import { NumberTag } from "../../../design/number-tag.tsx";
import { RoomIcon } from "../room-icons.tsx";
import { useRoomWords } from "../room-words.ts";
import styles from "./called.module.css";

const ROWS = 6;

/** A set menu: its entries in order with their minutes, and the one key that plays them. */
export const MenuPreview = ({
  menu,
  digits,
  leadsOn,
  onPlay,
}: {
  readonly menu: SetMenu;
  readonly digits: string;
  /** The same digits also begin a shelf's numbers. */
  readonly leadsOn: boolean;
  readonly onPlay: () => void;
}) => {
  const words = useRoomWords();
  const { items, entries } = useSnapshot();
  const times = timesOf(menu, [...entries.values()], (id) => items.get(id));
  const fits = times.entries.length <= ROWS;
  const shown = fits ? times.entries : times.entries.slice(0, ROWS - 1);
  const shelf = categoryFromDigit(digits.charAt(0));
  return (
    <section className={`${styles["list"]} ${styles["menu"]}`}>
      <h1>{menu.name}</h1>
      <p className={styles["facts"]}>
        {times.entries.length === 0
          ? words.menu.empty
          : words.menu.total(times.entries.length, times.total)}
        {menu.audience ? <span>{menu.audience}</span> : null}
      </p>
      <ul>
        {shown.map(({ entry, item, minutes }) => (
          <li key={entry.id}>
            <span className={styles["tagged"]}>
              {item?.number == null ? null : <NumberTag number={item.number} />}
              {entry.activity == null ? null : words.menu.activity}
            </span>
            <span className="clip">{entry.activity?.name ?? item?.title ?? words.menu.gone}</span>
            <span className={`n ${styles["minutes"]}`}>{words.minutes(minutes)}</span>
          </li>
        ))}
        {fits ? null : (
          <li className={styles["others"]}>
            {words.half.others(times.entries.length - shown.length)}
          </li>
        )}
      </ul>
      {leadsOn && shelf !== undefined ? (
        <p className={styles["orShelf"]}>{words.menu.orShelf(digits, CATEGORY_NAMES[shelf])}</p>
      ) : null}
      {times.entries.length === 0 ? null : (
        <button type="button" tabIndex={-1} className={styles["enter"]} onClick={onPlay}>
          <RoomIcon name="play" />
          {words.menu.pressEnter}
        </button>
      )}
    </section>
  );
};
