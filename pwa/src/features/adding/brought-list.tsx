import { categoryFromDigit } from "@dianbo/shared/category";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { isWriting } from "../../app/room-search.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./adding-room.module.css";
import { BroughtRowLine, type RowActs } from "./brought-row.tsx";
import { type BroughtRow, isOpen } from "./row.ts";
import { type BroughtRows, NOTHING_WRONG } from "./use-brought-rows.ts";

/** So many rows are drawn at a time: an old PC draws thousands of fields too slowly. */
const PAGE = 100;

const Pager = ({
  page,
  pages,
  go,
}: {
  readonly page: number;
  readonly pages: number;
  readonly go: (page: number) => void;
}) => {
  const { adding: words } = useWords();
  return (
    <nav className={css.pager} aria-label={words.pages}>
      <Button disabled={page === 0} onClick={() => go(page - 1)}>
        {words.pageBefore}
      </Button>
      <span className="n">{words.pageOf(page + 1, pages)}</span>
      <Button disabled={page === pages - 1} onClick={() => go(page + 1)}>
        {words.pageAfter}
      </Button>
    </nav>
  );
};

/** The files as rows. One is current: arrows move, 1 to 5 file it and go on, Delete leaves it out. */
export const BroughtList = ({ files }: { readonly files: BroughtRows }) => {
  const { adding: words } = useWords();
  const grid = useRef<HTMLDivElement>(null);
  const [currentKey, setCurrentKey] = useState<string>();
  const [wanted, setWanted] = useState(true);
  const { rows } = files;
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === currentKey),
  );
  const current = rows[at];
  const page = Math.floor(at / PAGE);
  const pages = Math.ceil(rows.length / PAGE);

  // The first row after a choice, and every row reached by a key, takes the focus once it is drawn.
  useEffect(() => {
    if (!wanted || current === undefined) return;
    setWanted(false);
    grid.current?.querySelector<HTMLElement>(`[data-row="${current.key}"]`)?.focus();
  }, [wanted, current]);

  const goTo = (index: number): void => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (next === undefined) return;
    setCurrentKey(next.key);
    setWanted(true);
  };
  const remove = (row: BroughtRow): void => {
    const next = rows[at + 1] ?? rows[at - 1];
    files.remove(row.key);
    setCurrentKey(next?.key);
    if (next !== undefined) setWanted(true);
  };
  const keyDown = (row: BroughtRow, event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onRow = event.target === event.currentTarget;
    const writing = isWriting(event.target);
    const category = categoryFromDigit(event.key);
    if (category !== undefined && !writing) {
      event.preventDefault();
      if (!isOpen(row) || files.saving) return;
      files.change(row.key, { category, reason: undefined });
      goTo(at + 1);
      return;
    }
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        goTo(event.key === "ArrowDown" ? at + 1 : at - 1);
        return;
      case "Home":
      case "End":
        if (writing) return;
        event.preventDefault();
        goTo(event.key === "Home" ? 0 : rows.length - 1);
        return;
      case "Escape":
        goTo(at);
        return;
      case "Delete":
        if (onRow && !files.saving) remove(row);
    }
  };
  const actsFor = (row: BroughtRow): RowActs => ({
    change: (part) => files.change(row.key, part),
    takeOldNumber: () => {
      files.takeOldNumber(row.key);
      // The offer goes, and the focus with it.
      setWanted(true);
    },
    remove: () => remove(row),
    focus: () => setCurrentKey(row.key),
    keyDown: (event) => keyDown(row, event),
  });

  return (
    <div className={css.rows}>
      {rows.some(isOpen) ? (
        <div className={css.columns} aria-hidden="true">
          <span>{words.columns.title}</span>
          <span>{words.columns.number}</span>
          <span>{words.columns.minutes}</span>
          <span>{words.columns.category}</span>
        </div>
      ) : null}
      <div role="grid" aria-label={words.list} ref={grid}>
        {rows.slice(page * PAGE, (page + 1) * PAGE).map((row) => (
          <BroughtRowLine
            key={row.key}
            row={row}
            problems={files.problems.get(row.key) ?? NOTHING_WRONG}
            current={row.key === current?.key}
            busy={files.saving}
            acts={actsFor(row)}
          />
        ))}
      </div>
      {pages < 2 ? null : <Pager page={page} pages={pages} go={(to) => goTo(to * PAGE)} />}
    </div>
  );
};
