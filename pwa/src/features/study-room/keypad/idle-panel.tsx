import { useSnapshot } from "../../../app/library-context.tsx";
import { RoundTag } from "../../../design/number-tag.tsx";
import { useRoomWords } from "../room-words.ts";
import styles from "./called.module.css";

const ROWS = 6;

/** Before the first digit: the set menus, which two keys put on. */
export const IdlePanel = ({ onBrowse }: { readonly onBrowse: () => void }) => {
  const words = useRoomWords();
  const { menus } = useSnapshot();
  const numbered = [...menus.values()]
    .flatMap((menu) =>
      menu.life === "deleted" || menu.number == null ? [] : [{ menu, number: menu.number }],
    )
    .sort((a, b) => a.number - b.number);
  const shown = numbered.length <= ROWS ? numbered : numbered.slice(0, ROWS - 1);
  return (
    <section className={`${styles["list"]} ${styles["menus"]}`}>
      <h2>{numbered.length === 0 ? words.idle.noMenus : words.idle.menus}</h2>
      <ul>
        {shown.map(({ menu, number }) => (
          <li key={menu.id}>
            <span className={styles["tagged"]}>
              <RoundTag number={number} />
            </span>
            <span className="clip">{menu.name}</span>
            {menu.audience ? (
              <span className={`clip ${styles["minutes"]}`}>{menu.audience}</span>
            ) : null}
          </li>
        ))}
        {numbered.length > shown.length ? (
          <li className={styles["others"]}>{words.half.others(numbered.length - shown.length)}</li>
        ) : null}
      </ul>
      <button type="button" tabIndex={-1} className={styles["browse"]} onClick={onBrowse}>
        {words.shelf.open}
      </button>
    </section>
  );
};
