import { CATEGORY_NAMES } from "@dianbo/shared/category";
import {
  type TitleLook,
  WALL,
  type WallCell,
  type WallPage,
  type WallTile,
} from "@dianbo/shared/printed-sheets";
import { useWords } from "../../locales/index.ts";
import { PaperNumber, PaperRound } from "./paper-number.tsx";
import sheets from "./sheets.module.css";
import css from "./wall.module.css";

/** One row as it stands on the wall; also on the strips that are pasted over it. */
export const WallRow = ({
  number,
  title,
  minutes,
  look,
}: {
  readonly number: number;
  /** `undefined` for a blank row. */
  readonly title: string | undefined;
  readonly minutes: number;
  readonly look: TitleLook;
}) => (
  <li
    className={[css.row, css[look], title === undefined ? css.blank : ""].filter(Boolean).join(" ")}
  >
    <PaperNumber number={number} />
    {title === undefined ? (
      <u />
    ) : (
      <span className={look === "long" ? sheets.two : sheets.one}>{title}</span>
    )}
    {minutes === 0 ? null : <em>{minutes}</em>}
  </li>
);

const Column = ({ cells }: { readonly cells: readonly WallCell[] }) => {
  const { printedSheets: words } = useWords();
  return (
    <ul>
      {cells.map((cell) =>
        cell.type === "shelf" ? (
          <li key={`shelf-${cell.category}`} className={`${css.shelf ?? ""} c${cell.category}`}>
            <b>{cell.category}</b>
            <strong>{CATEGORY_NAMES[cell.category]}</strong>
            {cell.begun === "here" ? null : <small>{words.wall.goesOn[cell.begun]}</small>}
          </li>
        ) : (
          <WallRow
            key={cell.number}
            number={cell.number}
            title={cell.item?.title}
            minutes={cell.item?.minutes ?? 0}
            look={cell.look}
          />
        ),
      )}
    </ul>
  );
};

/** What the wall sheet's head says beside its rows. */
export interface WallHead {
  readonly siteName: string;
  readonly edition: number | undefined;
  readonly open: string;
  readonly pages: number;
}

/** The wall sheet itself, at the size of A3. */
export const WallSheet = ({ page, head }: { readonly page: WallPage; readonly head: WallHead }) => {
  const { printedSheets: words } = useWords();
  return (
    <div
      className={css.sheet}
      style={{
        width: `${WALL.width / page.scale}mm`,
        height: `${WALL.height / page.scale}mm`,
        transform: `scale(${page.scale})`,
      }}
    >
      <header className={`${css.head ?? ""} ${page.place === 1 ? "" : (css.further ?? "")}`}>
        <h2>{page.place === 1 ? words.wall.title : words.wall.titleFurther}</h2>
        <p>
          <span>
            {[
              words.room(head.siteName),
              head.edition === undefined ? "" : words.edition(head.edition),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {page.place === 1 && head.open !== "" ? <span>{head.open}</span> : null}
        </p>
      </header>
      {page.menus.length === 0 ? null : (
        <section className={css.menus}>
          <h3>{words.menus}</h3>
          <ul>
            {page.menus.map(({ number, menu }) => (
              <li key={menu.id}>
                <PaperRound number={number} />
                <span className={sheets.one}>{menu.name}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={css.columns}>
        {page.columns.map((cells) => (
          <div key={cells.map((cell) => (cell.type === "row" ? cell.number : 0)).join()}>
            <Column cells={cells} />
          </div>
        ))}
      </div>
      <footer className={css.foot}>
        <span>{head.pages > 1 ? words.sheetOf(page.place, head.pages) : ""}</span>
        <span>{words.wall.minutesRight}</span>
      </footer>
    </div>
  );
};

/** A piece of A4 of a wall sheet, with the lines along which it is cut. */
export const WallPiece = ({
  tile,
  page,
  head,
}: {
  readonly tile: WallTile;
  readonly page: WallPage;
  readonly head: WallHead;
}) => {
  const { printedSheets: words } = useWords();
  return (
    <section
      className={`paper ${sheets.page ?? ""} ${(tile.landscape ? sheets.a4wide : sheets.a4) ?? ""}`}
      aria-label={words.wall.piece(page.place, tile.row, tile.column)}
    >
      <div className={css.window}>
        <div
          style={{
            left: `${tile.left}mm`,
            top: `${tile.top}mm`,
            transform: `scale(${tile.scale})`,
          }}
        >
          <WallSheet page={page} head={head} />
        </div>
      </div>
      {tile.joins.right ? <span className={css.cutRight} /> : null}
      {tile.joins.below ? <span className={css.cutBelow} /> : null}
      <small className={css.piece}>{words.wall.piece(page.place, tile.row, tile.column)}</small>
    </section>
  );
};
