import { DigitBlock, NumberTag } from "@dianbo/pwa/design/number-tag.tsx";
import {
  CATEGORIES,
  CATEGORY_NAMES,
  type Category,
  categoryFromDigit,
} from "@dianbo/shared/category";
import type { CivilDate } from "@dianbo/shared/clock";
import { hostOfUrl, type ListLink } from "@dianbo/shared/page-list";
import { Check } from "lucide-react";
import type { KeyboardEvent } from "react";
import { type ListWords, useListWords } from "../locales/index.ts";
import styles from "./list-panel.module.css";
import type { HeldLink } from "./use-held-links.ts";

/** A row of the tick list. */
export interface ListRowState {
  readonly link: ListLink;
  readonly held: HeldLink | undefined;
  readonly ticked: boolean;
  readonly category: Category | undefined;
}

const dateInWords = (date: CivilDate, today: CivilDate, words: ListWords): string => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return date.slice(0, 4) === today.slice(0, 4)
    ? words.shortDate(month, day)
    : words.date(year, month, day);
};

const HeldLine = ({ held }: { readonly held: HeldLink }) => {
  const words = useListWords();
  if (held.where === "inbox") return <>{words.heldInInbox}</>;
  if (held.where === "queue") return <>{words.queued}</>;
  return (
    <>
      {words.held} {held.number === undefined ? null : <NumberTag number={held.number} size="s" />}
    </>
  );
};

const factsOf = (link: ListLink, today: CivilDate, words: ListWords): string =>
  [
    link.offSite ? words.otherSite(hostOfUrl(link.url)) : words.kinds[link.kind],
    link.date === undefined ? undefined : dateInWords(link.date, today, words),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");

/** The next category on a press: from none to the first, from the last to the first again. */
const nextCategory = (category: Category | undefined): Category =>
  CATEGORIES[category === undefined ? 0 : CATEGORIES.indexOf(category) + 1] ?? CATEGORIES[0];

const Row = ({
  row,
  today,
  onTick,
  onCategory,
}: {
  readonly row: ListRowState;
  readonly today: CivilDate;
  readonly onTick: (ticked: boolean) => void;
  readonly onCategory: (category: Category) => void;
}) => {
  const words = useListWords();
  const { link, held, ticked, category } = row;
  if (held !== undefined) {
    return (
      <li className={`${styles.row} ${styles.has}`}>
        <Check className={`i ${styles.mark}`} aria-hidden="true" size={18} strokeWidth={1.75} />
        <div className="grow">
          <div className={`clip ${styles.title}`} title={link.title}>
            {link.title}
          </div>
          <div className={`n ${styles.facts}`}>
            <HeldLine held={held} />
          </div>
        </div>
      </li>
    );
  }
  const onKey = (event: KeyboardEvent): void => {
    const chosen = categoryFromDigit(event.code.replace(/^(?:Digit|Numpad)/u, ""));
    if (chosen === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    // Elsewhere a digit files the whole list.
    event.stopPropagation();
    event.preventDefault();
    onCategory(chosen);
  };
  const name = category === undefined ? undefined : CATEGORY_NAMES[category];
  return (
    <li className={styles.row}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={ticked}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span className="grow">
          <span className={`clip ${styles.title}`} title={link.title}>
            {link.title}
          </span>
          <span className={`n ${styles.facts}`}>
            <span className="clip">{factsOf(link, today, words)}</span>
          </span>
        </span>
      </label>
      <button
        type="button"
        className={styles.shelf}
        aria-label={
          category === undefined
            ? words.uncategorised(link.title)
            : words.category(link.title, category, CATEGORY_NAMES[category])
        }
        title={name}
        onKeyDown={onKey}
        onClick={() => onCategory(nextCategory(category))}
      >
        {category === undefined ? (
          <span className={styles.none} aria-hidden="true">
            –
          </span>
        ) : (
          <DigitBlock digit={category} />
        )}
      </button>
    </li>
  );
};

/** Arrow keys go from tick to tick, as in a list of the desk. */
const walk = (event: KeyboardEvent<HTMLUListElement>): void => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>("input")];
  const row = event.target instanceof Element ? event.target.closest("li") : null;
  const at = boxes.findIndex((box) => row?.contains(box) === true);
  const to = boxes[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
  to.closest("li")?.scrollIntoView({ block: "nearest" });
};

/** The rows, those that are held marked and without a tick. */
export const ListRows = ({
  rows,
  today,
  onTick,
  onCategory,
}: {
  readonly rows: readonly ListRowState[];
  readonly today: CivilDate;
  readonly onTick: (url: string, ticked: boolean) => void;
  readonly onCategory: (url: string, category: Category) => void;
}) => {
  const words = useListWords();
  return (
    <ul className={styles.rows} aria-label={words.rows} onKeyDown={walk}>
      {rows.map((row) => (
        <Row
          key={row.link.url}
          row={row}
          today={today}
          onTick={(ticked) => onTick(row.link.url, ticked)}
          onCategory={(category) => onCategory(row.link.url, category)}
        />
      ))}
    </ul>
  );
};
