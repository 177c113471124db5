import type { RecordState } from "../changes/index.ts";
import { type CivilDate, civilDateOf } from "../clock/index.ts";
import type { DamagedRow } from "../courseware/index.ts";
import type { RecordId, SiteId } from "../identity/index.ts";
import { LEDGER_PRINT_KIND, type MonthPrint, readPrint } from "../ledger-book/index.ts";
import { REGISTER_KINDS, type RegisterLine, readRegisterLine } from "./register-line.ts";
import {
  type ReportedShowing,
  readSessionReport,
  reportIdOf,
  SESSION_REPORT_KIND,
  type SessionReport,
} from "./session-report.ts";

/** The kinds of record that make the playback register. */
export const PLAYBACK_REGISTER_KINDS = [
  ...REGISTER_KINDS,
  SESSION_REPORT_KIND,
  LEDGER_PRINT_KIND,
] as const;

/** The book as which printings of the register are noted. */
export const REGISTER_BOOK = "register";

/** The playback register (播放收看登记) as it is stored. */
export interface Register {
  /** All lines, struck ones included, by when they began. */
  readonly lines: readonly RegisterLine[];
  readonly reports: ReadonlyMap<RecordId, SessionReport>;
  /** The printings of its months, by month. */
  readonly prints: ReadonlyMap<string, MonthPrint>;
  readonly damaged: readonly DamagedRow[];
}

const inOrder = (a: RegisterLine, b: RegisterLine): number =>
  a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);

/**
 * Of several lines that put the same one right (two posts who had not met), one counts: the one written
 * with the highest id, the same on every PC. The others are struck too, with no reason of their own.
 */
const oneCorrectionEach = (lines: readonly RegisterLine[]): readonly RegisterLine[] => {
  const chosen = new Map<RecordId, RecordId>();
  for (const { id, corrects, struck } of lines) {
    if (corrects == null || struck != null) continue;
    const known = chosen.get(corrects);
    if (known === undefined || id > known) chosen.set(corrects, id);
  }
  return lines.map((line) =>
    line.corrects == null || line.struck != null || chosen.get(line.corrects) === line.id
      ? line
      : { ...line, struck: { reason: "", at: line.startedAt } },
  );
};

/** Reads the register out of records; others are passed over. */
export const readRegister = (records: Iterable<RecordState>, site: SiteId): Register => {
  const all = [...records];
  const lines: RegisterLine[] = [];
  const reports = new Map<RecordId, SessionReport>();
  const damaged: DamagedRow[] = [];
  const prints = new Map<string, MonthPrint>();
  for (const record of all) {
    const print = readPrint(record, site);
    if (print?.book === REGISTER_BOOK) prints.set(print.month, print);
  }
  const printed = new Set([...prints.values()].flatMap(({ rows }) => rows));
  for (const record of all) {
    const line = readRegisterLine(record, site, printed);
    const report = line === undefined ? readSessionReport(record, site) : undefined;
    if (line?.ok === true) lines.push(line.value);
    if (report?.ok === true) reports.set(record.id, report.value);
    if (line?.ok === false) damaged.push(line.error);
    if (report?.ok === false) damaged.push(report.error);
  }
  return { lines: oneCorrectionEach(lines.sort(inOrder)), reports, prints, damaged };
};

/** What was shown at one time: the lines of a session, or of a day beside all sessions. */
export interface RegisteredShowing extends ReportedShowing {
  readonly id: RecordId;
  readonly lines: readonly RegisterLine[];
  readonly report: SessionReport | undefined;
}

/** Somebody who tried a film for some seconds has shown nothing: so long must it run, in seconds. */
const SHORTEST = 60;

/** Whether a line counts as shown: not struck, and run to its end or for a minute; where nobody knows, yes. */
export const countsAsShown = ({ struck, played }: RegisterLine): boolean =>
  struck == null && (played == null || played.completed || played.seconds >= SHORTEST);

/**
 * The register by showings (场), in order. `sessionOf` says to which session of the calendar a line belongs
 * that does not say so itself.
 */
export const showingsOf = (
  { lines, reports }: Register,
  site: SiteId,
  sessionOf: (line: RegisterLine) => RecordId | undefined,
): readonly RegisteredShowing[] => {
  const heaps = new Map<RecordId, ReportedShowing & { readonly lines: RegisterLine[] }>();
  for (const line of lines) {
    const on = civilDateOf(line.startedAt);
    const session = line.session ?? sessionOf(line);
    const id = reportIdOf({ on, session }, site);
    const heap = heaps.get(id);
    if (heap === undefined) heaps.set(id, { on, session, lines: [line] });
    else heap.lines.push(line);
  }
  return [...heaps].map(([id, heap]) => ({ ...heap, id, report: reports.get(id) }));
};

/** The showings whose card waits: something was shown, and nobody has answered or put it away. The latest first. */
export const waitingShowings = (
  showings: readonly RegisteredShowing[],
  since: CivilDate,
): readonly RegisteredShowing[] =>
  showings
    .filter(
      ({ on, report, lines }) => report === undefined && on >= since && lines.some(countsAsShown),
    )
    .reverse();

/** What a stretch of the register comes to; every figure is told from lines that stand. */
export interface RegisterSums {
  readonly showings: number;
  readonly lines: number;
  readonly minutes: number;
  readonly members: number;
  readonly residents: number;
  /** Showings for which nobody has noted how many came. */
  readonly uncounted: number;
}

/** Minutes that a line really ran; `undefined` where nobody knows. */
export const minutesShown = ({ played }: RegisterLine): number | undefined =>
  played == null ? undefined : Math.round(played.seconds / 60);

/** Sums showings up. */
export const sumRegister = (showings: readonly RegisteredShowing[]): RegisterSums => {
  const held = showings.filter(({ lines }) => lines.some(countsAsShown));
  const shown = held.flatMap(({ lines }) => lines.filter(countsAsShown));
  const sum = (numbers: readonly (number | null | undefined)[]): number =>
    numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
  return {
    showings: held.length,
    lines: shown.length,
    minutes: Math.round(sum(shown.map(({ played }) => played?.seconds)) / 60),
    members: sum(held.map(({ report }) => report?.members)),
    residents: sum(held.map(({ report }) => report?.residents)),
    uncounted: held.filter(({ report }) => report?.members == null && report?.residents == null)
      .length,
  };
};
