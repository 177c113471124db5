import { type RecordState, shownValue } from "@dianbo/shared/changes";
import type { Waiting } from "@dianbo/shared/merge";
import type { Words } from "../../locales/index.ts";
import type { LibrarySnapshot, SiteIdentity } from "../../storage/index.ts";

/** What a card of 待定 is about. */
export interface Subject {
  readonly title: string;
  readonly number: number | undefined;
  readonly isMenu: boolean;
}

const NAMING = ["title", "name", "text", "topic", "on", "date"] as const;

/** The first thing by which a person knows a record of whatever kind. */
const nameOf = (record: RecordState | undefined, site: SiteIdentity["site"]): string => {
  if (record === undefined) return "";
  for (const field of NAMING) {
    const value = shownValue(record, field, site);
    if (typeof value === "string" && value !== "") return value;
  }
  return "";
};

/** Title and number of what waits; a place in a menu goes by its menu. */
export const subjectOf = (
  { id, kind }: Pick<Waiting, "id" | "kind">,
  { items, menus, entries, records }: LibrarySnapshot,
  site: SiteIdentity["site"],
  words: Words["settle"],
): Subject => {
  const entry = entries.get(id);
  const menu = menus.get(entry?.menu ?? id);
  if (menu !== undefined) {
    return {
      title: entry === undefined ? menu.name : words.placeIn(menu.name),
      number: menu.number ?? undefined,
      isMenu: true,
    };
  }
  const item = items.get(id);
  const title = item?.title ?? nameOf(records.get(id), site);
  return {
    title: title || words.kinds[kind] || words.something,
    number: item?.number ?? undefined,
    isMenu: false,
  };
};

/** A field by its name, as the rooms have it. */
export const fieldName = (kind: string, field: string, words: Words): string => {
  const names: Readonly<Record<string, string>> =
    kind === "set-menu"
      ? words.sharing.menuFields
      : { ...words.settle.fields, ...(kind === "courseware" ? words.item.names : {}) };
  return names[field] ?? words.item.otherField(field);
};
