import { type Changes, type FieldPut, put, type RecordState } from "@dianbo/shared/changes";
import type { Courseware, KeepingPlace } from "@dianbo/shared/courseware";
import type { NewId } from "@dianbo/shared/identity";
import { editCourseware } from "@dianbo/shared/programme";
import { addToMenu, type Random, type SetMenu, type SetMenuEntry } from "@dianbo/shared/set-menu";

/** The records of items, for commands that need what was seen of them. */
export const recordsOf = (
  items: readonly Courseware[],
  records: ReadonlyMap<string, RecordState>,
): readonly RecordState[] => items.flatMap(({ id }) => records.get(id) ?? []);

/** Puts several items at the end of a menu, in this order, as one act. */
export const addAllToMenu = (
  menu: SetMenu,
  entries: readonly SetMenuEntry[],
  items: readonly Courseware[],
  tools: { readonly newId: NewId; readonly random: Random },
): Changes => {
  const puts: FieldPut[] = [];
  const known = [...entries];
  for (const item of items) {
    const added = addToMenu(menu, known, { item: item.id }, tools);
    puts.push(...added.puts);
    for (const { id, field, values } of added.puts) {
      const order = values.at(-1)?.value;
      if (field !== "order" || typeof order !== "string") continue;
      const before = known.findIndex((entry) => entry.id === id);
      if (before === -1) known.push({ id, menu: menu.id, order, item: item.id, life: "alive" });
      else known[before] = { ...(known[before] ?? { id, menu: menu.id, life: "alive" }), order };
    }
  }
  return { label: { type: "add-to-menu", name: menu.name, count: items.length }, puts };
};

/** Adds a tag to items that lack it, or takes it off those that have it. */
export const tagAll = (
  items: readonly Courseware[],
  tag: string,
  way: "add" | "remove",
): Changes => ({
  label: {
    type: way === "add" ? "tag-courseware" : "edit-courseware",
    count: items.length,
  },
  puts: items.flatMap((item) => {
    const tags = item.tags ?? [];
    if (tags.includes(tag) === (way === "add")) return [];
    const next = way === "add" ? [...tags, tag] : tags.filter((one) => one !== tag);
    return editCourseware(item, { tags: next }).puts;
  }),
});

/** Marks items as reviewed, or takes the mark away. */
export const reviewAll = (items: readonly Courseware[], reviewed: boolean): Changes => ({
  label: { type: "edit-courseware", count: items.length },
  puts: items.flatMap((item) =>
    (item.reviewed === true) === reviewed ? [] : editCourseware(item, { reviewed }).puts,
  ),
});

/** How many of the items keep their number in every category, and how many get one of the new shelf. */
export const numbersOnMove = (
  items: readonly Courseware[],
): { readonly kept: number; readonly changed: number } => {
  const kept = items.filter((item) => item.number != null && item.spoken === true).length;
  return { kept, changed: items.length - kept };
};

/** All tags of items with how many carry each, the commonest first. */
export const countTags = (items: Iterable<Courseware>): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const tag of item.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
};

/** Says where items come from; `null` takes the publisher away. */
export const publishAll = (items: readonly Courseware[], publisher: string | null): Changes => ({
  label: { type: "edit-courseware", count: items.length },
  puts: items.flatMap((item) =>
    (item.publisher ?? null) === publisher ? [] : editCourseware(item, { publisher }).puts,
  ),
});

/** Says where items lie; `null` says that they lie nowhere else. */
export const placeAll = (items: readonly Courseware[], place: KeepingPlace | null): Changes => ({
  label: { type: "edit-courseware", count: items.length },
  puts: items.flatMap(({ id, place: before }) =>
    (before?.type ?? null) === (place?.type ?? null) && before?.name === place?.name
      ? []
      : [put({ id, kind: "courseware" }, "place", place)],
  ),
});
