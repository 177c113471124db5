import { categoryFromDigit } from "@dianbo/shared/category";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { isWriting } from "../../app/room-search.ts";
import { useWords } from "../../locales/index.ts";
import css from "./adding-room.module.css";
import { FileRowLine, type RowActs } from "./file-row.tsx";
import { type FileRow, isOpen } from "./row.ts";
import { type FileRows, NOTHING_WRONG } from "./use-file-rows.ts";

/** The files as rows. One is current: arrows move, 1 to 5 file it and go on, Delete leaves it out. */
export const FileList = ({ files }: { readonly files: FileRows }) => {
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
  const remove = (row: FileRow): void => {
    const next = rows[at + 1] ?? rows[at - 1];
    files.remove(row.key);
    setCurrentKey(next?.key);
    if (next !== undefined) setWanted(true);
  };
  const keyDown = (row: FileRow, event: KeyboardEvent): void => {
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
  const actsFor = (row: FileRow): RowActs => ({
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
        {rows.map((row) => (
          <FileRowLine
            key={row.key}
            row={row}
            problems={files.problems.get(row.key) ?? NOTHING_WRONG}
            current={row.key === current?.key}
            busy={files.saving}
            acts={actsFor(row)}
          />
        ))}
      </div>
    </div>
  );
};
