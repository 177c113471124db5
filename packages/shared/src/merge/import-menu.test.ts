import { expect, test } from "vitest";
import { commitOn, countingIds, newPc, plainId, siteNamed } from "../../testing/pc.ts";
import { create } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { newRecordId } from "../identity/index.ts";
import { travels } from "../sharing/list-file.ts";
import { planImport } from "./import-list.ts";

test("another site's menu comes without its number, its spare and its archive; what must be played comes", () => {
  const theirs = newPc(siteNamed("theirs"), countingIds("theirs"), fixedClock(0).now());
  const [menu, entry, item] = ["menu", "entry", "item"].map((name) =>
    newRecordId(() => plainId(name)),
  );
  if (menu === undefined || entry === undefined || item === undefined) throw new Error("no ids");
  commitOn(theirs, [
    ...create(
      { id: menu, kind: "set-menu" },
      { name: "防汛", number: 6, spare: item, archivedOn: "2026-09-01" },
    ),
    ...create({ id: entry, kind: "set-menu-entry" }, { menu, item, order: "a0", mustPlay: true }),
  ]);
  const plan = planImport(() => undefined, [...theirs.records.values()], siteNamed("ours"));
  const fieldsOf = (id: string) =>
    Object.keys(plan.find((one) => one.id === id)?.after.fields ?? {});
  expect(fieldsOf(menu).sort()).toEqual(["name", "originalNumber"]);
  expect(fieldsOf(entry)).toContain("mustPlay");
});

test("spare and archive do not even leave the house", () => {
  expect(["spare", "archivedOn", "mustPlay"].map((field) => travels(field, true))).toEqual([
    false,
    false,
    true,
  ]);
});
