import { CATEGORY_NAMES } from "@dianbo/shared/category";
import type { IndexCell, NumberCell, PaperPage, PartName } from "@dianbo/shared/programme-book";
import { DigitBlock, NumberTag } from "../../design/number-tag.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./index-pages.module.css";
import { PageHead } from "./paper-frame.tsx";

/** What a part of the book is called. */
export const partWords = (part: PartName | "former", words: Words["programmeBook"]): string => {
  switch (part) {
    case "menus":
      return words.menus;
    case "pinyin":
      return words.pinyinIndex;
    case "numbers":
      return words.numberIndex;
    case "former":
      return words.formerNumbers;
    default:
      return CATEGORY_NAMES[part];
  }
};

/** A letter of the pinyin index as people read it; figures and what has no sound have groups of their own. */
const letterWords = (letter: string, words: Words["programmeBook"]): string => {
  if (letter === "0") return words.figures;
  return letter === "#" ? words.otherTitles : letter;
};

const PinyinCell = ({ cell }: { readonly cell: IndexCell }) => {
  const { programmeBook: words } = useWords();
  return cell.type === "letter" ? (
    <h3 className={css.letter}>{letterWords(cell.letter, words)}</h3>
  ) : (
    <p className={css.entry} data-lines={cell.lines}>
      <NumberTag number={cell.number} size="s" />
      <span>{cell.item.title}</span>
    </p>
  );
};

const cellKey = (cell: IndexCell): string => (cell.type === "letter" ? cell.letter : cell.item.id);

/** A page of the pinyin index. */
export const PinyinPage = ({ page }: { readonly page: Extract<PaperPage, { type: "pinyin" }> }) => {
  const { programmeBook: words } = useWords();
  const [from, to] = [letterWords(page.from, words), letterWords(page.to, words)];
  return (
    <>
      <PageHead
        category={0}
        sign={words.pinyinSign}
        title={words.pinyinIndex}
        isContinued={page.part > 0}
        hint={words.pinyinHint}
        range={from === to ? from : `${from}–${to}`}
      />
      <div className={css.columns}>
        {page.columns.map((column) => (
          <div key={column.map(cellKey)[0]}>
            {column.map((cell) => (
              <PinyinCell key={cellKey(cell)} cell={cell} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
};

const NumberCellRow = ({ cell }: { readonly cell: NumberCell }) => {
  const { programmeBook: words } = useWords();
  switch (cell.type) {
    case "part":
      return (
        <h3 className={css.part}>
          {typeof cell.part === "number" ? <DigitBlock digit={cell.part} /> : null}
          {partWords(cell.part, words)}
        </h3>
      );
    case "numbers":
      return (
        <p className={css.numbers}>
          <b>{cell.from === cell.to ? cell.from : `${cell.from}–${cell.to}`}</b>
          <u />
          <span>{words.onPage(cell.place)}</span>
        </p>
      );
    case "former":
      return (
        <p className={css.numbers}>
          <b>{cell.former}</b>
          <u />
          <span>{words.nowIs(cell.number)}</span>
        </p>
      );
  }
};

const numberKey = (cell: NumberCell): string => {
  switch (cell.type) {
    case "part":
      return String(cell.part);
    case "numbers":
      return `${cell.place}-${cell.from}`;
    case "former":
      return `former-${cell.former}-${cell.number}`;
  }
};

/** A page of the index of numbers: which numbers stand on which page. */
export const NumbersPage = ({
  page,
}: {
  readonly page: Extract<PaperPage, { type: "numbers" }>;
}) => {
  const { programmeBook: words } = useWords();
  return (
    <>
      <PageHead
        category={0}
        sign={words.numberSign}
        title={words.numberIndex}
        isContinued={page.part > 0}
        hint={words.numberHint}
      />
      <div className={`${css.columns ?? ""} ${css.short ?? ""}`}>
        {page.columns.map((column) => (
          <div key={column.map(numberKey)[0]}>
            {column.map((cell) => (
              <NumberCellRow key={numberKey(cell)} cell={cell} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
};
