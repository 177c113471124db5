/** A stick with the whole sample book on it: what the pictures of the USB edition are taken from. */
import { fixedClock } from "@dianbo/shared/clock";
import { loadSampleLibrary } from "@dianbo/shared/sample";
import { makeStickFolder, type StickFolder } from "./stick-folder.ts";

/** Numbers that the test's stick has items of its own for. */
const OWN = new Set([1014, 2001, 2002, 2007, 3001, 4004, 4009, 5003]);
const OWN_MENU = 7;

type Fields = Readonly<Record<string, unknown>>;

/** The sample's records of a kind, by id, in their own order. */
const recordsOf = (kind: string): ReadonlyMap<string, Fields> => {
  let count = 0;
  const { puts } = loadSampleLibrary(
    { numbers: new Set(), menuNumbers: new Set() },
    {
      clock: fixedClock(Date.UTC(2026, 0, 1)),
      newId: () => `sample-stick-${String(++count).padStart(16, "0")}`,
      random: () => 0.5,
    },
  );
  const records = new Map<string, Record<string, unknown>>();
  for (const put of puts) {
    if (put.kind !== kind) continue;
    const fields = records.get(put.id) ?? {};
    fields[put.field] = put.values[0]?.value;
    records.set(put.id, fields);
  }
  return records;
};

/** Makes the stick; all films on it are one. */
export const makeSampleStick = async (): Promise<StickFolder> => {
  const items = [...recordsOf("courseware")].flatMap(([id, { number, title, minutes, kind }]) =>
    typeof number !== "number" || typeof title !== "string" || OWN.has(number)
      ? []
      : [{ id, number, title, minutes, kind: kind === "article" ? "video" : kind }],
  );
  const known = new Set(items.map(({ id }) => id));
  const entries = [...recordsOf("set-menu-entry")].map(([id, fields]) => ({ id, ...fields }));
  const menus = [...recordsOf("set-menu")].flatMap(([id, { name, number }]) =>
    number === OWN_MENU
      ? []
      : [
          {
            id,
            number,
            name,
            sessionMinutes: 60,
            entries: entries
              .filter((entry) => Reflect.get(entry, "menu") === id)
              .flatMap((entry): readonly object[] => {
                const item: unknown = Reflect.get(entry, "item");
                const activity: unknown = Reflect.get(entry, "activity");
                if (typeof item !== "string") return [{ id: entry.id, activity }];
                return known.has(item) ? [{ id: entry.id, item }] : [];
              }),
          },
        ],
  );
  return makeStickFolder(undefined, { items, menus });
};
