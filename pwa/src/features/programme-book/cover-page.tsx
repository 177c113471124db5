import { CATEGORY_NAMES } from "@dianbo/shared/category";
import type { ContentsLine } from "@dianbo/shared/programme-book";
import { QrPicture } from "../../design/qr-picture.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./cover-page.module.css";
import { partWords } from "./index-pages.tsx";

const Line = ({ line: { part, count, place } }: { readonly line: ContentsLine }) => {
  const { programmeBook: words } = useWords();
  const isShelf = typeof part === "number";
  return (
    <li className={isShelf ? `c${part} ${css.shelf ?? ""}` : css.other}>
      {isShelf ? <b aria-hidden="true">{part}</b> : null}
      <span>{isShelf ? CATEGORY_NAMES[part] : partWords(part, words)}</span>
      <u />
      {isShelf ? <small>{words.count(count)}</small> : null}
      <i>{words.onPage(place)}</i>
    </li>
  );
};

/** The cover: whose book, which edition, and on which page what begins. */
export const CoverPage = ({
  siteName,
  edition,
  contents,
}: {
  readonly siteName: string;
  /** Edition and month. */
  readonly edition: string;
  readonly contents: readonly ContentsLine[];
}) => {
  const { programmeBook: words } = useWords();
  return (
    <div className={css.cover}>
      <p className={css.site}>{siteName}</p>
      <h2>{words.title}</h2>
      <p className={css.edition}>{edition}</p>
      <ol>
        {contents.map((line) => (
          <Line key={line.part} line={line} />
        ))}
      </ol>
      <p className={css.how}>{words.coverHow}</p>
    </div>
  );
};

/** The back: how one orders, and the list for the telephone. */
export const BackPage = ({
  siteName,
  edition,
  code,
}: {
  readonly siteName: string;
  readonly edition: string;
  readonly code: { readonly text: string; readonly whole: boolean };
}) => {
  const { programmeBook: words } = useWords();
  return (
    <div className={css.back}>
      <h2>{words.backTitle}</h2>
      <ol>
        {words.backSteps.map((step, index) => (
          <li key={step}>
            <b>{index + 1}</b>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <div className={css.code}>
        <QrPicture text={code.text} name={words.codeName} level="L" />
        <p>
          <b>{words.codeTitle}</b>
          {code.whole ? words.codeWhole : words.codeShort}
        </p>
      </div>
      <p className={css.site}>{siteName === "" ? edition : `${siteName} · ${edition}`}</p>
    </div>
  );
};

/** An empty page, ruled for the pen: it stands where a shelf must begin on the right. */
export const NotesPage = () => {
  const { programmeBook: words } = useWords();
  return (
    <div className={css.notes}>
      <h2>{words.notes}</h2>
      {Array.from({ length: 17 }, (_, line) => (
        <hr key={line} />
      ))}
    </div>
  );
};
