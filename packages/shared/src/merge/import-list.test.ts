import { describe, expect, test } from "vitest";
import {
  commitOn,
  countingIds,
  newPc,
  type Pc,
  plainId,
  pull,
  siteNamed,
} from "../../testing/pc.ts";
import {
  covers,
  deleteRecord,
  inverseOf,
  lifeOf,
  pendingFields,
  put,
  type RecordState,
  seenAndHeld,
  shownValue,
  shownValues,
} from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import { planImport } from "./import-list.ts";

const OURS = siteNamed("ours");
const COUNTY = siteNamed("county");
const id = newRecordId(() => plainId("film"));
const film = { id, kind: "courseware" };

const pcs = (): { readonly ours: Pc; readonly county: Pc; readonly second: Pc } => {
  const newId = countingIds("pc");
  const now = fixedClock(Date.UTC(2026, 10, 24)).now();
  return {
    ours: newPc(OURS, newId, now),
    county: newPc(COUNTY, newId, now),
    second: newPc(OURS, newId, now),
  };
};

const take = (
  into: Pc,
  from: Pc,
  sameSource?: (foreign: RecordState) => RecordId | undefined,
  devices?: ReadonlySet<Pc["device"]>,
): readonly string[] => {
  const sent = [...from.records.values()];
  const plan = planImport((one) => into.records.get(one), sent, into.site, sameSource, devices);
  for (const { id: target, after } of plan) into.records.set(target, after);
  return plan.map(({ verdict }) => verdict);
};

const shownOn = (pc: Pc, field: string): unknown => {
  const record = pc.records.get(id);
  return record && shownValue(record, field, pc.site);
};

describe("what an import says before it is done", () => {
  test("new, same, changed, to settle", () => {
    const { ours, county } = pcs();
    commitOn(county, [put(film, "title", "一面党旗的故事"), put(film, "minutes", 9)]);
    expect(take(ours, county)).toEqual(["new"]);
    expect(take(ours, county)).toEqual(["same"]);
    commitOn(county, [put(film, "minutes", 10)]);
    expect(take(ours, county)).toEqual(["changed"]);
    expect(shownOn(ours, "minutes")).toBe(10);
    commitOn(ours, [put(film, "title", "党旗")]);
    commitOn(county, [put(film, "title", "一面党旗")]);
    expect(take(ours, county)).toEqual(["to-settle"]);
    expect(shownOn(ours, "title")).toBe("党旗");
    expect(take(ours, county)).toEqual(["same"]);
  });

  test("an edit of our own value by another site waits, even if it had seen ours", () => {
    const { ours, county } = pcs();
    commitOn(ours, [put(film, "title", "ours")]);
    take(county, ours);
    commitOn(county, [put(film, "title", "theirs")]);
    expect(take(ours, county)).toEqual(["to-settle"]);
    expect(shownOn(ours, "title")).toBe("ours");
    const record = ours.records.get(id);
    expect(record && pendingFields(record, OURS).map(({ field }) => field)).toEqual(["title"]);
  });
});

describe("undo of an import", () => {
  test("brings back what stood, and the other site's next edit is taken again", () => {
    const { ours, county } = pcs();
    commitOn(county, [put(film, "title", "first")]);
    take(ours, county);
    const before = new Map(ours.records);
    county.now = fixedClock(Date.UTC(2026, 10, 25)).now();
    commitOn(county, [put(film, "title", "second")]);
    take(ours, county);
    const undo = inverseOf(before, ours.records, { type: "import" }, OURS);
    commitOn(ours, undo.puts);
    expect(shownOn(ours, "title")).toBe("first");
    expect(take(ours, county)).toEqual(["same"]);
    county.now = fixedClock(Date.UTC(2026, 10, 26)).now();
    commitOn(county, [put(film, "title", "third")]);
    take(ours, county);
    expect(shownOn(ours, "title")).toBe("third");
  });

  test("what they brought back in our name is not shown over what we wrote since", () => {
    const { ours, county } = pcs();
    commitOn(ours, [put(film, "title", "old")]);
    take(county, ours);
    const before = new Map(county.records);
    commitOn(ours, [put(film, "title", "new")]);
    take(county, ours);
    county.now = fixedClock(Date.UTC(2099, 0, 1)).now();
    commitOn(county, inverseOf(before, county.records, { type: "import" }, COUNTY).puts);
    expect(shownOn(county, "title")).toBe("old");
    take(ours, county);
    expect(shownOn(ours, "title")).toBe("new");
  });
});

describe("numbers and kinds", () => {
  test("the other site's number becomes the 原编号; ours never comes back as one", () => {
    const { ours, county } = pcs();
    commitOn(county, [
      put(film, "title", "t"),
      put(film, "number", 1003),
      put(film, "spoken", true),
    ]);
    take(ours, county);
    const record = ours.records.get(id);
    if (record === undefined) throw new Error("nothing came");
    expect(shownValues(record, OURS)).toEqual({
      title: "t",
      originalNumber: { site: COUNTY, number: 1003 },
    });
    commitOn(ours, [put(film, "number", 1021)]);
    take(county, ours);
    expect(shownOn(county, "number")).toBe(1003);
    take(ours, county);
    expect(shownOn(ours, "number")).toBe(1021);
    expect(shownOn(ours, "originalNumber")).toEqual({ site: COUNTY, number: 1003 });
  });

  test("leases, editions, ledgers, calendar and wishes of another site are not taken; unknown kinds and fields are", () => {
    const { ours, county } = pcs();
    const kinds = [
      ...["number-lease", "edition", "playback", "session", "session-rule", "branch", "study-plan"],
      ...["wish", "wish-slip", "ballot", "site-targets", "kind-of-a-newer-version"],
    ];
    for (const kind of kinds) {
      commitOn(county, [
        put({ id: newRecordId(() => plainId(kind)), kind }, "anything", [1, { a: null }]),
      ]);
    }
    take(ours, county);
    expect([...ours.records.values()].map(({ kind }) => kind)).toEqual(["kind-of-a-newer-version"]);
  });

  test("an item of the same source goes into ours, and their menu names our item", () => {
    const { ours, county } = pcs();
    const theirs = { id: newRecordId(() => plainId("theirs")), kind: "courseware" };
    const entry = { id: newRecordId(() => plainId("entry")), kind: "set-menu-entry" };
    commitOn(ours, [put(film, "title", "ours")]);
    commitOn(county, [put(entry, "item", theirs.id), put(theirs, "title", "theirs")]);
    expect(take(ours, county, ({ kind }) => (kind === film.kind ? id : undefined))).toEqual([
      "new",
      "to-settle",
    ]);
    expect([...ours.records.keys()].sort()).toEqual([entry.id, id].sort());
    const taken = ours.records.get(entry.id);
    expect(taken && shownValue(taken, "item", OURS)).toBe(id);
  });

  test("a deletion elsewhere does not take away what has our number", () => {
    const { ours, county } = pcs();
    commitOn(county, [put(film, "title", "t")]);
    take(ours, county);
    commitOn(ours, [put(film, "number", 1001)]);
    const record = county.records.get(id);
    if (record !== undefined) commitOn(county, [deleteRecord(record)]);
    take(ours, county);
    expect(shownOn(ours, "number")).toBe(1001);
    expect(shownOn(ours, "title")).toBe("t");
  });
});

describe("two PCs of one site and a third party", () => {
  test("our second PC's value that came back edited is still ours once the PCs meet", () => {
    const { ours, county, second } = pcs();
    commitOn(second, [put(film, "title", "written on the second PC")]);
    take(county, second);
    commitOn(county, [put(film, "title", "edited by the county")]);
    take(ours, county, undefined, new Set([ours.device, second.device]));
    expect(shownOn(ours, "title")).toBe("edited by the county");
    pull(ours, second);
    expect(shownOn(ours, "title")).toBe("written on the second PC");
    expect(ours.records.get(id)?.fields["title"]).toHaveLength(2);
  });

  test("a number that stayed out of the list is not lost where another value of that PC came back by it", () => {
    const { ours, county, second } = pcs();
    commitOn(second, [put(film, "number", 1014), put(film, "title", "t")]);
    take(county, second);
    take(ours, county, undefined, new Set([ours.device, second.device]));
    expect(shownOn(ours, "number")).toBeUndefined();
    pull(ours, second);
    pull(second, ours);
    expect([shownOn(ours, "number"), shownOn(second, "number")]).toEqual([1014, 1014]);
  });

  test("such a record can be deleted and leaves in a list that others can read", () => {
    const { ours, county, second } = pcs();
    commitOn(second, [put(film, "number", 1014), put(film, "title", "t")]);
    take(county, second);
    take(ours, county, undefined, new Set([ours.device, second.device]));
    const held = ours.records.get(id);
    if (held === undefined) throw new Error("nothing was taken");
    const seen = seenAndHeld(held);
    expect(
      Object.values(held.fields)
        .flat()
        .every(({ dot }) => covers(seen, dot)),
    ).toBe(true);
    commitOn(ours, [deleteRecord(held)]);
    const after = ours.records.get(id);
    expect(after && lifeOf(after, ours.site)).toBe("deleted");
  });

  test("a list that claims to have seen all writes of our PCs silences none of them", () => {
    const { ours, county, second } = pcs();
    commitOn(county, [put(film, "title", "t")]);
    take(ours, county);
    pull(second, ours);
    commitOn(second, [put(film, "note", "ours")]);
    const record = county.records.get(id);
    if (record === undefined) throw new Error("nothing was written");
    county.records.set(id, { ...record, seen: { ...record.seen, [second.writer]: 9_000_000 } });
    take(ours, county, undefined, new Set([ours.device, second.device]));
    commitOn(ours, [put(film, "note", "here")]);
    pull(ours, second);
    expect(ours.records.get(id)?.fields["note"]).toHaveLength(2);
  });
});
