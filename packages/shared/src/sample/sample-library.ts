import { categoryFromDigit } from "../category/index.ts";
import {
  type Changes,
  create,
  deleteRecord,
  type FieldPut,
  put,
  type RecordState,
  shownValue,
} from "../changes/index.ts";
import type { Clock } from "../clock/index.ts";
import { type NewId, newRecordId, type RecordId, type SiteId } from "../identity/index.ts";
import { orderBetween, type Random } from "../set-menu/index.ts";
import { SAMPLE_COURSEWARE } from "./sample-courseware.ts";
import { SAMPLE_SET_MENUS } from "./sample-set-menus.ts";

/**
 * Loads the sample library: every item and menu marked as sample. A number that the site has already
 * given away is left out, so a sample never takes a number from a real item.
 */
export const loadSampleLibrary = (
  taken: { readonly numbers: ReadonlySet<number>; readonly menuNumbers: ReadonlySet<number> },
  tools: { readonly clock: Clock; readonly newId: NewId; readonly random: Random },
): Changes => {
  const puts: FieldPut[] = [];
  const idOf = new Map<number, RecordId>();
  for (const [number, title, minutes, kind] of SAMPLE_COURSEWARE) {
    const id = newRecordId(tools.newId);
    idOf.set(number, id);
    puts.push(
      ...create(
        { id, kind: "courseware" },
        {
          title,
          kind,
          category: categoryFromDigit(String(number).slice(0, 1)),
          minutes,
          publisher: "样例",
          tags: [],
          clippedAt: tools.clock.now(),
          number: taken.numbers.has(number) ? undefined : number,
          sample: true,
        },
      ),
    );
  }
  for (const menu of SAMPLE_SET_MENUS) {
    const id = newRecordId(tools.newId);
    puts.push(
      ...create(
        { id, kind: "set-menu" },
        {
          name: menu.name,
          number: taken.menuNumbers.has(menu.number) ? undefined : menu.number,
          audience: menu.audience,
          occasion: menu.occasion,
          sample: true,
        },
      ),
    );
    let order: string | null = null;
    for (const entry of menu.entries) {
      order = orderBetween(order, null, tools.random);
      puts.push(
        ...create(
          { id: newRecordId(tools.newId), kind: "set-menu-entry" },
          {
            menu: id,
            order,
            sample: true,
            ...(typeof entry === "number"
              ? { item: idOf.get(entry) }
              : { activity: { name: entry[0], minutes: entry[1] } }),
          },
        ),
      );
    }
  }
  return { label: { type: "load-sample", count: SAMPLE_COURSEWARE.length }, puts };
};

/** Whether a record belongs to the sample library. */
export const isSample = (record: RecordState, ownSite: SiteId): boolean =>
  shownValue(record, "sample", ownSite) === true;

/**
 * Removes the sample library in one act. Nobody was ever told its numbers in earnest, so they become
 * free; entries of real menus that named a sample item go with it.
 */
export const removeSampleLibrary = (records: readonly RecordState[], ownSite: SiteId): Changes => {
  const samples = records.filter((record) => isSample(record, ownSite));
  const gone = new Set<string>(samples.map(({ id }) => id));
  const orphans = records.filter(
    (record) =>
      record.kind === "set-menu-entry" &&
      !gone.has(record.id) &&
      gone.has(String(shownValue(record, "item", ownSite) ?? "")),
  );
  return {
    label: { type: "remove-sample", count: samples.length },
    puts: [
      ...samples.flatMap((record) =>
        shownValue(record, "number", ownSite) == null ? [] : [put(record, "number", null)],
      ),
      ...[...samples, ...orphans].map(deleteRecord),
    ],
  };
};
