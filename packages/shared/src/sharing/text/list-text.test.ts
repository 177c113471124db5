import { deflateSync } from "fflate";
import { describe, expect, test } from "vitest";
import { AUTUMN, idOf, libraryOf, siteOf, village, write } from "../../../testing/sharing-site.ts";
import { decodeList } from "../decode-list.ts";
import { encodeList } from "../encode-list.ts";
import { takeList } from "../take-list.ts";
import { listAsText, listFromText } from "./list-text.ts";
import { writeParts } from "./text-parts.ts";

const VILLAGE = village();
const SELECTION = { items: [idOf("rules")], menus: [idOf("evening")] };
const MADE = {
  site: VILLAGE.site,
  siteName: "青禾社区站",
  name: "防诈骗专题",
  at: AUTUMN,
  withNotes: true,
};

const textsOf = async (count: number): Promise<readonly string[]> => {
  const pc = siteOf("town");
  const items = Array.from({ length: count }, (_, place) =>
    write(pc, "courseware", `${place}-film`, {
      title: `第 ${place} 课：${"稻麦油茶果药菜鱼".at(place % 8)}的种植技术 ${(place * 7919) % 10007}`,
      kind: "video",
      category: 3,
      number: 3001 + place,
      source: {
        url: `https://www.12371.cn/2026/06/01/VIDE${1_000_000_007 * (place + 1)}.shtml`,
        canonical: `12371.cn/2026/06/01/VIDE${1_000_000_007 * (place + 1)}.shtml`,
        portal: "www.12371.cn",
      },
    }),
  );
  const texts = await listAsText(
    libraryOf(pc),
    { items, menus: [] },
    { site: pc.site, siteName: "", name: "", at: AUTUMN },
  );
  if (!texts.ok) throw new Error(texts.error.type);
  return texts.value;
};

const countOf = (pasted: string): number => {
  const list = listFromText(pasted);
  if (!list.ok) throw new Error(JSON.stringify(list.error));
  return list.value.list.records.length;
};

describe("a list as text", () => {
  test("begins with a line that a person understands", async () => {
    const texts = await listAsText(libraryOf(VILLAGE), SELECTION, MADE);
    expect(texts.ok && texts.value[0]?.split("\n")[0]).toBe(
      "【点播本】「防诈骗专题」3 个课件，青禾社区站发来。整段复制，粘贴到点播本里就能看。",
    );
  });

  test("is the list of the file, write for write, without the films' hashes", async () => {
    const texts = await listAsText(libraryOf(VILLAGE), SELECTION, MADE);
    const read = listFromText(texts.ok ? texts.value.join("") : "");
    const file = decodeList(encodeList(libraryOf(VILLAGE), SELECTION, MADE));
    if (!read.ok || !file.ok) throw new Error("a list was refused");
    const withoutMedia = file.value.records.map(({ fields, ...record }) => ({
      ...record,
      fields: Object.fromEntries(Object.entries(fields).filter(([name]) => name !== "media")),
    }));
    expect(read.value.list).toEqual({ ...file.value, records: withoutMedia });
  });

  test("taken after the file of the same list brings nothing new, and the other way round", async () => {
    const texts = await listAsText(libraryOf(VILLAGE), SELECTION, MADE);
    const read = listFromText(texts.ok ? texts.value.join("") : "");
    const file = decodeList(encodeList(libraryOf(VILLAGE), SELECTION, MADE));
    if (!read.ok || !file.ok) throw new Error("a list was refused");
    const ours = siteOf("ours");
    const first = takeList(file.value, libraryOf(ours));
    if (!first.ok) throw new Error(first.error.type);
    for (const state of first.value.states) ours.records.set(state.id, state);
    const second = takeList(read.value.list, libraryOf(ours));
    expect(second.ok && second.value.rows.map(({ verdict }) => verdict)).toEqual(
      first.value.rows.map(() => "same"),
    );
  });

  test("of sixty items is four messages at the most", async () => {
    expect((await textsOf(60)).length).toBeLessThanOrEqual(4);
  });

  test("is found in any order, some of it twice, with talk and times around it", async () => {
    const texts = await textsOf(90);
    const talk = ["老王 10:23", "收到没有？DB1 是什么", "李站长\t10:24"];
    const pasted = [...texts, texts[0] ?? ""].reverse().join(`\n${talk.join("\n")}\n`);
    expect(countOf(pasted)).toBe(90);
  });

  test.each([
    ["lines broken every 20 signs", (text: string) => text.replace(/(.{20})/gsu, "$1\n")],
    ["quoted", (text: string) => text.replace(/^/gmu, "> ").replace(/(.{40})/gsu, "$1\n> ")],
    [
      "full-width",
      (text: string) =>
        text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ["blanks of every width in it", (text: string) => text.replace(/(.{9})/gsu, "$1\u3000\u200b ")],
    ["dashes made long", (text: string) => text.replaceAll("--", "—")],
    ["in quotation marks", (text: string) => `“${text}”`],
  ])("comes through %s", async (_, mangle) => {
    expect(countOf(mangle((await textsOf(90)).join("\n")))).toBe(90);
  });

  test("says which parts did not come and which came damaged", async () => {
    const [first = "", second = "", third = "", ...rest] = await textsOf(90);
    const cut = third.slice(0, third.length - 200);
    expect(listFromText([cut, first, ...rest].join("\n"))).toEqual({
      ok: false,
      error: { type: "parts-missing", missing: [2], damaged: [3], count: 3 + rest.length },
    });
    // A damaged part does not spoil the whole one that came after it.
    expect(countOf([cut, second, first, third, ...rest].join(""))).toBe(90);
  });

  test("says what it is not", async () => {
    const errorOf = (text: string) => {
      const list = listFromText(text);
      return list.ok ? undefined : list.error;
    };
    expect(errorOf("明天放什么？")).toEqual({ type: "no-code" });
    expect(errorOf("DB7.AAAAAA.1.1.AAAA.AAAAAA.")).toEqual({ type: "newer-version", version: 7 });
  });

  test("that unpacks without end is refused before it has", async () => {
    const bomb = writeParts(deflateSync(new Uint8Array(6 * 1024 * 1024), { level: 9 })).join("\n");
    expect(listFromText(bomb)).toEqual({ ok: false, error: { type: "package-damaged" } });
  });

  test("that would be too long is left to a file", async () => {
    const pc = siteOf("town");
    const items = Array.from({ length: 3000 }, (_, place) =>
      write(pc, "courseware", `${place}-f`, {
        title: `${(place * 7919) % 10007} ${(place * 104_729) % 99_991}`,
        kind: "video",
        category: 3,
      }),
    );
    const texts = await listAsText(libraryOf(pc), { items, menus: [] }, { ...MADE, site: pc.site });
    expect(!texts.ok && texts.error.type).toBe("too-long-for-text");
  });
});
