import {
  type ColumnMatch,
  layoutOf,
  type OldList,
  readOldList,
  type TableLayout,
} from "@dianbo/shared/old-list";
import { useMemo, useRef, useState } from "react";
import { readTable, type TableFailure, type TableFile } from "../../office-files/index.ts";

/** How far the table is. */
export type TableState =
  | { readonly type: "none" }
  | { readonly type: "reading" }
  | { readonly type: "failed"; readonly why: TableFailure["type"] }
  | {
      readonly type: "open";
      readonly sheets: TableFile["sheets"];
      readonly sheet: number;
      readonly rows: readonly (readonly string[])[];
      readonly layout: TableLayout;
      readonly list: OldList;
    };

/** A site's old table, from opening it to knowing what its columns mean. */
export interface OldTable {
  readonly state: TableState;
  open(source: Blob | string): void;
  close(): void;
  chooseSheet(sheet: number): void;
  /** Changes which row names the columns; they are understood anew. */
  chooseHead(row: number | undefined): void;
  chooseColumns(columns: ColumnMatch): void;
}

interface Opened {
  readonly sheets: TableFile["sheets"];
  readonly sheet: number;
  readonly layout: TableLayout;
}

const openedAt = (sheets: TableFile["sheets"], sheet: number): Opened => ({
  sheets,
  sheet,
  layout: layoutOf(sheets[sheet]?.rows ?? []),
});

/** Opens a table in a worker and understands it; nothing enters the library here. */
export const useOldTable = (): OldTable => {
  const [opened, setOpened] = useState<Opened>();
  const [state, setState] = useState<"none" | "reading" | TableFailure["type"]>("none");
  const turn = useRef(0);
  const rows = opened?.sheets[opened.sheet]?.rows;
  const list = useMemo(
    () =>
      opened === undefined || rows === undefined ? undefined : readOldList(rows, opened.layout),
    [opened, rows],
  );

  const shown = (): TableState => {
    if (opened !== undefined && rows !== undefined && list !== undefined) {
      return { type: "open", ...opened, rows, list };
    }
    return state === "none" || state === "reading"
      ? { type: state }
      : { type: "failed", why: state };
  };

  return {
    state: shown(),
    open: (source) => {
      turn.current += 1;
      const mine = turn.current;
      setOpened(undefined);
      setState("reading");
      void readTable(source).then((read) => {
        // Another table was opened meanwhile.
        if (turn.current !== mine) return;
        if (!read.ok) {
          setState(read.error.type);
          return;
        }
        const { sheets } = read.value;
        const first = Math.max(
          0,
          sheets.findIndex((sheet) => sheet.rows.length > 0),
        );
        setOpened(openedAt(sheets, first));
      });
    },
    close: () => {
      turn.current += 1;
      setOpened(undefined);
      setState("none");
    },
    chooseSheet: (sheet) =>
      setOpened((before) => (before === undefined ? before : openedAt(before.sheets, sheet))),
    chooseHead: (headerRow) =>
      setOpened((before) => {
        if (before === undefined) return before;
        const below = before.sheets[before.sheet]?.rows.slice(headerRow ?? 0) ?? [];
        const { columns } = layoutOf(below);
        return { ...before, layout: { columns, headerRow } };
      }),
    chooseColumns: (columns) =>
      setOpened((before) =>
        before === undefined ? before : { ...before, layout: { ...before.layout, columns } },
      ),
  };
};
