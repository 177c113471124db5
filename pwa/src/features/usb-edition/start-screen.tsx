import { CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import { timesOf } from "@dianbo/shared/set-menu";
import { Mark } from "../../design/mark.tsx";
import { DigitBlock, RoundTag } from "../../design/number-tag.tsx";
import { StartFoot } from "./start-foot.tsx";
import styles from "./start-screen.module.css";
import { isOnStick, shelfCounts, useStick } from "./stick-facts.ts";
import { useUsbWords } from "./usb-words.ts";

/** How many menus fit beside the digits. */
const ROWS = 6;

/** How many items stand in the book, and how many of them lie on the stick. */
const useHowMuch = (): { readonly here: number; readonly all: number } => {
  const { items } = useStick();
  return { here: [...items.values()].filter(isOnStick).length, all: items.size };
};

/** Site, edition, and how much of the book lies on the stick. */
const Head = () => {
  const words = useUsbWords();
  const { book } = useStick();
  const { here, all } = useHowMuch();
  const edition = book.edition === undefined ? "" : ` · ${words.edition(book.edition.number)}`;
  return (
    <header className={styles["head"]}>
      <span className={styles["mark"]}>
        <Mark size={44} />
      </span>
      <b>{words.title}</b>
      <span className="clip">
        {book.siteName}
        {edition}
      </span>
      <span className="end clip">
        {here === 0 ? "" : here === all ? words.allHere(all) : words.someHere(here, all)}
      </span>
    </header>
  );
};

/** The menus, tonight's first: a click types the number, as two keys would. */
const Menus = ({ onCall }: { readonly onCall: (digits: string) => void }) => {
  const words = useUsbWords();
  const { book, menus, entries, items } = useStick();
  const numbered = [...menus.values()]
    .flatMap((menu) => (menu.number == null ? [] : [{ menu, number: menu.number }]))
    .sort(
      (a, b) =>
        Number(b.menu.id === book.tonight) - Number(a.menu.id === book.tonight) ||
        a.number - b.number,
    );
  const shown = numbered.length <= ROWS ? numbered : numbered.slice(0, ROWS - 1);
  const rest = numbered.length - shown.length;
  return (
    <aside>
      <h2>{numbered.length === 0 ? words.noMenus : words.menus}</h2>
      <ul>
        {shown.map(({ menu, number }) => (
          <li key={menu.id}>
            <button type="button" onClick={() => onCall(String(number))}>
              <RoundTag number={number} />
              <span className="clip grow">{menu.name}</span>
              {menu.id === book.tonight ? (
                <b className={styles["tonight"]}>{words.tonight}</b>
              ) : null}
              <span className={`n ${styles["minutes"]}`}>
                {words.minutes(timesOf(menu, [...entries.values()], (id) => items.get(id)).total)}
              </span>
            </button>
          </li>
        ))}
        {rest > 0 ? <li className={styles["rest"]}>{words.moreMenus(rest)}</li> : null}
      </ul>
    </aside>
  );
};

/** The five shelves with what stands on them; a click types the shelf's digit. */
const Shelves = ({ onCall }: { readonly onCall: (digits: string) => void }) => {
  const words = useUsbWords();
  const counts = shelfCounts(useStick());
  return (
    <ul className={styles["shelves"]}>
      {CATEGORIES.map((category) => (
        <li key={category}>
          <button type="button" onClick={() => onCall(String(category))}>
            <DigitBlock digit={category} />
            <b>{CATEGORY_NAMES[category]}</b>
            <span className="n">{words.shelfCount(counts.get(category) ?? 0)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};

/** The USB edition before the first digit: what to do, what there is, and what the host should know. */
export const StartScreen = ({
  boxes,
  say,
  onCall,
  onFullScreen,
  onList,
}: {
  /** Boxes for digits. */
  readonly boxes: number;
  /** A line of the room: what has just happened. */
  readonly say: string | undefined;
  /** Types digits as the keys would. */
  readonly onCall: (digits: string) => void;
  /** Fills the screen; missing where it is full already. */
  readonly onFullScreen: (() => void) | undefined;
  readonly onList: () => void;
}) => {
  const words = useUsbWords();
  const { here } = useHowMuch();
  return (
    <div className={styles["start"]}>
      <Head />
      {here === 0 ? (
        <main className={styles["none"]}>
          <h1>{words.noneHere}</h1>
        </main>
      ) : (
        <main className={styles["halves"]}>
          <section>
            <h1>{words.heading}</h1>
            <div role="img" aria-label={words.waiting} className={styles["digits"]}>
              {Array.from({ length: boxes }, (_, index) => index).map((index) => (
                <span key={index} className={index === 0 ? styles["waiting"] : ""} />
              ))}
            </div>
            <p className={styles["hint"]}>
              {words.menuHint.before} <kbd className="kbd">Enter</kbd> {words.menuHint.after}
            </p>
            <Shelves onCall={onCall} />
          </section>
          <Menus onCall={onCall} />
        </main>
      )}
      <StartFoot say={say} onFullScreen={onFullScreen} onList={onList} />
    </div>
  );
};
