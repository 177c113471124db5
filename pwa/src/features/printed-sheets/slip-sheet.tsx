import {
  type SlipRow,
  stripsByShelf,
  type TitleLook,
  titleLook,
  type WallPaper,
  wallScale,
} from "@dianbo/shared/printed-sheets";
import { flow, linesOf } from "@dianbo/shared/programme-book";
import { useWords } from "../../locales/index.ts";
import { PaperNumber } from "./paper-number.tsx";
import sheets from "./sheets.module.css";
import css from "./slip.module.css";
import { WallRow } from "./wall-sheet.tsx";

/** Heights in mm, as in the style sheet: what a page holds beneath its head, a row, a row of two lines. */
const PAGE_MM = 297 - 30 - 32;
const ROW_MM = 13;
const LONG_MM = 18;
/** Places of a title's line. */
const LINE = 12;
/** Strips of a page of A4, in mm. */
const STRIPS_MM = 250;
const STRIP_MM = 7.9;
const LONG_STRIP_MM = 11.9;

/** The rows of a slip on pages. */
export const slipPages = (rows: readonly SlipRow[]): readonly (readonly SlipRow[])[] =>
  flow(
    rows.map((content) => ({
      height: linesOf(content.item.title, LINE, 2) > 1 ? LONG_MM : ROW_MM,
      content,
    })),
    { height: PAGE_MM, columns: 1 },
  ).map(([page = []]) => page);

const Place = ({ has, without }: { readonly has: boolean; readonly without: string }) => (
  <span className={css.place}>{has ? <i className={css.box} /> : <small>{without}</small>}</span>
);

/** A page of the copying slip. */
export const SlipSheet = ({
  rows,
  place,
  pages,
  head,
}: {
  readonly rows: readonly SlipRow[];
  readonly place: number;
  readonly pages: number;
  readonly head: string;
}) => {
  const { printedSheets: words } = useWords();
  return (
    <section
      className={`paper ${sheets.page ?? ""} ${sheets.a4 ?? ""} ${css.page ?? ""}`}
      aria-label={words.sheetOf(place, pages)}
    >
      <header className={css.head}>
        <h2>{words.slip.heading}</h2>
        <span>{head}</span>
      </header>
      <div className={css.lead}>
        <span>{words.slip.lead}</span>
        <span className={css.marks}>
          <b>{words.slip.book}</b>
          <b>{words.slip.wallSheet}</b>
          <b>{words.slip.board}</b>
        </span>
      </div>
      <ul>
        {rows.map(({ item, number, inBook, onWall }) => (
          <li
            key={item.id}
            className={css.row}
            data-long={linesOf(item.title, LINE, 2) > 1 ? true : undefined}
          >
            <PaperNumber number={number} />
            <span className={sheets.two}>
              {words.slip.write}
              <strong>{item.title}</strong>
              {item.minutes == null || item.minutes === 0
                ? null
                : ` ${words.minutes(item.minutes)}`}
            </span>
            <span className={css.marks}>
              <Place has={inBook} without={words.slip.noRow} />
              <Place has={onWall} without={words.slip.strip} />
              <Place has={true} without="" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface Strip {
  readonly row: SlipRow;
  readonly look: TitleLook;
}

/** Strips on pages, as large as the wall sheet they are for. */
export const stripPages = (
  rows: readonly SlipRow[],
  paper: WallPaper,
): readonly (readonly Strip[])[] => {
  const scale = wallScale(paper);
  return flow(
    stripsByShelf(rows).flatMap((shelf) =>
      shelf.rows.map((row) => {
        const look = titleLook(row.item.title);
        const height = (look === "long" ? LONG_STRIP_MM : STRIP_MM) * scale;
        return { height, content: { row, look } };
      }),
    ),
    { height: STRIPS_MM, columns: 1 },
  ).map(([page = []]) => page);
};

/** A page of strips to be cut out and pasted on the wall sheet. */
export const StripSheet = ({
  strips,
  paper,
  place,
  pages,
}: {
  readonly strips: readonly Strip[];
  readonly paper: WallPaper;
  readonly place: number;
  readonly pages: number;
}) => {
  const { printedSheets: words } = useWords();
  return (
    <section
      className={`paper ${sheets.page ?? ""} ${sheets.a4 ?? ""} ${css.strips ?? ""}`}
      aria-label={words.sheetOf(place, pages)}
    >
      <h2>{words.slip.strips}</h2>
      <p>{words.slip.stripsHow}</p>
      <div className={css.stack} style={{ transform: `scale(${wallScale(paper)})` }}>
        {strips.map(({ row, look }) => (
          <ul key={row.item.id} className={css.strip}>
            <WallRow
              number={row.number}
              title={row.item.title}
              minutes={row.item.minutes ?? 0}
              look={look}
            />
          </ul>
        ))}
      </div>
    </section>
  );
};
