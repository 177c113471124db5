/**
 * A year's archive, read back by strangers: every book that comes with the product is brought in from a pasted
 * table, archived, and its workbook and its page are compared cell by cell with what was typed; nobody's name is
 * in a file that was not asked to hold it.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commitChanges, type FieldPut } from "@dianbo/shared/changes";
import { civilDateSchema, instantSchema, minutesSchema } from "@dianbo/shared/clock";
import { newDeviceId, newRecordId, newSiteId, newWriterId } from "@dianbo/shared/identity";
import {
  answerShowing,
  readRegister,
  readSiteTargets,
  recordShowing,
  showingsOf,
} from "@dianbo/shared/ledger";
import {
  allForms,
  enterRows,
  joinValues,
  ledgerLayout,
  matchRows,
  nameIn,
  readLedgers,
  type Values,
} from "@dianbo/shared/ledger-book";
import { layOut } from "@dianbo/shared/report";
import {
  countMarks,
  keepRollCount,
  type Person,
  type Roll,
  readRollCounts,
  rollIdOf,
} from "@dianbo/shared/roll-call";
import { addBranch, addPlanRow, monthSchema, readSchedule } from "@dianbo/shared/session";
import { unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import readXlsx from "read-excel-file/node";
import * as v from "valibot";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ledgers as ledgerWords } from "../../../locales/zh-CN/ledgers.ts";
import { papers as words } from "../../../locales/zh-CN/papers.ts";
import { reports as reportWords } from "../../../locales/zh-CN/reports.ts";
import { zhCN } from "../../../locales/zh-CN.ts";
import { writeXlsx } from "../../../office-files/write-xlsx.ts";
import { makeArchive } from "./make-archive.ts";
import { yearPapers } from "./year-papers.ts";

const TODAY = v.parse(civilDateSchema, "2026-11-30");
const NOW = v.parse(instantSchema, Date.UTC(2026, 10, 30, 2));
const NAME = "欧阳〇七";

/** Two rows of every book as an old table has them, the day first; columns are parted by |, rows by ;. */
const TYPED: Readonly<Record<string, readonly (readonly string[])[]>> = Object.fromEntries(
  Object.entries({
    run: "2026-03-02|电脑、投影|18:30|20:15|A岗|防火、防盗|好|正常;2026-11-02|全套|08:00||B岗||断断续续|",
    repair:
      "2026-03-02|投影机|EB-X05|灯泡不亮|活动室|2026-03-02|换灯泡|欧阳〇七|2026-03-05|换了新的|亮了;2026-11-02|音箱||右边没声|||||||",
    equipment:
      "1998-03-05|1|电脑|启天|4 GB|1|1998-03-01|活动室|8123-0000|欧阳〇七;2026-11-02|2|投影机|EB-X05|3300 流明|2|2019-03-02|||欧阳〇七",
    lending:
      "2026-03-02|U 盘|3 号，农技|1|欧阳〇七|2026-03-09|2026-03-08|查过，没毒|;2026-11-02|光盘|7 号，戏曲|2|欧阳〇七||||送学上门",
    preview:
      "2026-03-02|老年保健餐|2026-03-09|19:00|活动室|高血压|老年人|宣传栏、LED 屏;2026-11-02|地道战|2026-11-09|19:30|广场|故事片||",
    feedback:
      "2026-03-02|八段锦|讲得实在|声音小|糖尿病吃啥|欧阳〇七|下场印一张;2026-11-02|地道战|好看||老电影||",
    notes: "2026-03-02|遵义会议|敢改才走得通|欧阳〇七;2026-11-02|一面党旗|记住了|",
    posts:
      "2026-03-02|组长|欧阳〇七|总的负责||8123-0000|;2026-11-02|管理员（A岗）|欧阳〇七|下课件|周一、三||2026-11-20",
    handover:
      "2026-03-02|管理员（A岗）|管理员（B岗）|点播本、钥匙|音箱没修|欧阳〇七|;2026-11-02|管理员（B岗）|管理员（A岗）|台账|||清楚了",
    training:
      "2026-03-02|课件下载|县电教中心|县委党校|6|A岗、B岗|第一党支部|欧阳〇七|合格;2026-11-02|台账|镇里||2|B岗|||",
  }).map(([id, rows]) => [id, rows.split(";").map((row) => row.split("|"))]),
);

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `archive-test-${String(ids).padStart(12, "0")}`;
};

/** A site with every book written, two showings, a roll call and a plan. */
const siteOfYear = () => {
  ids = 0;
  const site = newSiteId(newId);
  const hand = { post: "A" as const, now: NOW, newId };
  const personal = new Map<string, Values>();
  const puts: FieldPut[] = [];
  for (const form of allForms([])) {
    const table = [
      [nameIn(form.dayName, "zh-CN"), ...form.fields.map(({ name }) => name["zh-CN"])],
      ...(TYPED[form.id] ?? []),
    ];
    const drafts = matchRows(form, table, ledgerLayout(form, table), TODAY).map(({ read }) => {
      if (!read.ok) throw new Error(`${form.id} ${JSON.stringify(read.error)}`);
      return read.value;
    });
    const made = enterRows(form, drafts, hand);
    puts.push(...made.changes.puts);
    for (const [id, values] of made.personal) personal.set(id, values);
  }
  const showing = (on: string, title: string, minutes: number, members: number): void => {
    const startedAt = v.parse(instantSchema, Date.parse(`${on}T19:00:00+08:00`));
    puts.push(
      ...recordShowing(
        { startedAt, what: { title }, minutes: v.parse(minutesSchema, minutes), by: "disc" },
        hand,
      ).puts,
      ...answerShowing(
        { on: v.parse(civilDateSchema, on) },
        { members, residents: 5, discussion: "都说好" },
        undefined,
        { site, post: "A", now: NOW },
      ).puts,
    );
  };
  showing("2026-03-02", "村里老照片", 28, 11);
  showing("2026-11-02", "地道战", 96, 14);
  showing("2025-12-30", "去年的", 15, 3);
  puts.push(...addBranch("第一党支部", [], { newId, random: () => 0.5 }).puts);
  puts.push(
    ...addPlanRow(
      {
        month: v.parse(monthSchema, "2026-03"),
        topic: "春耕备耕",
        content: "测土配方施肥",
        audience: "农民",
        when: "6日、16日",
        way: "集中收看",
        host: "A",
        sessions: 2,
      },
      newId,
    ).changes.puts,
  );
  const pen = {
    site,
    writer: newWriterId(newDeviceId(newId), newId),
    post: "A" as const,
    stamp: { millis: NOW, tick: 0 },
  };
  const first = commitChanges(
    () => undefined,
    { label: { type: "other" }, puts },
    { ...pen, counter: 1 },
  );
  const branch = readSchedule(first.states, site).branches[0]?.id;
  if (branch === undefined) throw new Error("no branch");
  const person: Person = {
    id: newRecordId(newId),
    branch,
    name: NAME,
    initials: "oyly",
    place: 0,
    since: TODAY,
  };
  const place = { on: v.parse(civilDateSchema, "2026-03-02"), branch };
  const marks = { [person.id]: "late" as const };
  const roll: Roll = {
    id: rollIdOf(place, site),
    ...place,
    marks,
    called: [person.id],
    takenAt: NOW,
  };
  const second = commitChanges(
    () => undefined,
    keepRollCount(place, countMarks([person.id], marks), site),
    { ...pen, counter: first.nextCounter },
  );
  const states = [...first.states, ...second.states];
  const ledgers = readLedgers(states, site);
  const register = readRegister(states, site);
  const showings = showingsOf(register, site, () => undefined);
  const schedule = readSchedule(states, site);
  const counts = readRollCounts(states, site);
  const papers = (withNames: boolean, year = 2026) =>
    yearPapers(year, {
      siteName: "青禾社区站",
      today: TODAY,
      items: new Map(),
      downloads: new Map(),
      menus: new Map(),
      standings: [],
      schedule,
      words,
      all: zhCN,
      ledgers,
      kept: allForms([]),
      register,
      showings,
      bench: layOut({
        showings,
        rolls: counts,
        downloads: [],
        wishes: [],
        items: new Map(),
        ledgers,
        uses: [],
        questions: [],
        branches: schedule.branches,
        branchOf: () => undefined,
        today: TODAY,
      }),
      desk: {
        records: new Map(states.map((state) => [state.id, state])),
        site,
        language: "zh-CN",
        today: TODAY,
        targets: readSiteTargets(undefined, site),
        days: 2,
      },
      reportWords,
      rolls: { people: [person], rolls: [roll], counts },
      pen: {
        siteName: "青禾社区站",
        personalOf: ({ parts }) =>
          withNames ? joinValues(parts.map((id) => personal.get(id) ?? {})) : {},
        remarksOf: () => [],
        language: "zh-CN",
        words: ledgerWords,
      },
      withNames,
    });
  return { papers };
};

const zipOf = (withNames: boolean, more: Partial<Parameters<typeof makeArchive>[3]> = {}) =>
  makeArchive(
    siteOfYear().papers(withNames),
    { title: "青禾社区站 2026 年度归档", day: TODAY, withNames, language: "zh-CN" },
    words,
    {
      workbookOf: async (document) => writeXlsx(document),
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...more,
    },
  );

const filesOf = async (withNames: boolean): Promise<Readonly<Record<string, Uint8Array>>> => {
  const made = await zipOf(withNames);
  if (!made.ok) throw new Error(made.error.type);
  return unzipSync(new Uint8Array(await made.value.file.arrayBuffer()));
};

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const sheetsOf = async (bytes: Uint8Array) => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-archive-"));
  const path = join(folder, "t.xlsx");
  await writeFile(path, bytes);
  const sheets = await readXlsx(path);
  await rm(folder, { recursive: true });
  return sheets.map(({ data }) => data.map((row) => row.map((cell) => String(cell ?? ""))));
};

const tablesOf = (html: string): readonly (readonly (readonly string[])[])[] =>
  [...parseHTML(html).document.querySelectorAll("table")].map((table) =>
    [...table.querySelectorAll("tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? ""),
    ),
  );

/** The file of an archive whose name ends so. */
const fileOf = (files: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array => {
  const found = Object.entries(files).find(([path]) => path.endsWith(name));
  if (found === undefined) throw new Error(`${name} is not among ${Object.keys(files).join()}`);
  return found[1];
};

beforeEach(() => {
  vi.stubGlobal("document", { documentElement: { lang: "zh-CN" } });
});

describe("a year's archive", () => {
  it.each(Object.entries(TYPED))(
    "holds the book %s cell by cell, in the workbook and on the page",
    async (id, typed) => {
      const files = await filesOf(true);
      const form = allForms([]).find((one) => one.id === id);
      if (form === undefined) throw new Error(id);
      const name = nameIn(form.name, "zh-CN");
      const heads = [
        nameIn(form.dayName, "zh-CN"),
        ...form.fields.map((field) => nameIn(field.name, "zh-CN")),
      ];
      const months = form.paged === "month" ? typed.map((row) => [row]) : [typed];
      const sheets = await sheetsOf(fileOf(files, `${name}.xlsx`));
      // A title, the heads, the rows, a gap, the signatures.
      expect(
        sheets.map((rows) => rows.slice(1, -2).map((row) => row.slice(0, heads.length))),
      ).toEqual(months.map((rows) => [heads, ...rows]));
      expect(tablesOf(textOf(fileOf(files, `${name}.html`)))).toEqual(
        months.map((rows) => [heads, ...rows]),
      );
    },
  );

  it("has reports and a register whose totals are those of the plain rows", async () => {
    const files = await filesOf(false);
    const register = tablesOf(textOf(fileOf(files, "学习收看登记簿.html")));
    expect(
      register.map((table) => table.slice(1).map((row) => [row[2], row[3], row[6], row[7]])),
    ).toEqual([[["村里老照片", "28", "11", "5"]], [["地道战", "96", "14", "5"]]]);
    const year = tablesOf(textOf(fileOf(files, "2026 年学用总结.html")));
    const totals = new Map(year[0]?.map((row) => [row[0], row[1]]));
    expect(totals.get("放映场次")).toBe("2");
    expect(totals.get("放映分钟")).toBe(String(28 + 96));
    expect(totals.get("党员人次")).toBe(String(11 + 14));
    expect(totals.get("人次合计")).toBe(String(11 + 14 + 5 + 5));
    const march = await sheetsOf(fileOf(files, "2026 年 3 月月报.xlsx"));
    expect(march[0]?.find(([name]) => name === "放映分钟")?.[1]).toBe("28");
    const plan = tablesOf(textOf(fileOf(files, "学习计划.html")));
    expect(plan[0]?.[1]?.slice(1)).toEqual([
      "春耕备耕",
      "测土配方施肥",
      "农民",
      "6日、16日",
      "集中收看",
      "A 岗",
      "2",
    ]);
    const calls = tablesOf(textOf(fileOf(files, "点名人数（不带姓名）.html")));
    expect(calls[0]?.[1]).toEqual(["2026-03-02", "第一党支部", "1", "1", "1", "0", "0", "0", "0"]);
  });

  it("names nobody unless it is asked to; the roll book comes along then", async () => {
    const readable = async (files: Readonly<Record<string, Uint8Array>>): Promise<string> => {
      const parts = await Promise.all(
        Object.entries(files).map(async ([path, bytes]) =>
          path.endsWith(".xlsx") ? JSON.stringify(await sheetsOf(bytes)) : textOf(bytes),
        ),
      );
      return [...Object.keys(files), ...parts].join("\n");
    };
    const without = await filesOf(false);
    expect((await readable(without)).includes(NAME)).toBe(false);
    expect(textOf(without["说明.txt"])).toContain("里面没有姓名");
    const named = await filesOf(true);
    expect(textOf(named["说明.txt"])).toContain("里面有姓名");
    const roll = tablesOf(textOf(fileOf(named, "第一党支部 点名册.html")));
    expect(roll[0]?.[1]).toEqual(["1", NAME, "迟", "1 / 1"]);
    expect((await readable(named)).includes(NAME)).toBe(true);
  });

  it("has contents that lead to every file, in pages without script, under names that Windows takes", async () => {
    const files = await filesOf(true);
    const { document } = parseHTML(textOf(files["index.html"]));
    const ways = [...document.querySelectorAll("a")].map((link) =>
      decodeURIComponent(link.getAttribute("href") ?? ""),
    );
    const others = Object.keys(files).filter((path) => !["index.html", "说明.txt"].includes(path));
    expect([...ways].sort()).toEqual(others.sort());
    expect(document.body.textContent).toContain("这一年没有写");
    for (const [path, bytes] of Object.entries(files)) {
      expect(path).not.toMatch(/[\\:*?"<>|]|[. ]$/u);
      if (!path.endsWith(".html")) continue;
      expect(textOf(bytes)).not.toMatch(/<script|https?:\/\/|javascript:/iu);
      expect(textOf(bytes)).toContain("@page{size:A4");
    }
  });

  it("is the same bytes twice, tells how far it is, and stops when told to", async () => {
    const [one, two] = await Promise.all([zipOf(true), zipOf(true)]);
    if (!one.ok || !two.ok) throw new Error("not made");
    expect(new Uint8Array(await one.value.file.arrayBuffer())).toEqual(
      new Uint8Array(await two.value.file.arrayBuffer()),
    );
    const stop = new AbortController();
    const seen: string[] = [];
    const onProgress = ({ done, name }: { readonly done: number; readonly name: string }) => {
      seen.push(`${done} ${name}`);
      if (done > 6) stop.abort();
    };
    const stopped = await zipOf(false, { signal: stop.signal, onProgress });
    expect(stopped).toEqual({ ok: false, error: { type: "stopped" } });
    expect(seen[0]).toBe("2 2026 年学用总结");
    expect(seen.length).toBeLessThan(6);
  });

  it("says so where a file of it cannot be written", async () => {
    const made = await zipOf(false, { workbookOf: async () => undefined });
    expect(made).toEqual({ ok: false, error: { type: "not-written" } });
  });

  it("of a year before the site existed has nothing but what stood there already", () => {
    const papers = siteOfYear().papers(true, 1999);
    expect(papers.filter(({ rows }) => rows !== 0).map(({ name }) => name)).toEqual(["设备登记簿"]);
  });
});
