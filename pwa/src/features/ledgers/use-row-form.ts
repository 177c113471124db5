import {
  type BookField,
  type BookForm,
  type Ledgers,
  printOf,
  type RowProblem,
  readRow,
  type TypedRow,
} from "@dianbo/shared/ledger-book";
import { monthOf } from "@dianbo/shared/session";
import { useState } from "react";
import { useSiteTime } from "../../app/site-records.ts";
import { askedFields, type FormMode, firstDraft } from "./form-draft.ts";
import { usePersonal } from "./personal-context.tsx";
import { useBookActs } from "./use-book-acts.ts";

/** A day so far back is asked about, in milliseconds. */
const LONG_AGO = 400 * 86_400_000;

/** Why a row was not kept. */
export type RowTrouble = RowProblem | { readonly type: "no-reason" | "not-kept" };

/** A row at work: what is typed, what is asked for, what is wrong. */
export interface RowAtWork {
  readonly typed: TypedRow;
  readonly reason: string;
  readonly dropped: boolean;
  readonly whole: boolean;
  readonly fields: readonly BookField[];
  /** Some columns may come later and are not asked for at first. */
  readonly hasLater: boolean;
  readonly needsReason: boolean;
  readonly isLongAgo: boolean;
  /** Names are locked, and this row cannot be written without them. */
  readonly cannotWrite: boolean;
  readonly trouble: RowTrouble | undefined;
  change(part: Partial<TypedRow>): void;
  setReason(reason: string): void;
  setDropped(dropped: boolean): void;
  setWhole(whole: boolean): void;
  /** Keeps the row, whole or not at all; answers what of it may be a wish, in people's words. */
  keep(): Promise<{ readonly wish: string } | undefined>;
}

/** The state of a row that is written, put right or gone on with. */
export const useRowForm = (
  form: BookForm,
  mode: FormMode,
  ledgers: Ledgers,
  day: string,
): RowAtWork => {
  const { date: today } = useSiteTime();
  const personal = usePersonal();
  const acts = useBookActs(form);
  const own = mode.type === "enter" ? {} : personal.cellsOf(mode.row);
  const [typed, setTyped] = useState<TypedRow>(() => firstDraft(form, mode, own, day));
  const [reason, setReason] = useState("");
  const [dropped, setDropped] = useState(false);
  const [whole, setWhole] = useState(false);
  const [trouble, setTrouble] = useState<RowTrouble>();
  const isLocked = personal.lock === "locked";
  const named = form.fields.filter((field) => field.personal === true);
  const fields = askedFields(form, mode, own, whole).filter(
    (field) => !isLocked || field.personal !== true,
  );
  const read = readRow(form, typed, today, fields);
  const isLate =
    mode.type === "enter" &&
    read.ok &&
    form.paged === "month" &&
    printOf(ledgers, form.id, monthOf(read.value.on)) !== undefined;
  const needsReason = mode.type === "correct" || isLate;

  const write = (why: string): Promise<boolean> => {
    const draft = read.ok ? { ...read.value, ...(why === "" ? {} : { reason: why }) } : undefined;
    if (mode.type === "correct") return acts.correct(mode.row, why, dropped ? undefined : draft);
    if (draft === undefined) return Promise.resolve(false);
    return mode.type === "enter" ? acts.enter(draft) : acts.goOn(mode.row, draft);
  };

  const refuse = (why: RowTrouble): undefined => {
    setTrouble(why);
    return undefined;
  };

  return {
    typed,
    reason,
    dropped,
    whole,
    fields,
    hasLater: mode.type === "enter" && form.fields.some(({ later }) => later === true),
    needsReason,
    isLongAgo: read.ok && Date.parse(today) - Date.parse(read.value.on) > LONG_AGO,
    cannotWrite:
      isLocked &&
      named.length > 0 &&
      (mode.type === "correct" || named.some(({ must }) => must === true)),
    trouble,
    change: (part) => {
      setTyped((before) => ({ ...before, ...part }));
      setTrouble(undefined);
    },
    setReason: (text) => {
      setReason(text);
      setTrouble(undefined);
    },
    setDropped,
    setWhole,
    keep: async () => {
      const why = reason.trim().slice(0, 200);
      if (!dropped && !read.ok) return refuse(read.error);
      if (needsReason && why === "") return refuse({ type: "no-reason" });
      if (!(await write(why))) return refuse({ type: "not-kept" });
      const wish = form.fields.find((field) => field.wish === true);
      const wished = wish === undefined ? "" : (typed.cells[wish.id] ?? "").trim();
      setTyped({ on: typed.on, cells: {} });
      setReason("");
      return { wish: wished };
    },
  };
};
