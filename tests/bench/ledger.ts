/**
 * Ten years of a site's ledgers: 1,000 sessions, 60 people each, three films a session. From the stored records to
 * what a page shows, as after a change, when nothing is remembered: a month of the playback register, a month of
 * the run log, the roll book of a branch. Beside each, the same rows taken out of plain arrays that were parsed
 * from JSON.
 */
import { commitChanges, create, type FieldPut, type RecordState } from "@dianbo/shared/changes";
import { civilDateOf, fixedClock, type Instant } from "@dianbo/shared/clock";
import { newDeviceId, newRecordId, newSiteId, newWriterId } from "@dianbo/shared/identity";
import { readRegister, readSiteTargets, showingsOf, sumRegister } from "@dianbo/shared/ledger";
import {
  allForms,
  enterRow,
  pageOf,
  readLedgers,
  readRow,
  sumLedger,
} from "@dianbo/shared/ledger-book";
import { readQuestions } from "@dianbo/shared/question";
import {
  draftOf,
  figuresOf,
  layOut,
  readLearningUses,
  sectionsOf,
  targetsOf,
  yearOf,
} from "@dianbo/shared/report";
import {
  countMarks,
  gridOf,
  keepRollCount,
  MARKS,
  type Person,
  type Roll,
  readRollCounts,
  rollIdOf,
} from "@dianbo/shared/roll-call";
import { monthOf } from "@dianbo/shared/session";
import { type BenchLine, benchLine, medianMillis } from "./measure.ts";

const SESSIONS = 1000;
const PEOPLE = 60;
const FILMS = 3;
/** Milliseconds; set by issue 10. */
const LIMIT_PAGE_MS = 50;
/** Milliseconds; set by issue 10. */
const LIMIT_REPORT_MS = 1000;

let last = 0;
const newId = (): string => {
  last += 1;
  return `bench-${String(last).padStart(18, "0")}`;
};

const tenYears = () => {
  const site = newSiteId(newId);
  const branch = newRecordId(newId);
  const clock = fixedClock(Date.UTC(2016, 0, 6, 11));
  const run = allForms([]).find(({ id }) => id === "run");
  if (run === undefined) throw new Error("no run log");
  const people = Array.from({ length: PEOPLE }, (_, place): Person => {
    const id = newRecordId(newId);
    return {
      id,
      branch,
      name: `人${place}`,
      initials: "r",
      place,
      since: civilDateOf(clock.now()),
    };
  });
  const puts: FieldPut[] = [];
  const rolls: Roll[] = [];
  let now: Instant = clock.now();
  for (let session = 0; session < SESSIONS; session += 1) {
    clock.set(now + 3.65 * 86_400_000);
    now = clock.now();
    const on = civilDateOf(now);
    const of = newRecordId(newId);
    for (let film = 0; film < FILMS; film += 1) {
      puts.push(
        ...create(
          { id: newRecordId(newId), kind: "playback" },
          {
            item: newRecordId(newId),
            startedAt: now + film * 1_200_000,
            title: `第 ${session} 场的第 ${film} 部`,
            number: 1000 + ((session * 3 + film) % 4000),
            session: of,
            played: { seconds: 1100, completed: true },
          },
        ),
      );
    }
    const marks = Object.fromEntries(
      people.map(({ id }, at) => [id, MARKS[(at + session) % MARKS.length] ?? "present"]),
    );
    const place = { on, branch, session: of };
    const called = people.map(({ id }) => id);
    rolls.push({ id: rollIdOf(place, site), ...place, marks, called, takenAt: now });
    puts.push(...keepRollCount(place, countMarks(called, marks), site).puts);
    const row = readRow(run, { on, cells: { device: "全套", from: "18:30", by: "a" } }, on);
    if (row.ok) puts.push(...enterRow(run, row.value, { post: "A", now, newId }).changes.puts);
  }
  const { states } = commitChanges(
    () => undefined,
    { label: { type: "bench" }, puts },
    {
      site,
      writer: newWriterId(newDeviceId(newId), newId),
      post: "A",
      counter: 1,
      stamp: { millis: now, tick: 0 },
    },
  );
  return { site, records: states, run, people, rolls, today: civilDateOf(now) };
};

/** The same rows as one would keep them without any law: parsed from text, filtered by month. */
const plainMonth = (text: string, month: string): number => {
  const rows: readonly { readonly on: string }[] = JSON.parse(text);
  return rows.filter(({ on }) => on.startsWith(month)).length;
};

const asPlain = (records: readonly RecordState[], kind: string): string =>
  JSON.stringify(
    records
      .filter((record) => record.kind === kind)
      .map(({ id, fields }) => ({
        id,
        on: "2020-01-01",
        ...Object.fromEntries(
          Object.entries(fields).map(([name, [write]]) => [name, write?.value]),
        ),
      })),
  );

/** Runs the bench. */
export const bench = (): readonly BenchLine[] => {
  const { site, records, run, people, rolls, today } = tenYears();
  const month = monthOf(today);
  const page = (): number => {
    const showings = showingsOf(readRegister(records, site), site, () => undefined);
    return sumRegister(showings.filter(({ on }) => on.startsWith(month))).showings;
  };
  const book = (): number =>
    sumLedger(pageOf(readLedgers(records, site), run, month, today).rows).rows;
  const grid = (): number => {
    readRollCounts(records, site);
    return gridOf(people, rolls.slice(-9)).rows.length;
  };
  const year = (): number => gridOf(people, rolls).rows.length;
  /** A year's report with all its words, from the stored records of ten years. */
  const report = (): number => {
    const bench = layOut({
      showings: showingsOf(readRegister(records, site), site, () => undefined),
      rolls: readRollCounts(records, site),
      downloads: [],
      wishes: [],
      items: new Map(),
      ledgers: readLedgers(records, site),
      uses: readLearningUses(records, site),
      questions: readQuestions(records, site).questions,
      branches: [],
      branchOf: () => undefined,
      today,
    });
    const span = yearOf(month);
    const figures = figuresOf(bench, span);
    const targets = targetsOf(span, readSiteTargets(undefined, site), 2);
    const texts = sectionsOf(span).map((section) =>
      draftOf(section, { span, figures, targets, open: true, language: "zh-CN" }),
    );
    return texts.every((text) => text !== "") ? figures.people : 0;
  };
  const playbacks = asPlain(records, "playback");
  const entries = asPlain(records, "ledger-entry");
  const rollText = JSON.stringify(rolls);
  if (page() === 0 || book() === 0 || grid() !== PEOPLE || year() !== PEOPLE || report() === 0) {
    throw new Error("the pages are empty");
  }
  return [
    benchLine(
      { name: "page of the register, ten years", unit: "ms", limit: LIMIT_PAGE_MS },
      medianMillis(page),
      "parsed and filtered, ms",
      medianMillis(() => plainMonth(playbacks, month)),
    ),
    benchLine(
      { name: "page of the run log, ten years", unit: "ms", limit: LIMIT_PAGE_MS },
      medianMillis(book),
      "parsed and filtered, ms",
      medianMillis(() => plainMonth(entries, month)),
    ),
    benchLine(
      { name: "page of the roll book, ten years", unit: "ms", limit: LIMIT_PAGE_MS },
      medianMillis(grid),
      "parsed and filtered, ms",
      medianMillis(() => plainMonth(rollText, month)),
    ),
    benchLine(
      { name: "all roll calls of ten years as one grid", unit: "ms" },
      medianMillis(year),
      "parsed and filtered, ms",
      medianMillis(() => plainMonth(rollText, month)),
    ),
    benchLine(
      { name: "report of a year, ten years of books", unit: "ms", limit: LIMIT_REPORT_MS },
      medianMillis(report),
      "parsed and filtered, ms",
      medianMillis(
        () =>
          plainMonth(playbacks, month) + plainMonth(entries, month) + plainMonth(rollText, month),
      ),
    ),
  ];
};
