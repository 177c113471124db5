import { describe, expect, test } from "vitest";
import { AUTUMN, idOf, libraryOf, siteOf, village, write } from "../../../testing/sharing-site.ts";
import { decodeList } from "../decode-list.ts";
import { encodeList } from "../encode-list.ts";
import { listAsText } from "../text/list-text.ts";
import { type CodeSeen, openCodeReader } from "./code-reader.ts";
import { filmOf } from "./fountain.ts";
import { type ListCode, listAsCode } from "./list-code.ts";

const VILLAGE = village();
const SELECTION = { items: [idOf("rules")], menus: [idOf("evening")] };
const MADE = {
  site: VILLAGE.site,
  siteName: "青禾社区站",
  name: "防诈骗专题",
  at: AUTUMN,
};

/** A list of so many films, as a county recommends them. */
const codeOf = async (count: number): Promise<ListCode> => {
  const pc = siteOf("town");
  const items = Array.from({ length: count }, (_, place) =>
    write(pc, "courseware", `${place}-film`, {
      title: `第 ${place} 课：${"稻麦油茶果药菜鱼".at(place % 8)}的种植技术 ${(place * 7919) % 10007}`,
      kind: "video",
      category: 3,
      number: 3001 + place,
      minutes: 12,
      source: {
        url: `https://www.12371.cn/2026/06/01/VIDE${1_000_000_007 * (place + 1)}.shtml`,
        canonical: `12371.cn/2026/06/01/VIDE${1_000_000_007 * (place + 1)}.shtml`,
        portal: "www.12371.cn",
      },
    }),
  );
  const made = { site: pc.site, siteName: "县电教中心", name: "春训", at: AUTUMN };
  const code = await listAsCode(libraryOf(pc), { items, menus: [] }, made);
  if (!code.ok) throw new Error(code.error.type);
  return code.value;
};

const stillOf = (code: ListCode): string => {
  if (code.type !== "still") throw new Error("it moves");
  return code.text;
};
const movingOf = async (count: number): Promise<Extract<ListCode, { readonly type: "moving" }>> => {
  const code = await codeOf(count);
  if (code.type !== "moving") throw new Error("it is still");
  return code;
};
const itemsIn = (seen: CodeSeen): number =>
  seen.type === "list" ? seen.sent.list.records.length : -1;

describe("a still code", async () => {
  const made = await listAsCode(libraryOf(VILLAGE), SELECTION, MADE);
  const text = made.ok ? stillOf(made.value) : "";

  test("says to anybody whose list it is and what stands in it", () => {
    expect(text.split("\n").slice(0, -1)).toEqual([
      "【点播本】「防诈骗专题」3 个课件，青禾社区站。点播本里按「照二维码」就能收。",
      "套餐 8 防诈骗专题",
      "1014 微党课：一面党旗的故事 10分",
      "1016 村级组织活动场所管理使用办法",
      "4009 识别常见养老骗局 9分",
    ]);
    expect(text.split("\n").at(-1)).toMatch(/^DB2\.[0-9A-Z$+/:.-]+$/u);
  });

  test("gives the list of the file", () => {
    const list = decodeList(encodeList(libraryOf(VILLAGE), SELECTION, MADE));
    const seen = openCodeReader().see(text);
    if (seen.type !== "list" || !list.ok) throw new Error("it was refused");
    const idsOf = ({ records }: typeof seen.sent.list): readonly string[] =>
      records.map(({ id }) => id);
    expect(idsOf(seen.sent.list)).toEqual(idsOf(list.value));
  });

  test("has as many titles as fit, and moves where the list does not", async () => {
    const titles: number[] = [];
    for (let count = 1; count <= 24; count += 1) {
      const code = await codeOf(count);
      if (code.type === "still") {
        const lines = code.text.split("\n").filter((line) => /^30\d\d /u.test(line)).length;
        expect(lines).toBe(code.titles);
      }
      titles.push(code.type === "still" ? code.titles : -1);
    }
    const full = titles.findIndex((count, place) => count < place + 1);
    expect(full).toBeGreaterThan(1);
    expect(titles.slice(full)).toEqual(titles.slice(full).sort((a, b) => b - a));
    expect(titles[full]).toBeGreaterThan(0);
    expect(titles.at(-1)).toBe(-1);
  });

  test("is too much of a list beyond two minutes of film", async () => {
    const pc = siteOf("county");
    const items = Array.from({ length: 1_990 }, (_, place) =>
      write(pc, "courseware", `${place}-lesson`, {
        title: `${Array.from({ length: 40 }, (__, at) => String.fromCodePoint(0x4e00 + (((place + 1) * (at + 7) * 7919) % 20_000))).join("")}`,
        kind: "video",
      }),
    );
    const made = { site: pc.site, siteName: "", name: "", at: AUTUMN };
    expect(await listAsCode(libraryOf(pc), { items, menus: [] }, made)).toMatchObject({
      ok: false,
      error: { type: "too-long-for-code", most: 600 },
    });
  });
});

describe("a moving code", async () => {
  const code = await movingOf(60);

  test("is gathered from wherever one begins to look", () => {
    const reader = openCodeReader();
    let seen: CodeSeen = { type: "damaged-frame" };
    let looked = 0;
    for (let number = 12_345; seen.type !== "list"; number += 1) {
      seen = reader.see(code.frame(number));
      looked += 1;
    }
    expect(itemsIn(seen)).toBe(60);
    expect(looked).toBeLessThan(code.blocks * 2);
  });

  test("counts each frame once, and what is missing", () => {
    const reader = openCodeReader();
    expect(reader.see(code.frame(7))).toEqual({ type: "frame", held: 1, needed: code.blocks });
    expect(reader.see(code.frame(7))).toEqual({ type: "frame", held: 1, needed: code.blocks });
  });

  test("of another list is refused, and taken after starting over", async () => {
    const other = await movingOf(40);
    const reader = openCodeReader();
    reader.see(code.frame(0));
    expect(reader.see(other.frame(0))).toEqual({ type: "frame-of-another-list" });
    expect(reader.see(code.frame(1)).type).toBe("frame");
    reader.startOver();
    expect(reader.see(other.frame(0))).toMatchObject({ type: "frame", needed: other.blocks });
  });

  test("damaged says so and loses nothing", () => {
    const reader = openCodeReader();
    reader.see(code.frame(0));
    const frame = code.frame(1);
    const damaged = frame.replace(/.$/u, (sign) => (sign === "0" ? "1" : "0"));
    expect(reader.see(damaged)).toEqual({ type: "damaged-frame" });
    expect(reader.see(frame)).toMatchObject({ type: "frame" });
  });

  test("that holds no list is refused, and the next one is gathered", () => {
    const reader = openCodeReader();
    const film = filmOf(new TextEncoder().encode("no list of ours"));
    expect(reader.see(film.frame(0))).toMatchObject({ type: "refused" });
    expect(reader.see(code.frame(0))).toMatchObject({ type: "frame", held: 1 });
  });
});

describe("something else", () => {
  test.each(["https://www.12371.cn/", "", "5", "WIFI:S:net;T:WPA;P:secret;;", "DB", "DB3", "DB2."])(
    "%j is no list",
    (text) => {
      expect(openCodeReader().see(text)).toEqual({ type: "not-ours", text });
    },
  );

  test("a list's text for a chat is one all the same", async () => {
    const texts = await listAsText(libraryOf(VILLAGE), SELECTION, MADE);
    expect(itemsIn(openCodeReader().see(texts.ok ? texts.value.join() : ""))).toBeGreaterThan(0);
  });
});
