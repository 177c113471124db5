import { type FieldPut, put } from "../changes/index.ts";
import type { Courseware } from "../courseware/index.ts";

/** Marks numbers as spoken: printed, played or shared. Items already marked are left alone. */
export const speakNumbers = (items: readonly Courseware[]): readonly FieldPut[] =>
  items.flatMap((item) => {
    const record = { id: item.id, kind: "courseware" };
    const told = item.spokenNumbers ?? [];
    if (item.number == null || told.includes(item.number)) return [];
    return [
      ...(item.spoken === true ? [] : [put(record, "spoken", true)]),
      put(
        record,
        "spokenAs",
        [...told, item.number].sort((a, b) => a - b),
      ),
    ];
  });
