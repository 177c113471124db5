import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { plainId } from "../../testing/pc.ts";
import { minutesSchema } from "../clock/index.ts";
import { type Courseware, type MediaHash, mediaHashSchema } from "../courseware/index.ts";
import { recordIdSchema } from "../identity/index.ts";
import type { SetMenu } from "../set-menu/index.ts";
import type { Evidence, ProbedFilm } from "./evidence.ts";
import { judgeItem } from "./judge-item.ts";
import { proposeReplacements, replaceInMenu } from "./replace.ts";
import { remediesOf, sumReport } from "./report.ts";

const hashOf = (letter: string): MediaHash => v.parse(mediaHashSchema, letter.repeat(64));
const idOf = (name: string) => v.parse(recordIdSchema, plainId(name.replaceAll(" ", "-")));
const minutes = (count: number) => v.parse(minutesSchema, count);
const film = (name: string, part: Partial<Courseware> = {}): Courseware => ({
  id: idOf(name),
  life: "alive",
  pending: [],
  title: name,
  kind: "video",
  category: 5,
  number: 5001,
  minutes: minutes(20),
  media: { hash: hashOf("a"), size: 1000, mime: "video/mp4", name: `${name}.mp4` },
  ...part,
});
const MP4 = Uint8Array.from([0, 0, 0, 24, ...new TextEncoder().encode("ftypisom")]);
const PAGE = new TextEncoder().encode("<!doctype html><title>login</title>");
const PLAYS: ProbedFilm = {
  opens: true,
  seconds: 1200,
  picture: true,
  sound: true,
  cannotDecode: [],
};
const WHOLE: Evidence = {
  found: { at: "browser" },
  size: 1000,
  hash: hashOf("a"),
  head: MP4,
  film: PLAYS,
};
const faultOf = (part: Partial<Evidence>, item = film("x")) =>
  judgeItem(item, { ...WHOLE, ...part }).fault;

describe("an item before the evening", () => {
  it("plays where its file is whole, opens, and has picture and sound", () => {
    expect(judgeItem(film("x"), WHOLE)).toEqual({
      fault: undefined,
      remarks: [],
      subtitles: { type: "none" },
    });
  });

  it.each<[string, Partial<Evidence>, string]>([
    ["missing", { found: { at: "nowhere" } }, "file-missing"],
    ["in a folder that wants a click", { found: { at: "lapsed", folder: "D" } }, "leave-lapsed"],
    ["of zero bytes", { size: 0 }, "empty"],
    ["half", { size: 512, hash: hashOf("b") }, "half"],
    ["longer than it was", { size: 1001, hash: hashOf("b") }, "differs"],
    ["of other bytes", { hash: hashOf("b") }, "differs"],
    ["not to be read", { hash: "unreadable" }, "unreadable"],
    ["a login page called .mp4", { head: PAGE }, "not-what-it-says"],
    ["HEVC", { film: { ...PLAYS, cannotDecode: ["hvc1.1.6.L93.B0"] } }, "cannot-decode"],
    ["stuck", { film: { ...PLAYS, opens: false } }, "does-not-open"],
    ["a black picture", { film: { ...PLAYS, picture: false } }, "no-picture"],
  ])("%s is told", (_, part, type) => {
    expect(faultOf(part)?.type).toBe(type);
  });

  it("tells a length that is far off, and a film without sound, without calling them broken", () => {
    const judged = judgeItem(film("x"), {
      ...WHOLE,
      film: { ...PLAYS, seconds: 3000, sound: false },
    });
    expect(judged).toEqual({
      fault: undefined,
      remarks: [{ type: "length", recorded: 20, real: 50 }, { type: "silent" }],
      subtitles: { type: "none" },
    });
    expect(judgeItem(film("x"), { ...WHOLE, film: { ...PLAYS, seconds: 1290 } }).remarks).toEqual(
      [],
    );
  });

  it("tells whether a film has its subtitles, has them lying beside it, or has those of another", () => {
    const ending = (at: string) => ({
      name: "片.srt",
      vtt: `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n好\n\n${at} --> 09:00:00.000\n完`,
    });
    const subtitlesOf = (part: Partial<Courseware>, seen: Partial<Evidence> = {}) =>
      judgeItem(film("x", part), { ...WHOLE, ...seen }).subtitles;
    expect(subtitlesOf({ subtitles: ending("00:19:50.000") })).toEqual({ type: "there" });
    expect(subtitlesOf({ subtitles: ending("00:40:00.000") })).toEqual({
      type: "of-another-film",
      name: "片.srt",
    });
    expect(subtitlesOf({}, { subtitlesBeside: "片.chs.srt" })).toEqual({
      type: "beside",
      name: "片.chs.srt",
    });
    expect(subtitlesOf({ kind: "audio" })).toBeUndefined();
    expect(subtitlesOf({}, { found: { at: "nowhere" } })).toBeUndefined();
  });

  it("shows tables and slides itself; what is older than they are is for WPS, whatever it is called", () => {
    const remarksOf = (name: string, head: Uint8Array) =>
      judgeItem(
        film("x", {
          kind: "document",
          media: { hash: hashOf("a"), size: 1000, mime: "application/octet-stream", name },
        }),
        { ...WHOLE, head },
      ).remarks;
    const zip = Uint8Array.from([0x50, 0x4b, 0x03, 0x04]);
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const name of ["表.xlsx", "微党课.pptx", "通知.docx"]) {
      expect(remarksOf(name, zip)).toEqual([]);
      expect(remarksOf(name, ole)).toEqual([{ type: "opens-in-wps", name }]);
    }
    expect(remarksOf("微党课.ppt", ole)).toEqual([{ type: "opens-in-wps", name: "微党课.ppt" }]);
  });

  it("names what is played by hand as such, and what only the network shows as broken", () => {
    const away = { found: { at: "nowhere" } } as const;
    const disc = film("x", { media: null, place: { type: "disc", name: "3" } });
    expect(judgeItem(disc, away)).toMatchObject({
      fault: undefined,
      remarks: [{ type: "by-hand" }],
    });
    expect(judgeItem(film("x", { media: null, kind: "link" }), away).fault?.type).toBe("needs-net");
    expect(judgeItem(film("x", { media: null }), away).fault?.type).toBe("not-held");
  });

  it("an article plays by its text; a table of WPS says with what it is opened", () => {
    const text = { html: "<p>一</p>", text: "一", pictures: [] };
    const article = film("x", { kind: "article", media: null, article: text });
    expect(judgeItem(article, { found: { at: "nowhere" }, picturesMissing: 2 })).toEqual({
      fault: undefined,
      remarks: [{ type: "pictures-missing", count: 2 }],
    });
    const table = film("x", {
      kind: "document",
      media: { hash: hashOf("a"), size: 1000, mime: "application/vnd.ms-excel", name: "表.xls" },
    });
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(judgeItem(table, { ...WHOLE, head: ole }).remarks).toEqual([
      { type: "opens-in-wps", name: "表.xls" },
    ]);
  });

  it("offers replacing first, and fetching only where there is a source", () => {
    expect(remediesOf({ type: "half", have: 1, whole: 2 }, film("x"))).toEqual(["replace", "copy"]);
    const source = { url: "http://a.cn", canonical: "https://a.cn", portal: "a.cn" };
    expect(remediesOf({ type: "differs" }, film("x", { source }))).toEqual([
      "replace",
      "copy",
      "fetch",
    ]);
    expect(remediesOf({ type: "leave-lapsed", folder: "D" }, film("x"))[0]).toBe("allow");
  });
});

describe("what stands in for a broken item", () => {
  const broken = film("broken");
  const held = new Set([..."bcdef"].map(hashOf));
  const media = (letter: string) => ({
    hash: hashOf(letter),
    size: 1000,
    mime: "video/mp4",
    name: "m.mp4",
  });
  const one = (name: string, letter: string, part: Partial<Courseware> = {}) =>
    film(name, { media: media(letter), ...part });
  const propose = (library: readonly Courseware[], inMenu: readonly string[] = []) =>
    proposeReplacements(broken, library, new Set(inMenu.map(idOf)), {
      held,
      good: new Set([hashOf("c")]),
      bad: new Set([hashOf("f")]),
    }).map(({ title }) => title);

  it("is of the same category, about as long, held and not found broken; what was found whole comes first", () => {
    expect(
      propose(
        [
          one("nearest", "b", { minutes: minutes(21) }),
          one("whole", "c", { minutes: minutes(26) }),
          one("too long", "d", { minutes: minutes(90) }),
          one("other shelf", "e", { category: 1 }),
          one("not here", "0"),
          one("found broken", "f"),
          one("in the menu", "d"),
          one("deleted", "d", { life: "deleted" }),
        ],
        ["in the menu"],
      ),
    ).toEqual(["whole", "nearest"]);
  });

  it("goes to the place of the broken one, by one undoable put", () => {
    const menu: SetMenu = { id: idOf("menu"), name: "七", life: "alive" };
    expect(replaceInMenu(menu, undefined, broken).puts).toMatchObject([
      { id: menu.id, field: "spare" },
    ]);
  });
});

describe("a report", () => {
  it("is ready, almost, or not, by its places alone; sums always add up", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ broken: fc.boolean(), spare: fc.boolean() }), { maxLength: 12 }),
        (parts) => {
          const entry = { id: idOf("e"), menu: idOf("m"), order: "a0", life: "alive" } as const;
          const lines = parts.map(({ broken, spare }, at) => ({
            entry: spare ? undefined : entry,
            id: idOf(`i${at}`),
            item: film(`i${at}`),
            judged: judgeItem(film(`i${at}`), broken ? { found: { at: "nowhere" } } : WHOLE),
          }));
          const places = parts.filter(({ spare }) => !spare);
          const bad = places.filter(({ broken }) => broken).length;
          const sums = sumReport(lines);
          expect(sums.plays + bad).toBe(sums.total);
          expect(sums.broken).toHaveLength(parts.filter(({ broken }) => broken).length);
          expect(sums.verdict).toBe(bad === places.length ? "no" : bad === 0 ? "ready" : "almost");
        },
      ),
    );
  });
});
