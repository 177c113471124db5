import fc from "fast-check";
import * as v from "valibot";
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
import { fixedClock } from "../clock/index.ts";
import { newRecordId } from "../identity/index.ts";
import { changesSchema, create, deleteRecord, put, restoreRecord, settle } from "./changes.ts";
import type { Json } from "./json.ts";
import {
  lifeOf,
  pendingFields,
  type RecordState,
  recordStateSchema,
  shownValues,
} from "./record.ts";

const site = siteNamed("site");
const film = { id: newRecordId(() => plainId("film")), kind: "courseware" };

const twoPcs = (): readonly [Pc, Pc] => {
  const newId = countingIds("pc");
  const now = fixedClock(Date.UTC(2026, 10, 24)).now();
  return [newPc(site, newId, now), newPc(site, newId, now)];
};

const recordOn = (pc: Pc): RecordState => {
  const record = pc.records.get(film.id);
  if (record === undefined) throw new Error("no record");
  return record;
};

const undo = (pc: Pc): readonly unknown[] => commitOn(pc, pc.undoLine.pop()?.puts ?? []).skipped;

const shown = (pc: Pc): Record<string, Json> => shownValues(recordOn(pc), site);

describe("undo", () => {
  test("gives each field back what stood in it, and redo what the act wrote", () => {
    const [here] = twoPcs();
    commitOn(here, create(film, { title: "one", minutes: 10, note: undefined }));
    commitOn(here, [put(film, "title", "two"), put(film, "tags", ["a"])]);
    undo(here);
    expect(shown(here)).toEqual({ title: "one", minutes: 10, tags: null });
    undo(here);
    expect(shown(here)).toEqual({ title: "two", minutes: 10, tags: ["a"] });
  });

  test("of a creation deletes; of a deletion brings back", () => {
    const [here] = twoPcs();
    commitOn(here, create(film, { title: "one" }));
    undo(here);
    expect(lifeOf(recordOn(here), site)).toBe("deleted");
    undo(here);
    expect(lifeOf(recordOn(here), site)).toBe("alive");
    commitOn(here, [deleteRecord(recordOn(here))]);
    undo(here);
    expect(lifeOf(recordOn(here), site)).toBe("alive");
  });

  test("step by step back to a creation deletes, whatever was written on the way", () => {
    const [here] = twoPcs();
    commitOn(here, create(film, { title: "one" }));
    const [creation] = here.undoLine;
    commitOn(here, [put(film, "title", "two")]);
    undo(here);
    commitOn(here, creation?.puts ?? []);
    expect(lifeOf(recordOn(here), site)).toBe("deleted");
  });

  test("of a creation keeps what another PC has written since", () => {
    const [here, there] = twoPcs();
    commitOn(here, create(film, { title: "one" }));
    pull(there, here);
    commitOn(there, [put(film, "note", "there")]);
    pull(here, there);
    undo(here);
    expect(lifeOf(recordOn(here), site)).toBe("deleted-but-edited");
  });

  test("never tramples a newer edit", () => {
    const [here] = twoPcs();
    commitOn(here, create(film, { title: "one", minutes: 1 }));
    commitOn(here, [put(film, "title", "two"), put(film, "minutes", 2)]);
    const inverse = here.undoLine.at(-1);
    commitOn(here, [put(film, "title", "three")]);
    const { skipped } = commitOn(here, inverse?.puts ?? []);
    expect(skipped.map(({ field }) => field)).toEqual(["title"]);
    expect(shown(here)).toEqual({ title: "three", minutes: 1 });
  });

  test("of a settling brings back both that waited", () => {
    const [here, there] = twoPcs();
    commitOn(here, create(film, { title: "one" }));
    pull(there, here);
    commitOn(here, [put(film, "title", "here")]);
    commitOn(there, [put(film, "title", "there")]);
    pull(here, there);
    const before = pendingFields(recordOn(here), site).map(({ writes }) =>
      writes.map(({ value }) => value),
    );
    expect(before[0]).toHaveLength(2);
    commitOn(here, [settle(film, "title", "both")]);
    expect(pendingFields(recordOn(here), site)).toEqual([]);
    undo(here);
    expect(
      pendingFields(recordOn(here), site).map(({ writes }) => writes.map(({ value }) => value)),
    ).toEqual(before);
  });

  test("of an edit beside a waiting value leaves that value waiting once", () => {
    const [here, there] = twoPcs();
    commitOn(here, [put(film, "title", "here")]);
    commitOn(there, [put(film, "title", "there")]);
    pull(here, there);
    const before = recordOn(here)
      .fields["title"]?.map(({ value }) => value)
      .sort();
    commitOn(here, [put(film, "title", "new")]);
    undo(here);
    expect(
      recordOn(here)
        .fields["title"]?.map(({ value }) => value)
        .sort(),
    ).toEqual(before);
  });

  test("property: whatever a set of changes did, its inverse shows what was shown before", () => {
    const field = fc.constantFrom("title", "minutes", "deleted-later", "note");
    const edits = fc.array(fc.tuple(field, fc.jsonValue()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const [here] = twoPcs();
        const puts = (list: typeof first) =>
          list.map(([name, value]) => put(film, name, JSON.parse(JSON.stringify(value))));
        commitOn(here, puts(first));
        const before = shown(here);
        commitOn(here, puts(second));
        const after = shown(here);
        expect(undo(here)).toEqual([]);
        // A field that was never written cannot be unwritten: it is cleared.
        const cleared = Object.fromEntries(Object.keys(after).map((name) => [name, null]));
        expect(shown(here)).toEqual({ ...cleared, ...before });
        undo(here);
        expect(shown(here)).toEqual(after);
      }),
    );
  });
});

describe("an edit beside a waiting value", () => {
  test("is shown, though the waiting one comes from a clock that runs ahead", () => {
    const [here, there] = twoPcs();
    there.now = fixedClock(Date.UTC(2099, 0, 1)).now();
    commitOn(there, [put(film, "title", "first from 2099")]);
    pull(here, there);
    const other = newPc(site, countingIds("other"), there.now);
    commitOn(other, [put(film, "title", "second from 2099")]);
    pull(here, other);
    const clock = here.now;
    commitOn(here, [put(film, "title", "typed today")]);
    expect(shown(here)["title"]).toBe("typed today");
    expect(recordOn(here).fields["title"]).toHaveLength(2);
    commitOn(here, [put(film, "note", "n")]);
    expect(recordOn(here).fields["note"]?.[0]?.stamp.millis).toBe(clock);
  });
});

describe("deletion", () => {
  test("an edit that the deletion had not seen is kept and shown", () => {
    const [here, there] = twoPcs();
    commitOn(here, create(film, { title: "one" }));
    pull(there, here);
    commitOn(here, [deleteRecord(recordOn(here))]);
    commitOn(there, [put(film, "title", "two")]);
    pull(here, there);
    pull(there, here);
    for (const pc of [here, there]) {
      expect(lifeOf(recordOn(pc), site)).toBe("deleted-but-edited");
      expect(shown(pc)["title"]).toBe("two");
    }
    commitOn(here, [deleteRecord(recordOn(here))]);
    expect(lifeOf(recordOn(here), site)).toBe("deleted");
    commitOn(there, [restoreRecord(recordOn(there))]);
    expect(lifeOf(recordOn(there), site)).toBe("alive");
  });

  test("one set of changes that edits and deletes simply deletes", () => {
    const [here] = twoPcs();
    commitOn(here, create(film, { title: "one", number: 1001 }));
    const record = recordOn(here);
    commitOn(here, [put(film, "number", null), deleteRecord(record)]);
    expect(lifeOf(recordOn(here), site)).toBe("deleted");
  });

  test("two posts who both delete agree, and nothing waits", () => {
    const [here, there] = twoPcs();
    commitOn(here, create(film, { title: "one" }));
    pull(there, here);
    commitOn(here, [put(film, "note", "here")]);
    commitOn(here, [deleteRecord(recordOn(here))]);
    commitOn(there, [deleteRecord(recordOn(there))]);
    pull(here, there);
    expect(lifeOf(recordOn(here), site)).toBe("deleted");
    expect(pendingFields(recordOn(here), site)).toEqual([]);
  });
});

describe("what a newer version wrote", () => {
  test("rides along through schema, commit, undo and merge", () => {
    const [here, there] = twoPcs();
    const strange = { id: film.id, kind: "kind-of-2031" };
    commitOn(here, create(strange, { hologram: { deep: [1, "二", null] }, title: "one" }));
    commitOn(here, [put(strange, "title", "two")]);
    undo(here);
    const parsed = v.parse(recordStateSchema, JSON.parse(JSON.stringify(recordOn(here))));
    expect(parsed).toEqual(recordOn(here));
    pull(there, here);
    expect(shown(there)).toEqual({ hologram: { deep: [1, "二", null] }, title: "one" });
    expect(recordOn(there).kind).toBe("kind-of-2031");
  });

  test("changes survive being stored", () => {
    const [here] = twoPcs();
    commitOn(here, create(film, { title: "one" }));
    const inverse = here.undoLine.at(-1);
    expect(v.parse(changesSchema, JSON.parse(JSON.stringify(inverse)))).toEqual(inverse);
  });
});
