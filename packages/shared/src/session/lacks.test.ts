import { describe, expect, test } from "vitest";
import { countingIds } from "../../testing/pc.ts";
import { minutesOfSeconds } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import type { SetMenu, SetMenuEntry } from "../set-menu/index.ts";
import { type Lack, lacksOf, lengthOf, type SessionLibrary } from "./lacks.ts";

const newId = countingIds("id");
const MENU: SetMenu = { id: newRecordId(newId), life: "alive", name: "老年保健餐", number: 7 };
const film = (fields: Partial<Courseware>): Courseware => ({
  id: newRecordId(newId),
  life: "alive",
  pending: [],
  title: "片子",
  kind: "video",
  minutes: minutesOfSeconds(25 * 60),
  ...fields,
});
const library = (items: readonly Courseware[], menu: SetMenu = MENU): SessionLibrary => ({
  menus: new Map([[menu.id, menu]]),
  items: new Map(items.map((item) => [item.id, item])),
  entries: new Map(
    items.map((item, at): [RecordId, SetMenuEntry] => {
      const id = newRecordId(newId);
      return [id, { id, life: "alive", menu: menu.id, order: `a${at}`, item: item.id }];
    }),
  ),
});
const session = { content: { type: "menu" as const, menu: MENU.id }, start: 1140, place: "活动室" };
const typesOf = (lacks: readonly Lack[]): readonly string[] => lacks.map(({ type }) => type);
const article = { html: "<p>字</p>", text: "字", pictures: [] };

describe("what a session lacks", () => {
  test("nothing where all is held and fits", () => {
    expect(lacksOf(session, library([film({ article })]))).toEqual([]);
  });

  test("everything that is not there, each by its own name", () => {
    const items = [
      film({}),
      film({ kind: "link" }),
      film({ place: { type: "disc", name: "3" } }),
      film({ article, life: "deleted" }),
    ];
    const lacks = lacksOf({ content: session.content }, library(items));
    expect(typesOf(lacks)).toEqual([
      "items-gone",
      "not-held",
      "needs-net",
      "elsewhere",
      "over",
      "no-start",
      "no-place",
    ]);
    expect(lacks[4]).toEqual({ type: "over", minutes: 40 });
  });

  test("a menu that was deleted, one with nothing in it, none at all", () => {
    const gone = { ...MENU, life: "deleted" as const };
    expect(typesOf(lacksOf(session, library([], gone)))).toEqual(["menu-gone"]);
    expect(typesOf(lacksOf(session, { ...library([]), menus: new Map() }))).toEqual(["menu-gone"]);
    expect(typesOf(lacksOf(session, library([])))).toEqual(["menu-empty"]);
    expect(typesOf(lacksOf({ ...session, content: null }, library([])))).toEqual([
      "nothing-chosen",
    ]);
    const live = { ...session, content: { type: "broadcast" as const, name: "直播课" } };
    expect(lacksOf(live, library([]))).toEqual([]);
  });

  test("is as long as it says, or as its menu says, or an hour", () => {
    const { menus } = library([]);
    expect(lengthOf(session, menus)).toBe(60);
    expect(lengthOf({ ...session, minutes: minutesOfSeconds(1200) }, menus)).toBe(20);
    const long = { ...MENU, sessionMinutes: minutesOfSeconds(90 * 60) };
    expect(lengthOf(session, new Map([[long.id, long]]))).toBe(90);
  });
});
