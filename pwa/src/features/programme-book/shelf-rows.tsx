import type { ProgrammeRow } from "@dianbo/shared/programme";
import {
  type MenuRow,
  measuresOf,
  menuLines,
  type PrintSize,
  settingOf,
} from "@dianbo/shared/programme-book";
import type { ReactNode } from "react";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./paper-page.module.css";

/** Minutes at a row's end; where nobody knows them a line for the pen. */
export const Minutes = ({ count }: { readonly count: number | null | undefined }) => {
  const { programmeBook: words } = useWords();
  return (
    <span className={css.minutes}>
      {count == null || count === 0 ? <i /> : <b>{count}</b>}
      <small>{words.minutesUnit}</small>
    </span>
  );
};

/** A title as it is set in its row: smaller where it is long, over two rows where it is longer still. */
export const Title = ({
  title,
  isFilm = false,
  size,
  children,
}: {
  readonly title: string;
  readonly isFilm?: boolean;
  readonly size: PrintSize;
  readonly children?: ReactNode;
}) => {
  const { programmeBook: words } = useWords();
  const { look, slots } = settingOf(title, isFilm, measuresOf(size));
  return (
    <span className={`${css.title ?? ""} ${look === "long" ? (css.tall ?? "") : ""}`}>
      <span className={look === "long" ? css.long : css.words} data-slots={slots}>
        {title}
      </span>
      {isFilm ? <em>{words.film}</em> : null}
      {children}
      <u />
    </span>
  );
};

/** One row of a shelf: an item, or a blank row for the pen. */
export const ShelfRow = ({
  row: { number, item },
  size,
}: {
  readonly row: ProgrammeRow;
  readonly size: PrintSize;
}) => {
  if (item === undefined) {
    return (
      <li className={css.blank}>
        <NumberTag number={number} />
        <span className={css.title}>
          <u />
        </span>
        <Minutes count={undefined} />
      </li>
    );
  }
  const isFilm = item.kind === "film";
  const { slots } = settingOf(item.title, isFilm, measuresOf(size));
  return (
    <li className={slots === 2 ? css.double : undefined}>
      <NumberTag number={number} />
      <Title title={item.title} isFilm={isFilm} size={size} />
      <Minutes count={item.minutes} />
    </li>
  );
};

/** One set menu: its number, name, minutes, and what is in it. */
export const SetMenuRow = ({ row, size }: { readonly row: MenuRow; readonly size: PrintSize }) => {
  const { number, menu, times } = row;
  const lines = menuLines(row, measuresOf(size));
  return (
    <li className={css.menu} style={{ height: `calc(${14.2 + 8.2 * lines}mm * var(--scale))` }}>
      <RoundTag number={number} />
      <span className={css.lines}>
        <span className={css.title}>
          <span className={css.words}>{menu.name}</span>
          <u />
          <Minutes count={times.total} />
        </span>
        <span className={css.inside} style={{ WebkitLineClamp: lines }}>
          {times.entries.map(({ entry, item }) => (
            <span key={entry.id}>{entry.activity?.name ?? item?.number ?? item?.title}</span>
          ))}
        </span>
      </span>
    </li>
  );
};
