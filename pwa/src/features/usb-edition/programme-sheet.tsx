import { CATEGORIES, CATEGORY_NAMES, type Category } from "@dianbo/shared/category";
import { type SetMenu, timesOf } from "@dianbo/shared/set-menu";
import { ArrowLeft, Printer } from "lucide-react";
import { useEffect } from "react";
import { DigitBlock, NumberTag, RoundTag } from "../../design/number-tag.tsx";
import styles from "./programme-sheet.module.css";
import { isOnStick, useStick } from "./stick-facts.ts";
import { useUsbWords } from "./usb-words.ts";

/** A menu with its parts in order, so that the sheet serves as its card as well. */
const MenuRow = ({ menu, number }: { readonly menu: SetMenu; readonly number: number }) => {
  const words = useUsbWords().list;
  const { entries, items } = useStick();
  const times = timesOf(menu, [...entries.values()], (id) => items.get(id));
  return (
    <li className={styles["menu"]}>
      <RoundTag number={number} />
      <div>
        <p className={styles["name"]}>
          <b>{menu.name}</b>
          <span className="n">{words.parts(times.entries.length, times.total)}</span>
        </p>
        <p>
          {times.entries.map(({ entry, item }) => (
            <span className={styles["part"]} key={entry.id}>
              {entry.activity == null
                ? `${item?.number ?? ""} ${item?.title ?? ""}`
                : words.activity(entry.activity.name, entry.activity.minutes)}
            </span>
          ))}
        </p>
      </div>
    </li>
  );
};

const Shelf = ({ category }: { readonly category: Category }) => {
  const words = useUsbWords();
  const { items } = useStick();
  const rows = [...items.values()].filter(({ number }) =>
    String(number).startsWith(String(category)),
  );
  return (
    <section className={styles["shelf"]}>
      <h2>
        <DigitBlock digit={category} />
        {CATEGORY_NAMES[category]}
      </h2>
      {rows.length === 0 ? <p>{words.list.empty}</p> : null}
      <ul>
        {rows.map((item) => (
          <li key={item.id} className={styles["row"]}>
            {item.number == null ? null : <NumberTag number={item.number} />}
            <span className={styles["title"]}>
              {item.title}
              {isOnStick(item) ? null : <small>{words.list.absent}</small>}
            </span>
            <span className="n">{item.minutes ? words.minutes(item.minutes) : ""}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Everything that can be called, on sheets of A4: what one sees is what comes out of the printer. */
export const ProgrammeSheet = ({ onBack }: { readonly onBack: () => void }) => {
  const words = useUsbWords();
  const { book, menus } = useStick();
  const numbered = [...menus.values()]
    .flatMap((menu) => (menu.number == null ? [] : [{ menu, number: menu.number }]))
    .sort((a, b) => a.number - b.number);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key === "Escape" || event.key === "Backspace") onBack();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [onBack]);
  return (
    <div className={styles["desk"]}>
      <header className={styles["bar"]}>
        <button type="button" onClick={onBack}>
          <ArrowLeft className="i" aria-hidden="true" strokeWidth={1.75} />
          {words.list.back}
          <kbd className="kbd">Esc</kbd>
        </button>
        <button type="button" className={styles["go"]} onClick={() => window.print()}>
          <Printer className="i" aria-hidden="true" strokeWidth={1.75} />
          {words.list.print}
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <main className={styles["sheets"]} aria-label={words.list.preview} tabIndex={0}>
        <article className={`paper ${styles["sheet"]}`}>
          <h1>{words.list.title}</h1>
          <p className={styles["of"]}>
            {words.list.of(book.siteName)}
            {book.edition === undefined
              ? ""
              : ` · ${words.edition(book.edition.number)} · ${book.edition.month}`}
          </p>
          {numbered.length === 0 ? null : (
            <section className={styles["shelf"]}>
              <h2>{words.list.menus}</h2>
              <p>{words.list.menusSay}</p>
              <ul>
                {numbered.map(({ menu, number }) => (
                  <MenuRow key={menu.id} menu={menu} number={number} />
                ))}
              </ul>
            </section>
          )}
          {CATEGORIES.map((category) => (
            <Shelf key={category} category={category} />
          ))}
          <p className={styles["foot"]}>{words.list.foot(book.siteName)}</p>
        </article>
      </main>
    </div>
  );
};
