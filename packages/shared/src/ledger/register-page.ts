import type { RecordId } from "../identity/index.ts";
import type { MonthPrint } from "../ledger-book/index.ts";
import type { RegisteredShowing } from "./register.ts";
import type { RegisterLine } from "./register-line.ts";

/** What of a month was written after it had been printed. */
export interface RegisterAmendments {
  /** Lines that had happened before the printing and stand on no first paper. What ran afterwards is none of them. */
  readonly late: ReadonlySet<RecordId>;
  /** What each correcting line puts right, with its reason. */
  readonly corrections: ReadonlyMap<RecordId, string>;
  /** Something is not as it stands on the latest paper: it wants printing again. */
  readonly amended: boolean;
}

/** Whether a line is on the first paper of its month, or ran only after that was printed. */
const isOnTime = (line: RegisterLine, print: MonthPrint): boolean =>
  print.rows.includes(line.id) || line.startedAt > print.first;

/** Compares a month of the register with its paper; `print` is missing while there is none. */
export const amendmentsOf = (
  showings: readonly RegisteredShowing[],
  print: MonthPrint | undefined,
): RegisterAmendments => {
  const lines = showings.flatMap((showing) => showing.lines);
  const reasons = new Map(lines.map(({ id, struck }) => [id, struck?.reason ?? ""]));
  const corrections = new Map(
    lines.flatMap(({ id, corrects }) =>
      corrects == null ? [] : [[id, reasons.get(corrects) ?? ""] as const],
    ),
  );
  if (print === undefined) return { late: new Set(), corrections, amended: false };
  const onPaper = new Set(print.latest ?? print.rows);
  const isChanged = ({ id, struck, takenBack }: RegisterLine): boolean =>
    !onPaper.has(id) || (struck != null && struck.at > print.last) || takenBack === true;
  return {
    late: new Set(lines.filter((line) => !isOnTime(line, print)).map(({ id }) => id)),
    corrections,
    amended:
      lines.some(isChanged) ||
      showings.some(({ report }) => (report?.answeredAt ?? 0) > print.last),
  };
};
