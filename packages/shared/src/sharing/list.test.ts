import { readFileSync } from "node:fs";
import { strFromU8, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { commitOn, textOf } from "../../testing/pc.ts";
import {
  AUTUMN,
  idOf,
  keepTaken,
  libraryOf,
  siteOf,
  village,
  write,
} from "../../testing/sharing-site.ts";
import { put, shownValue } from "../changes/index.ts";
import { canonicalUrl } from "../courseware/index.ts";
import { readContainer, writeContainer } from "./container.ts";
import { decodeList } from "./decode-list.ts";
import { encodeList } from "./encode-list.ts";
import { LIST_LIMITS, LIST_NAME, type SharedList } from "./list-file.ts";
import { type TakenList, type Taking, takeList } from "./take-list.ts";

const MADE = { siteName: "青禾社区站", name: "防诈骗专题", at: AUTUMN };

const packed = (pc = village(), withNotes = false): Uint8Array =>
  encodeList(
    libraryOf(pc),
    { items: [idOf("rules")], menus: [idOf("evening")] },
    { ...MADE, site: pc.site, withNotes },
  );

const opened = (bytes: Uint8Array): SharedList => {
  const list = decodeList(bytes);
  if (!list.ok) throw new Error(JSON.stringify(list.error));
  return list.value;
};

const jsonOf = (bytes: Uint8Array): string => {
  const files = readContainer(bytes, LIST_LIMITS);
  return files.ok ? strFromU8(files.value.get(LIST_NAME) ?? new Uint8Array()) : "";
};

/** The village's list with some of its text replaced, as somebody with an editor would. */
const forged = (from: string, to: string): string => {
  const json = jsonOf(packed());
  expect(json).toContain(from);
  const list = decodeList(
    writeContainer(new Map([[LIST_NAME, strToU8(json.replaceAll(from, to))]])),
  );
  return list.ok ? "taken" : list.error.type;
};

const taken = (
  list: SharedList,
  pc: Parameters<typeof libraryOf>[0],
  taking?: Taking,
): TakenList => {
  const result = takeList(list, libraryOf(pc), taking);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe("packing a list", () => {
  test("holds the menu, its entries and its items once, by whom and under which name", () => {
    const list = opened(packed());
    expect(list).toMatchObject({ version: 1, siteName: "青禾社区站", name: "防诈骗专题" });
    expect(list.records.map(({ kind }) => kind).sort()).toEqual([
      "courseware",
      "courseware",
      "courseware",
      "set-menu",
      "set-menu-entry",
      "set-menu-entry",
      "set-menu-entry",
    ]);
  });

  test("leaves at home what is the site's own affair, and notes unless wanted", () => {
    const json = jsonOf(packed());
    for (const word of ["老王爱看", "spoken", "reviewed", "formerNumbers", "clippedBy", "<p>"]) {
      expect(json).not.toContain(word);
    }
    expect(json).toContain("flag.mp4");
    expect(jsonOf(packed(village(), true))).toContain("老王爱看");
  });

  test("gives the same bytes for the same state", () => {
    expect(packed()).toEqual(packed());
  });

  test("writes version 1 as it was written first", () => {
    const golden = new URL("../../../../tests/package-versions/v1.dianbo", import.meta.url);
    expect(packed()).toEqual(new Uint8Array(readFileSync(golden)));
  });

  test("makes harmless what a page has smuggled into a title of ours", () => {
    const pc = village();
    commitOn(pc, [
      put({ id: idOf("rules"), kind: "courseware" }, "title", "好\u202e片<script>1</script>"),
    ]);
    const list = opened(packed(pc));
    const rules = list.records.find(({ id }) => id === idOf("rules"));
    expect(rules?.fields["title"]?.[0]?.value).toBe("好片＜script>1＜/script>");
  });
});

describe("the gate", () => {
  test.each([
    ["a script in a title", "识别常见养老骗局", "<script>alert(1)</script>", "hostile-text"],
    ["a picture that runs", "识别常见养老骗局", "<img src=x onerror=alert(1)>", "hostile-text"],
    ["text that reads backwards", "识别常见养老骗局", "识别\u202egnp.exe", "hostile-text"],
    [
      "an address that is a script",
      "https://www.12371.cn/2026",
      "javascript:alert(1)//",
      "hostile-text",
    ],
    ["a list's name that reads backwards", "青禾社区站", "青禾\u2067站", "hostile-text"],
    ["an over-long title", "识别常见养老骗局", "长".repeat(301), "wrong-shape"],
    ["an over-long text", "讲两句", "长".repeat(10_001), "hostile-text"],
    ["another kind of value", '"minutes":[{', '"minutes":7,"x":[{', "wrong-shape"],
    ["a writer that never was seen", '"seen":{', '"seen":{},"was":{', "wrong-shape"],
    ["a clock of 1900", '"millis":1790000000000', '"millis":-1', "wrong-shape"],
    ["a newer version", '"readableFrom":1,', '"readableFrom":2,', "newer-version"],
    ["another program's format", "dianbo-list", "other-list", "not-a-list"],
    ["a deep nest", '"dianbo-list"', `${"[".repeat(500)}${"]".repeat(500)}`, "not-a-list"],
    ["a field with a strange name", '"minutes":[', '"min utes":[', "wrong-shape"],
  ])("refuses %s", (_, from, to, reason) => {
    expect(forged(from, to)).toBe(reason);
  });

  test("reads what it knows of a newer version that says it can be read, and keeps unknown fields", () => {
    const json = jsonOf(packed())
      .replace('"version":1', '"version":3,"seal":"…"')
      .replaceAll('"minutes":[', '"mood":[');
    const list = opened(writeContainer(new Map([[LIST_NAME, strToU8(json)]])));
    expect(list.version).toBe(3);
    expect(list.records.some(({ fields }) => fields["mood"] !== undefined)).toBe(true);
  });

  test("takes no deletion from outside", () => {
    expect(forged('"tags":[', '"deleted":[')).toBe("taken");
    const json = jsonOf(packed()).replaceAll('"tags":[', '"deleted":[');
    const list = opened(writeContainer(new Map([[LIST_NAME, strToU8(json)]])));
    expect(list.records.every(({ fields }) => fields["deleted"] === undefined)).toBe(true);
  });
});

describe("taking a list", () => {
  test("gives this site's numbers and remembers the other's", () => {
    const ours = siteOf("ours");
    write(ours, "courseware", "own", { title: "八段锦", kind: "video", category: 1, number: 1001 });
    const list = opened(packed());
    const { rows, states, changes } = taken(list, ours);
    expect(rows.map(({ verdict }) => verdict)).toEqual(["new", "new", "new", "new"]);
    keepTaken(ours, states, changes.puts);
    const { items, menus } = libraryOf(ours);
    const flag = items.get(idOf("flag"));
    expect(flag?.number).not.toBe(1014);
    expect(flag?.originalNumber).toEqual({ site: list.site, number: 1014 });
    expect(flag?.spoken).toBeUndefined();
    expect(items.get(idOf("own"))?.number).toBe(1001);
    expect(new Set([...items.values()].map(({ number }) => number)).size).toBe(4);
    expect(menus.get(idOf("evening"))?.number).toBe(1);
  });

  test("says same for what is known, and changes nothing", () => {
    const ours = siteOf("ours");
    const first = taken(opened(packed()), ours);
    keepTaken(ours, first.states, first.changes.puts);
    const before = textOf(ours.records);
    const again = taken(opened(packed()), ours);
    expect(again.rows.every(({ verdict }) => verdict === "same")).toBe(true);
    expect(again.states).toEqual([]);
    expect(again.changes.puts).toEqual([]);
    expect(textOf(ours.records)).toBe(before);
  });

  test("keeps both where the two differ, ours shown; or theirs where the person wants it", () => {
    const theirs = village();
    const ours = siteOf("ours");
    const first = taken(opened(packed(theirs)), ours);
    keepTaken(ours, first.states, first.changes.puts);
    const record = { id: idOf("fraud"), kind: "courseware" };
    commitOn(ours, [put(record, "title", "养老骗局（方言版）")]);
    commitOn(theirs, [put(record, "title", "养老骗局（2026 版）")]);
    const list = opened(packed(theirs));
    const plan = taken(list, ours);
    const row = plan.rows.find(({ id }) => id === record.id);
    expect(row).toMatchObject({
      verdict: "to-settle",
      title: "养老骗局（方言版）",
      differences: [{ field: "title", ours: "养老骗局（方言版）", theirs: "养老骗局（2026 版）" }],
    });
    const chosen = taken(list, ours, { theirs: new Set([idOf("fraud")]) });
    keepTaken(ours, chosen.states, chosen.changes.puts);
    const fraud = libraryOf(ours).items.get(idOf("fraud"));
    expect(fraud).toMatchObject({ title: "养老骗局（2026 版）", pending: [] });
  });

  test("takes only what is ticked, a menu with all its items", () => {
    const ours = siteOf("ours");
    const list = opened(packed());
    const one = taken(list, ours, { ticked: new Set([idOf("rules")]) });
    expect(one.states.map(({ id }) => id)).toEqual([idOf("rules")]);
    const menu = taken(list, ours, { ticked: new Set([idOf("evening")]) });
    expect(menu.rows.map(({ id }) => id).sort()).toEqual(
      [idOf("evening"), idOf("flag"), idOf("fraud")].sort(),
    );
    expect(menu.states).toHaveLength(6);
  });

  test("goes into our item from the same page, and our number stays", () => {
    const ours = siteOf("ours");
    const own = write(ours, "courseware", "own-flag", {
      title: "一面党旗",
      kind: "video",
      category: 1,
      number: 1002,
      source: {
        url: "http://12371.cn/2026/06/01/VIDE1.shtml",
        canonical: canonicalUrl("http://12371.cn/2026/06/01/VIDE1.shtml"),
        portal: "12371.cn",
      },
    });
    const { states, changes, rows } = taken(opened(packed()), ours);
    expect(rows.find(({ id }) => id === idOf("flag"))?.number).toBe(1002);
    keepTaken(ours, states, changes.puts);
    expect(ours.records.has(idOf("flag"))).toBe(false);
    const entry = ours.records.get(idOf("first"));
    expect(entry && shownValue(entry, "item", ours.site)).toBe(own);
  });

  test("brings back what was deleted here, under the number it had", () => {
    const ours = siteOf("ours");
    const first = taken(opened(packed()), ours);
    keepTaken(ours, first.states, first.changes.puts);
    const number = libraryOf(ours).items.get(idOf("fraud"))?.number;
    const undo = [...ours.records.values()].map((record) =>
      put(record, "deleted", { seen: JSON.parse(JSON.stringify(record.seen)) }),
    );
    commitOn(ours, undo);
    const again = taken(opened(packed()), ours);
    expect(again.rows.find(({ id }) => id === idOf("fraud"))).toMatchObject({
      verdict: "new",
      returns: true,
    });
    keepTaken(ours, again.states, again.changes.puts);
    expect(libraryOf(ours).items.get(idOf("fraud"))).toMatchObject({ life: "alive", number });
  });

  test("refuses our own list, and a list that makes one of our records another thing", () => {
    const own = takeList(opened(packed()), libraryOf(village()));
    expect(own.ok ? "taken" : own.error.type).toBe("own-list");
    const ours = siteOf("ours");
    write(ours, "set-menu", "fraud", { name: "一个套餐" });
    const strange = takeList(opened(packed()), libraryOf(ours));
    expect(strange.ok ? "taken" : strange.error.type).toBe("wrong-shape");
  });
});
