import type { NoticePage, PlacedShowing } from "@dianbo/shared/printed-sheets";
import { linesOf } from "@dianbo/shared/programme-book";
import { useWords } from "../../locales/index.ts";
import css from "./notice.module.css";
import { contentWords } from "./office-content.ts";
import { PaperNumber, PaperRound } from "./paper-number.tsx";
import sheets from "./sheets.module.css";

/** Places of a line's words, by how large the showing is drawn; preview-notice.ts has the same. */
const PLACES = { large: 15, lines: 20, short: 20 };

/** What a notice says beside its showings. */
export interface NoticeHead {
  readonly siteName: string;
  readonly today: string;
  readonly phone: string;
  readonly host: string;
}

const Showing = ({ showing, look }: PlacedShowing) => {
  const { printedSheets: words } = useWords();
  const { content } = showing;
  const lines = content.type === "menu" ? content.lines : [];
  const [only] = lines;
  // A menu with a single item is that item.
  const single = lines.length === 1 && only?.number !== undefined ? only : undefined;
  return (
    <section className={`${css.showing ?? ""} ${look === "large" ? (css.large ?? "") : ""}`}>
      <div className={css.day}>
        <div className={css.date}>
          <b>{words.dayOf(showing.date)}</b>
          <span>
            {words.monthOf(showing.date)}
            <br />
            {words.weekday(showing.date)}
          </span>
        </div>
        <div className={css.what}>
          <h3>
            {[showing.start === undefined ? "" : words.hour(showing.start), showing.place ?? ""]
              .filter(Boolean)
              .join("　")}
          </h3>
          <p>
            {single?.number !== undefined ? (
              <PaperNumber number={single.number} />
            ) : content.type === "menu" && content.number !== undefined ? (
              <PaperRound number={content.number} />
            ) : null}
            <span className={sheets.two}>
              {single === undefined
                ? contentWords(showing, words)
                : words.notice.item(single.words, single.minutes)}
            </span>
          </p>
        </div>
      </div>
      {look === "short" || lines.length === 0 || single !== undefined ? null : (
        <ul className={css.lines}>
          {lines.map((line) => (
            <li
              key={line.id}
              data-long={linesOf(line.words, PLACES[look], 2) > 1 ? true : undefined}
            >
              {line.number === undefined ? null : <PaperNumber number={line.number} />}
              <span className={sheets.two}>{line.words}</span>
              {line.minutes === 0 ? null : <em>{words.minutes(line.minutes)}</em>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** A sheet of the preview notice. */
export const NoticeSheet = ({
  page,
  place,
  pages,
  size,
  head,
}: {
  readonly page: NoticePage;
  readonly place: number;
  readonly pages: number;
  readonly size: "A4" | "A3";
  readonly head: NoticeHead;
}) => {
  const { printedSheets: words } = useWords();
  const ways = [
    words.notice.askNumber,
    words.notice.askBook,
    ...(head.phone === "" ? [] : [words.notice.askPhone(head.phone)]),
  ];
  return (
    <section
      className={`paper ${sheets.page ?? ""} ${size === "A3" ? (css.a3 ?? "") : (sheets.a4 ?? "")}`}
      aria-label={words.sheetOf(place, pages)}
    >
      <div className={css.sheet}>
        {place > 1 ? null : (
          <header
            className={css.head}
            data-latin={/^[\x20-\x7E]+$/u.test(words.notice.heading) ? true : undefined}
          >
            <h2>{words.notice.heading}</h2>
            <p>{words.room(head.siteName)}</p>
          </header>
        )}
        {page.showings.map((placed) => (
          <Showing key={placed.showing.id} {...placed} />
        ))}
        {page.last ? (
          <div className={css.ask}>
            <h3>{words.notice.askHeading(ways.length)}</h3>
            <ol>
              {ways.map((way) => (
                <li key={way}>{way}</li>
              ))}
            </ol>
          </div>
        ) : null}
        <footer className={css.foot}>
          <span className={sheets.one}>{head.host === "" ? "" : words.notice.host(head.host)}</span>
          <span>
            {pages > 1 ? `${words.sheetOf(place, pages)} · ` : ""}
            {words.date(head.today)}
          </span>
        </footer>
      </div>
    </section>
  );
};
