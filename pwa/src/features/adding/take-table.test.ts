import type { Courseware } from "@dianbo/shared/courseware";
import { newRecordId } from "@dianbo/shared/identity";
import { layoutOf, readOldList } from "@dianbo/shared/old-list";
import { describe, expect, it } from "vitest";
import { newRow } from "./read-file.ts";
import type { BroughtRow } from "./row.ts";
import { heldByTitle, joinFilms, rowOfTable } from "./take-table.ts";

const listed = (table: readonly (readonly string[])[]): readonly BroughtRow[] =>
  readOldList(table, layoutOf(table)).rows.map((old) => rowOfTable(`t${old.line}`, old));
const film = (name: string): BroughtRow =>
  newRow(name, {
    // Files of Node know no folder.
    file: Object.assign(new File(["x"], name), { webkitRelativePath: "" }),
    lies: undefined,
  });

const TABLE = [
  ["编号", "课件名称", "时长", "适合对象"],
  ["1014", "一面党旗的故事", "10", "党员"],
  ["", "大白菜的田间管理", "看片", ""],
];

describe("films and the rows of a table", () => {
  it("become one row, titled and numbered as in the table", () => {
    const joined = joinFilms([
      film("大白菜的田间管理.mp4"),
      ...listed(TABLE),
      film("1014 党旗.mp4"),
      film("别的.mp4"),
    ]);
    const [flag, cabbage, ...more] = [...joined].sort((one, other) =>
      other.number.localeCompare(one.number),
    );
    expect(flag).toMatchObject({
      title: "一面党旗的故事",
      number: "1014",
      minutes: "10",
      category: 1,
    });
    expect(flag?.file?.name).toBe("1014 党旗.mp4");
    expect(flag?.listed).toMatchObject({ line: 2, tags: ["党员"] });
    expect(cabbage?.file?.name).toBe("大白菜的田间管理.mp4");
    expect(more.map(({ title }) => title)).toEqual(["别的"]);
  });

  it("leave rows alone that are saved, held or refused", () => {
    const rows = listed(TABLE).map(
      (row): BroughtRow => ({
        ...row,
        state: { type: "held", title: row.title, number: 1014 },
      }),
    );
    expect(joinFilms([...rows, film("1014 党旗.mp4")])).toHaveLength(3);
  });
});

describe("what the library has already", () => {
  const item: Courseware = {
    id: newRecordId(() => "a".repeat(24)),
    title: "《一面党旗的故事》",
    kind: "video",
    number: 1014,
    life: "alive",
    pending: [],
  };
  it("is known by title, and by number where both have one", () => {
    const held = heldByTitle([item]);
    expect(held({ title: "一面党旗的故事", number: "" })).toBe(item);
    expect(held({ title: "一面党旗的故事", number: "1014" })).toBe(item);
    expect(held({ title: "一面党旗的故事", number: "1015" })).toBeUndefined();
    expect(held({ title: "另一面", number: "1014" })).toBeUndefined();
  });
});
