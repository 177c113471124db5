import {
  measuresOf,
  type PrintSize,
  type SupplementPage,
  type SupplementRow,
  settingOf,
} from "@dianbo/shared/programme-book";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import paper from "./paper-page.module.css";
import { Minutes, Title } from "./shelf-rows.tsx";
import css from "./supplement-rows.module.css";

const isDouble = (title: string, size: PrintSize): boolean =>
  settingOf(title, false, measuresOf(size)).slots === 2;

const Row = ({ row, size }: { readonly row: SupplementRow; readonly size: PrintSize }) => {
  const { programmeBook: words } = useWords();
  switch (row.type) {
    case "heading":
      return (
        <li className={css.heading}>
          <h3>{words.supplementParts[row.part]}</h3>
          <span>{words.supplementHints[row.part]}</span>
        </li>
      );
    case "added":
      return (
        <li className={isDouble(row.row.title, size) ? paper.double : undefined}>
          <NumberTag number={row.row.number} />
          <Title title={row.row.title} size={size} />
          <Minutes count={row.row.minutes} />
        </li>
      );
    case "changed": {
      const { now, was } = row.row;
      return (
        <>
          <li className={isDouble(now.title, size) ? paper.double : undefined}>
            <NumberTag number={now.number} />
            <Title title={now.title} size={size} />
            <Minutes count={now.minutes} />
          </li>
          <li
            className={`${css.was ?? ""} ${isDouble(was.title, size) ? (paper.double ?? "") : ""}`}
          >
            <span>{now.number === was.number ? words.was : words.wasNumber(was.number)}</span>
            <Title title={was.title} size={size} />
            <Minutes count={was.minutes} />
          </li>
        </>
      );
    }
    case "gone":
      return (
        <li
          className={`${css.gone ?? ""} ${isDouble(row.row.title, size) ? (paper.double ?? "") : ""}`}
        >
          <NumberTag number={row.row.number} />
          <Title title={row.row.title} size={size} />
          <Minutes count={row.row.minutes} />
        </li>
      );
    case "menu-added":
      return (
        <li className={css.menu}>
          <RoundTag number={row.menu.number} />
          <Title title={row.menu.name} size={size} />
          <Minutes count={row.menu.minutes} />
        </li>
      );
    case "menu-changed":
      return (
        <>
          <li className={css.menu}>
            <RoundTag number={row.menu.now.number} />
            <Title title={row.menu.now.name} size={size} />
            <Minutes count={row.menu.now.minutes} />
          </li>
          <li className={css.was}>
            <span>{words.was}</span>
            <Title title={row.menu.was.name} size={size} />
            <Minutes count={row.menu.was.minutes} />
          </li>
        </>
      );
    case "menu-gone":
      return (
        <li className={`${css.menu ?? ""} ${css.gone ?? ""}`}>
          <RoundTag number={row.menu.number} />
          <Title title={row.menu.name} size={size} />
          <Minutes count={row.menu.minutes} />
        </li>
      );
  }
};

const keyOf = (row: SupplementRow): string => {
  switch (row.type) {
    case "heading":
      return row.part;
    case "added":
    case "gone":
      return row.row.id;
    case "changed":
      return row.row.now.id;
    case "menu-added":
    case "menu-gone":
      return row.menu.id;
    case "menu-changed":
      return row.menu.now.id;
  }
};

/** The rows of one page of a supplement. */
export const SupplementRows = ({
  page,
  size,
}: {
  readonly page: SupplementPage;
  readonly size: PrintSize;
}) => (
  <ol className={`${paper.rows ?? ""} ${css.rows ?? ""}`}>
    {page.rows.map((row) => (
      <Row key={keyOf(row)} row={row} size={size} />
    ))}
  </ol>
);
