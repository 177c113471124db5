import {
  type ChangeLabel,
  type Changes,
  canonicalJson,
  type FieldPut,
  type Json,
  lifeOf,
  pendingFields,
  type RecordState,
  restoreRecord,
  settle,
  writeKey,
} from "../changes/index.ts";
import {
  type Courseware,
  canonicalUrl,
  findSameSource,
  readCourseware,
} from "../courseware/index.ts";
import {
  type DeviceId,
  deviceOf,
  type NewId,
  type RecordId,
  type SiteId,
} from "../identity/index.ts";
import { type ImportedRecord, planImport, type SameSource } from "../merge/index.ts";
import type { NumberBook, ShelfFull } from "../programme/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { readSetMenu, readSetMenuEntry, type SetMenu } from "../set-menu/index.ts";
import { rememberSite } from "./known-site.ts";
import type { SharedList } from "./list-file.ts";
import { numbersOnTaking } from "./numbers-on-taking.ts";
import type { ListSigner } from "./open-package.ts";

/** What taking a list needs to know of the library that takes it. */
export interface TakingLibrary {
  readonly records: ReadonlyMap<RecordId, RecordState>;
  readonly items: ReadonlyMap<RecordId, Courseware>;
  readonly menus: ReadonlyMap<RecordId, SetMenu>;
  readonly book: NumberBook;
  readonly site: SiteId;
  readonly newId: NewId;
}

/** A field in which the two sites say different things. */
export interface Difference {
  readonly field: string;
  readonly ours: Json;
  readonly theirs: Json;
}

/** One item or menu of the list, and what taking it does. */
export interface ListRow {
  /** The id it has in the list. */
  readonly id: RecordId;
  readonly kind: "courseware" | "set-menu";
  readonly verdict: ImportedRecord["verdict"];
  /** Title or name as it will be shown here. */
  readonly title: string;
  readonly minutes: number | undefined;
  /** The number it has here, or gets. */
  readonly number: number | undefined;
  /** 原编号. */
  readonly originalNumber: number | undefined;
  /** Deleted here earlier; taking it brings it back. */
  readonly returns: boolean;
  readonly differences: readonly Difference[];
  /** The items in a menu, by their ids in the list: they come with it. */
  readonly needs: readonly RecordId[];
  /** The item as it stands here once the list is taken; a menu has none. */
  readonly item: Courseware | undefined;
}

/** What is taken of a list, and whose value is shown where the two differ. */
export interface Taking {
  /** Ids in the list; `undefined` takes everything. */
  readonly ticked?: ReadonlySet<RecordId> | undefined;
  /** Rows where the list's values are to be used; elsewhere ours stay shown and theirs wait. */
  readonly theirs?: ReadonlySet<RecordId> | undefined;
  /** Who signed it, where somebody did: the key is remembered with what is taken. */
  readonly signer?: ListSigner | undefined;
}

/** One change set: records as joined, and the writes of our own over them (numbers, choices). */
export interface TakenList {
  readonly rows: readonly ListRow[];
  readonly states: readonly RecordState[];
  readonly changes: Changes;
}

/** Why a list cannot be taken here. Nothing is taken then. */
export type TakeFailure =
  | ShelfFull
  /** Made by this very site: replicas are merged, not imported. */
  | { readonly type: "own-list" }
  /** Gives one of our records another kind. */
  | { readonly type: "wrong-shape"; readonly where: string };

/** The PCs of this site: whoever wrote in its name. */
const ownDevices = ({ records, site, book }: TakingLibrary): ReadonlySet<DeviceId> => {
  const devices = new Set<DeviceId>([book.device, ...book.leases.map(({ device }) => device)]);
  for (const { fields } of records.values()) {
    for (const writes of Object.values(fields)) {
      for (const write of writes) if (write.site === site) devices.add(deviceOf(write.dot.writer));
    }
  }
  return devices;
};

/** The address is made canonical anew: a list may not choose which of our items it goes into. */
const sameSourceIn =
  (library: TakingLibrary, from: SiteId): SameSource =>
  (foreign) => {
    const item = readCourseware(foreign, from);
    if (foreign.kind !== "courseware" || !item.ok) return undefined;
    const { source, media } = item.value;
    return findSameSource(library.items.values(), {
      canonical: source == null ? undefined : canonicalUrl(source.url),
      hash: media?.hash,
    })?.id;
  };

/** Which menus need which items, and which entries belong to which menu, by the ids of the list. */
const contentsOf = (list: SharedList) => {
  const items = new Map<RecordId, RecordId[]>();
  const menuOf = new Map<RecordId, RecordId>();
  for (const record of list.records) {
    if (record.kind !== "set-menu-entry") continue;
    const entry = readSetMenuEntry(record, list.site);
    if (!entry.ok) continue;
    const { menu, item } = entry.value;
    menuOf.set(record.id, menu);
    if (item != null) items.set(menu, [...(items.get(menu) ?? []), item]);
  }
  return { items, menuOf };
};

/** All that the ticked rows bring along: a menu comes with its entries and their items. */
const chosenRecords = (list: SharedList, ticked: Taking["ticked"]): readonly RecordState[] => {
  if (ticked === undefined) return list.records;
  const { items, menuOf } = contentsOf(list);
  const wanted = new Set<RecordId>(ticked);
  for (const id of ticked) for (const item of items.get(id) ?? []) wanted.add(item);
  return list.records.filter(({ id }) => {
    const menu = menuOf.get(id);
    return wanted.has(id) || (menu !== undefined && ticked.has(menu));
  });
};

const differencesOf = (
  local: RecordState | undefined,
  after: RecordState,
  site: SiteId,
): readonly Difference[] => {
  if (local === undefined) return [];
  return pendingFields(after, site).flatMap(({ field, writes }) => {
    const held = new Set((local.fields[field] ?? []).map(writeKey));
    const theirs = writes.find((write) => !held.has(writeKey(write)));
    const [shown] = writes;
    return theirs === undefined || shown === undefined || theirs === shown
      ? []
      : [{ field, ours: shown.value, theirs: theirs.value }];
  });
};

/** The stronger of two verdicts: what a menu's entries bring counts for the menu. */
const RANK = ["same", "changed", "to-settle", "new"] as const;
const worse = (a: ImportedRecord["verdict"], b: ImportedRecord["verdict"]) =>
  RANK.indexOf(a) >= RANK.indexOf(b) ? a : b;

/** What becomes of one record of the list. */
interface Arrival {
  readonly sent: RecordId;
  readonly local: RecordState | undefined;
  readonly imported: ImportedRecord;
  readonly verdict: ImportedRecord["verdict"];
  readonly returns: boolean;
}

const arrivalsOf = (
  list: SharedList,
  library: TakingLibrary,
  taking: Taking,
): readonly Arrival[] => {
  const local = (id: RecordId): RecordState | undefined => library.records.get(id);
  return planImport(
    local,
    chosenRecords(list, taking.ticked),
    library.site,
    sameSourceIn(library, list.site),
    ownDevices(library),
  ).map((imported): Arrival => {
    const held = local(imported.id);
    const returns = held !== undefined && lifeOf(held, library.site) !== "alive";
    return {
      sent: imported.foreign.id,
      local: held,
      imported,
      verdict: returns ? "new" : imported.verdict,
      returns,
    };
  });
};

/** What stands in the records after the import, with the numbers that are still to be written. */
interface Outcome {
  readonly items: ReadonlyMap<RecordId, Courseware>;
  readonly menus: ReadonlyMap<RecordId, SetMenu>;
  readonly numbers: ReadonlyMap<RecordId, number>;
}

const readAll = (arrivals: readonly Arrival[], site: SiteId): Pick<Outcome, "items" | "menus"> => {
  const items = new Map<RecordId, Courseware>();
  const menus = new Map<RecordId, SetMenu>();
  for (const { imported } of arrivals) {
    const { after: record } = imported;
    const item = record.kind === "courseware" ? readCourseware(record, site) : undefined;
    const menu = record.kind === "set-menu" ? readSetMenu(record, site) : undefined;
    if (item?.ok === true) items.set(record.id, item.value);
    if (menu?.ok === true) menus.set(record.id, menu.value);
  }
  return { items, menus };
};

/** The row of one record; entries have none of their own, they count for their menu. */
const rowOf = (
  { sent, local, imported, verdict, returns }: Arrival,
  { items, menus, numbers }: Outcome,
  entries: ImportedRecord["verdict"],
  needs: readonly RecordId[],
  site: SiteId,
): ListRow | undefined => {
  const { after } = imported;
  const row = { id: sent, returns, differences: differencesOf(local, after, site) };
  const item = items.get(after.id);
  if (item !== undefined) {
    return {
      ...row,
      kind: "courseware",
      verdict,
      title: item.title,
      minutes: item.minutes ?? undefined,
      number: item.number ?? numbers.get(after.id),
      originalNumber: item.originalNumber?.number,
      needs: [],
      item,
    };
  }
  const menu = menus.get(after.id);
  if (menu === undefined) return undefined;
  // A menu we know whose entries are new has changed; it is not new itself.
  const whole = entries === "new" ? "changed" : entries;
  return {
    ...row,
    kind: "set-menu",
    verdict: verdict === "new" ? verdict : worse(verdict, whole),
    title: menu.name,
    minutes: undefined,
    number: menu.number ?? numbers.get(after.id),
    originalNumber: undefined,
    needs,
    item: undefined,
  };
};

const rowsOf = (
  arrivals: readonly Arrival[],
  outcome: Outcome,
  list: SharedList,
  site: SiteId,
): readonly ListRow[] => {
  const { items: needs, menuOf } = contentsOf(list);
  const ofEntries = new Map<RecordId, ImportedRecord["verdict"]>();
  for (const { sent, verdict } of arrivals) {
    const menu = menuOf.get(sent);
    if (menu !== undefined) ofEntries.set(menu, worse(ofEntries.get(menu) ?? "same", verdict));
  }
  return arrivals.flatMap(
    (arrival) =>
      rowOf(
        arrival,
        outcome,
        ofEntries.get(arrival.sent) ?? "same",
        needs.get(arrival.sent) ?? [],
        site,
      ) ?? [],
  );
};

const textOf = (record: RecordState): string => canonicalJson(JSON.parse(JSON.stringify(record)));

/** The records that are not yet what they will be. */
const statesOf = (
  arrivals: readonly Arrival[],
  records: TakingLibrary["records"],
): readonly RecordState[] => {
  const after = new Map(arrivals.map(({ imported }) => [imported.id, imported.after]));
  return [...after.values()].filter((record) => {
    const held = records.get(record.id);
    return held === undefined || textOf(held) !== textOf(record);
  });
};

/** The writes of our own hand: what comes back, and the list's values where the person chose them. */
const choicePuts = (
  arrivals: readonly Arrival[],
  rows: readonly ListRow[],
  theirs: Taking["theirs"],
): readonly FieldPut[] => {
  const differences = new Map(rows.map((row) => [row.id, row.differences]));
  return arrivals.flatMap(({ sent, imported, returns }) => [
    ...(returns ? [restoreRecord(imported.after)] : []),
    ...(theirs?.has(sent) === true
      ? (differences.get(sent) ?? []).map((one) => settle(imported.after, one.field, one.theirs))
      : []),
  ]);
};

/**
 * What taking a list does, all of it or the ticked rows, each whole: own values and numbers stay, new
 * items get this site's next numbers and remember the other's, what was deleted here comes back.
 */
export const takeList = (
  list: SharedList,
  library: TakingLibrary,
  taking: Taking = {},
): Result<TakenList, TakeFailure> => {
  const { site } = library;
  if (list.site === site) return err({ type: "own-list" });
  const arrivals = arrivalsOf(list, library, taking);
  const strange = arrivals.find(
    ({ local, imported }) => local !== undefined && local.kind !== imported.foreign.kind,
  );
  if (strange !== undefined) return err({ type: "wrong-shape", where: strange.sent });
  const { items, menus } = readAll(arrivals, site);
  const given = numbersOnTaking([...items.values()], [...menus.values()], library);
  if (!given.ok) return given;
  const { numbers } = given.value;
  const rows = rowsOf(arrivals, { items, menus, numbers }, list, site);
  const count = rows.filter((row) => row.kind === "courseware" && row.verdict === "new").length;
  const label: ChangeLabel = { type: "import-list", count, name: list.name };
  const states = statesOf(arrivals, library.records);
  const own = [...given.value.puts, ...choicePuts(arrivals, rows, taking.theirs)];
  // What changes nothing is no act, and leaves nothing behind to undo.
  const known =
    states.length + own.length === 0
      ? []
      : rememberSite(list, taking.signer, library.records, site);
  return ok({ rows, states, changes: { label, puts: [...own, ...known] } });
};
