import { CATEGORIES } from "@dianbo/shared/category";
import { byMenuNumber, isOffered, timesOf } from "@dianbo/shared/set-menu";
import { Utensils } from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import { RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import styles from "./today.module.css";

/** How many menus the start page shows; the rest is one press away. */
const SHOWN = 4;

/** Below this share of the bar a segment has no room for its number. */
const ROOM_FOR_NUMBER = 0.065;

/** The set menus with their length against the session's. */
export const MenusSheet = () => {
  const words = useWords().today;
  const { menus, entries, items } = useSnapshot();
  const offered = [...menus.values()].filter(isOffered).sort(byMenuNumber);
  return (
    <section className={`sheet ${styles.menus}`} aria-labelledby="today-menus">
      <div className="sh">
        <h2 id="today-menus">{words.setMenus}</h2>
        <a className="end small" href="#/set-menus">
          {words.allMenus(offered.length)}
        </a>
      </div>
      {offered.length === 0 ? (
        <div className={styles.none}>
          <p>{words.noMenus}</p>
          <a className="btn" href="#/set-menus">
            <Utensils aria-hidden="true" size={20} strokeWidth={1.75} />
            {words.arrange}
          </a>
        </div>
      ) : (
        <ul>
          {offered.slice(0, SHOWN).map((menu) => {
            const times = timesOf(menu, [...entries.values()], (id) => items.get(id));
            const room = Math.max(times.total, times.session);
            return (
              <li key={menu.id} className={styles.menu}>
                <a href={`#/set-menus/${menu.id}`} className={styles.menuName}>
                  {menu.number == null ? null : <RoundTag number={menu.number} />}
                  <b className="clip">{menu.name}</b>
                  <span className="small clip">{menu.audience}</span>
                </a>
                <span className={styles.total}>
                  <b className="n">{times.total}</b> {words.minutes}
                </span>
                <div className={`mins ${styles.bar}`} aria-hidden="true">
                  {times.entries
                    .filter(({ minutes }) => minutes > 0)
                    .map(({ entry, item, minutes }) => {
                      const shelf = CATEGORIES.find((category) => category === item?.category);
                      return (
                        <span
                          key={entry.id}
                          className={`seg ${shelf === undefined ? "act" : `c${shelf}`}`}
                          style={{ width: `${(minutes / room) * 100}%` }}
                        >
                          {minutes / room < ROOM_FOR_NUMBER
                            ? null
                            : (item?.number ?? entry.activity?.name)}
                        </span>
                      );
                    })}
                </div>
                <span className={`small ${styles.session}`}>
                  {times.over > 0 ? words.over(times.over) : words.session(times.session)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
