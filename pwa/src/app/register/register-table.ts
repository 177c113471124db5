import { civilDateOf } from "@dianbo/shared/clock";
import {
  minutesShown,
  type RegisterAmendments,
  type RegisteredShowing,
  type RegisterLine,
} from "@dianbo/shared/ledger";
import type { Schedule } from "@dianbo/shared/session";
import type { WishRow } from "@dianbo/shared/wish";
import type { Words } from "../../locales/index.ts";
import type { OfficeCell, OfficeTable } from "../../office-files/index.ts";
import type { LibrarySnapshot } from "../../storage/index.ts";
import { factsOf, hourOf, wishesOn } from "./showing-facts.ts";

/** A row of the register's table: its cells, and whether it was struck out. */
export interface RegisterRow {
  readonly id: string;
  readonly cells: readonly OfficeCell[];
  /** Why it was struck out, in words. */
  readonly struck: string | undefined;
  readonly title: string;
}

/** Why a line was struck out, in words; `undefined` where it stands. */
export const whyStruck = (
  { struck, takenBack }: RegisterLine,
  words: Words["register"],
): string | undefined => {
  if (struck == null) return undefined;
  if (takenBack === true) return words.takenBack;
  return struck.reason === "" ? words.struckElsewhere : words.struck(struck.reason);
};

/** What a line that stands is to a printed month: added late, a correction; `undefined` where it is neither. */
export const whyAmended = (
  { id, reason }: RegisterLine,
  { late, corrections }: RegisterAmendments,
  words: Words["register"],
): string | undefined => {
  const correction = corrections.get(id);
  if (correction !== undefined) return words.corrected(correction);
  return late.has(id) ? words.late(reason ?? "") : undefined;
};

/** What a head count said before it was put right, each change on a line. */
export const earlierCounts = (
  { report }: RegisteredShowing,
  words: Words["register"],
): readonly string[] =>
  (report?.amended ?? []).map(({ members, residents, reason }) =>
    words.wasCounted(members ?? undefined, residents ?? undefined, reason),
  );

const orNothing = (text: string): OfficeCell => (text === "" ? null : text);

/** The register as the paper form has it (`words.register.columns`): head counts and talk stand on a showing's first row. */
export const registerRows = (
  showings: readonly RegisteredShowing[],
  from: {
    readonly schedule: Schedule;
    readonly menus: LibrarySnapshot["menus"];
    readonly wishes: readonly WishRow[];
    readonly amendments: RegisterAmendments;
  },
  all: Words,
): readonly RegisterRow[] => {
  const words = all.register;
  return showings.flatMap((showing) => {
    const { place, branch } = factsOf(showing, from.schedule, from.menus, all);
    const { report } = showing;
    const told: readonly OfficeCell[] = [
      report?.members ?? null,
      report?.residents ?? null,
      orNothing(
        [report?.discussion ?? "", ...earlierCounts(showing, words)].filter(Boolean).join("\n"),
      ),
      orNothing(wishesOn(showing.on, from.wishes)),
    ];
    const leading = showing.lines.findIndex(({ struck }) => struck == null);
    return showing.lines.map((line, at): RegisterRow => {
      const why = whyStruck(line, words);
      const beside = why ?? whyAmended(line, from.amendments, words);
      return {
        id: line.id,
        struck: why,
        title: line.title,
        cells: [
          `${civilDateOf(line.startedAt)} ${hourOf(line.startedAt)}`,
          line.number ?? null,
          beside === undefined ? line.title : `${line.title}（${beside}）`,
          minutesShown(line) ?? null,
          line.by == null ? words.byRoom : words.by[line.by],
          orNothing([line.place ?? place, branch].filter(Boolean).join(" ")),
          ...(at === leading ? told : [null, null, null, null]),
          line.post == null ? null : all.shell.post(line.post),
        ],
      };
    });
  });
};

/** Widths of the columns in Chinese characters, in the order of `words.register.columns`. */
const WIDTHS = [9, 4, 16, 4, 5, 8, 4, 4, 16, 12, 4];

/** Rows of the register as a table of a file. */
export const registerTable = (
  name: string,
  rows: readonly RegisterRow[],
  { columns }: Words["register"],
): OfficeTable => ({
  name,
  columns: columns.map((column, at) => ({
    name: column,
    width: WIDTHS[at] ?? 6,
    align: "left" as const,
  })),
  rows: rows.map(({ cells }) => cells),
  struck: rows.flatMap(({ struck }, at) => (struck === undefined ? [] : [at])),
});
