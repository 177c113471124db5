import type { CivilDate } from "../clock/index.ts";
import { isListed } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import { type RegisteredShowing, sumRegister, weekOfDay } from "../ledger/index.ts";
import type { LedgerRow, Value } from "../ledger-book/index.ts";
import { daysOfMonth, type Month, plusDays, weekdayOf } from "../session/index.ts";
import type { ReportFacts } from "./facts.ts";
import type {
  BranchFigures,
  CategoryFigures,
  Figures,
  MonthFigures,
  PlayedItem,
  Sums,
  WeekFigures,
  WishFigures,
} from "./figures.ts";
import { inHeaps } from "./heaps.ts";
import { monthKey, type ReportBench } from "./lay-out.ts";
import { branchOfShowing, byCategory, rollsOf, shownLines } from "./month-sums.ts";
import { monthsOf, type ReportSpan } from "./span.ts";

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const asCount = (value: Value | undefined): number => (typeof value === "number" ? value : 0);

const rowsIn = (bench: ReportBench, book: string, month: Month): readonly LedgerRow[] =>
  (bench.rows.get(book) ?? []).filter(({ entry }) => entry.on.startsWith(month));

const monthFigures = (bench: ReportBench, month: Month): MonthFigures => {
  const { facts } = bench;
  const held = bench.held.get(month) ?? [];
  const { lines, ...sums } = sumRegister(held);
  const headless = held.filter(
    ({ report }) => report?.members == null && report?.residents == null,
  );
  const calls = headless.map((showing) => rollsOf(showing, bench.rolls));
  const called = total(calls.flat().map(({ present }) => present));
  const days = bench.downloads.get(month) ?? [];
  const training = rowsIn(bench, "training", month);
  const repairs = bench.rows.get("repair") ?? [];
  const asked = facts.uses.filter(({ on }) => on.startsWith(month));
  return {
    month,
    ahead: month > monthKey(facts.today),
    before: month < bench.first,
    showings: sums.showings,
    plays: lines,
    minutes: sums.minutes,
    members: sums.members,
    residents: sums.residents,
    called,
    people: sums.members + sums.residents + called,
    uncounted: calls.filter((rolls) => rolls.length === 0).length,
    downloads: days.length,
    downloadDays: new Set(days).size,
    training: training.length,
    trainingHours: total(training.map(({ values }) => asCount(values["hours"]))),
    feedback: rowsIn(bench, "feedback", month).length,
    notes: rowsIn(bench, "notes", month).length,
    previews: rowsIn(bench, "preview", month).length,
    faults: repairs.filter(({ entry }) => entry.on.startsWith(month)).length,
    mended: repairs.filter(({ values }) => String(values["mended"] ?? "").startsWith(month)).length,
    runs: rowsIn(bench, "run", month).length,
    used: asked.filter(({ used }) => used).length,
    unused: asked.filter(({ used }) => !used).length,
    questions: facts.questions.filter(({ askedOn }) => askedOn.startsWith(month)).length,
    answered: facts.questions.filter(({ answered }) => answered?.on.startsWith(month) === true)
      .length,
  };
};

const sumOf = (months: readonly Sums[], name: keyof Sums): number =>
  total(months.map((one) => one[name]));

const categoriesOf = (bench: ReportBench, months: readonly Month[]): readonly CategoryFigures[] => {
  // Month by month, so that a year's row is the sum of what the months' cards said.
  const parts = months.map((month) => byCategory(bench.held.get(month) ?? [], bench.facts.items));
  return (parts[0] ?? []).map(({ category }, at) => ({
    category,
    plays: total(parts.map((part) => part[at]?.plays ?? 0)),
    minutes: total(parts.map((part) => part[at]?.minutes ?? 0)),
  }));
};

/** The branches that a row of the training book names: their names as the calendar has them, a mark between. */
const namesBranch = ({ values }: LedgerRow, name: string): boolean =>
  String(values["branches"] ?? "")
    .split(/[、，,；;/\s]+/u)
    .some((one) => one.normalize("NFKC") === name.normalize("NFKC").replace(/\s+/gu, ""));

const branchesOf = (bench: ReportBench, months: readonly Month[]): readonly BranchFigures[] => {
  const { facts } = bench;
  const whose = months.map((month) =>
    inHeaps(bench.held.get(month) ?? [], (showing) =>
      branchOfShowing(showing, rollsOf(showing, bench.rolls), facts.branchOf),
    ),
  );
  const rolls = months.flatMap((month) => bench.rollsOfMonth.get(month) ?? []);
  const training = months.flatMap((month) => rowsIn(bench, "training", month));
  return facts.branches.map(({ id, name }) => {
    const held = whose.map((heaps) => heaps.get(id) ?? []);
    const own = rolls.filter(({ branch }) => branch === id);
    const of = (figure: "expected" | "present" | "sick" | "excused" | "unmarked"): number =>
      total(own.map((roll) => roll[figure]));
    return {
      branch: id,
      showings: total(held.map(({ length }) => length)),
      minutes: total(held.map((showings) => sumRegister(showings).minutes)),
      training: training.filter((row) => namesBranch(row, name)).length,
      rolls: own.length,
      expected: of("expected"),
      present: of("present"),
      sick: of("sick"),
      excused: of("excused"),
      unmarked: of("unmarked"),
    };
  });
};

const weeksOf = (bench: ReportBench, months: readonly Month[]): readonly WeekFigures[] => {
  const { today } = bench.facts;
  const [firstDay] = daysOfMonth(bench.first);
  const began = firstDay === undefined ? today : (weekOfDay(firstDay)[0] ?? today);
  // A week may reach into the next month, whose days are its days too.
  const days = new Set([...bench.downloads.values()].flat());
  return months.flatMap(daysOfMonth).flatMap((day): readonly WeekFigures[] => {
    if (weekdayOf(day) !== 1 || day > today || day < began) return [];
    const week = weekOfDay(day);
    return [
      {
        monday: day,
        days: week.filter((one) => days.has(one)).length,
        open: plusDays(day, 6) >= today,
      },
    ];
  });
};

const playedOf = (
  showings: readonly RegisteredShowing[],
  items: ReportFacts["items"],
): readonly PlayedItem[] => {
  const played = new Map<string, PlayedItem>();
  for (const line of showings.flatMap(shownLines)) {
    // What has no item here is known by its title: the same disc twice is one.
    const key: string = line.item ?? line.title;
    const item = line.item == null ? undefined : items.get(line.item);
    const before = played.get(key);
    played.set(key, {
      key,
      title: item?.title ?? line.title,
      number: item?.number ?? line.number ?? undefined,
      plays: (before?.plays ?? 0) + 1,
    });
  }
  return [...played.values()].sort((a, b) => b.plays - a.plays || (a.key < b.key ? -1 : 1));
};

const wishesOf = (facts: ReportFacts, months: readonly Month[]): WishFigures => {
  const within = new Set<string>(months);
  const noted = facts.wishes.filter(({ row }) => within.has(monthKey(row.firstOn)));
  const met = noted.filter(({ standing: { type } }) => type === "played" || type === "answered");
  const declined = noted.filter(({ standing: { type } }) => type === "declined");
  return {
    noted: noted.length,
    met: met.length,
    declined: declined.length,
    waiting: noted.length - met.length - declined.length,
  };
};

const everPlayed = (bench: ReportBench, until: string | undefined): ReadonlySet<RecordId> => {
  const ids = new Set<RecordId>();
  for (const [month, showings] of bench.held) {
    if (until !== undefined && month > until) continue;
    for (const line of showings.flatMap(shownLines)) if (line.item != null) ids.add(line.item);
  }
  return ids;
};

const neverPlayed = (bench: ReportBench, months: readonly Month[]): number => {
  const played = everPlayed(bench, months.at(-1));
  return [...bench.facts.items.values()].filter((item) => isListed(item) && !played.has(item.id))
    .length;
};

const openFaultDays = (bench: ReportBench): readonly number[] =>
  (bench.rows.get("repair") ?? []).flatMap(({ openDays }) => openDays ?? []);

/** Posts that are held today, as the duty roster has them; somebody whose last day has passed holds none. */
const postsOf = (bench: ReportBench, today: CivilDate): readonly string[] => {
  const rows = (bench.rows.get("posts") ?? []).filter(
    ({ values }) => typeof values["until"] !== "string" || values["until"] >= today,
  );
  return [...new Set(rows.map(({ values }) => String(values["post"] ?? "")))].filter(Boolean);
};

/** The figures of a report, each told from what stands in the books. */
export const figuresOf = (bench: ReportBench, span: ReportSpan): Figures => {
  const { facts } = bench;
  const months = monthsOf(span);
  const parts = months.map((month) => monthFigures(bench, month));
  const showings = months.flatMap((month) => bench.held.get(month) ?? []);
  const written = [...bench.rows.values()].map(
    (rows) => rows.filter(({ entry }) => months.some((month) => entry.on.startsWith(month))).length,
  );
  const faults = openFaultDays(bench);
  const menus = showings.flatMap(shownLines).flatMap(({ menu }) => menu ?? []);
  return {
    showings: sumOf(parts, "showings"),
    plays: sumOf(parts, "plays"),
    minutes: sumOf(parts, "minutes"),
    members: sumOf(parts, "members"),
    residents: sumOf(parts, "residents"),
    called: sumOf(parts, "called"),
    people: sumOf(parts, "people"),
    uncounted: sumOf(parts, "uncounted"),
    downloads: sumOf(parts, "downloads"),
    downloadDays: sumOf(parts, "downloadDays"),
    training: sumOf(parts, "training"),
    trainingHours: sumOf(parts, "trainingHours"),
    feedback: sumOf(parts, "feedback"),
    notes: sumOf(parts, "notes"),
    previews: sumOf(parts, "previews"),
    faults: sumOf(parts, "faults"),
    mended: sumOf(parts, "mended"),
    runs: sumOf(parts, "runs"),
    used: sumOf(parts, "used"),
    unused: sumOf(parts, "unused"),
    questions: sumOf(parts, "questions"),
    answered: sumOf(parts, "answered"),
    months: parts,
    categories: categoriesOf(bench, months),
    branches: branchesOf(bench, months),
    weeks: weeksOf(bench, months),
    played: playedOf(showings, facts.items),
    held: [...facts.items.values()].filter(isListed).length,
    neverPlayed: neverPlayed(bench, months),
    menus: new Set(menus).size,
    wishes: wishesOf(facts, months),
    openFaults: faults.length,
    oldestFaultDays: faults.length === 0 ? undefined : Math.max(...faults),
    bookRows: total(written),
    books: written.filter((rows) => rows > 0).length,
    posts: postsOf(bench, facts.today),
    branchCount: facts.branches.length,
  };
};
