import { bookFiles } from "../book-folder/index.ts";
import {
  canonicalJson,
  type Json,
  type RecordState,
  rankWrites,
  seenAndHeld,
  type Write,
} from "../changes/index.ts";
import type { Instant } from "../clock/index.ts";
import { type Courseware, isListed, type MediaHash } from "../courseware/index.ts";
import type { RecordId, Sha512, SiteId, SiteKey } from "../identity/index.ts";
import { entriesOf, type SetMenuEntry } from "../set-menu/index.ts";
import { type KeyHandover, signatureOf } from "../signing/index.ts";
import { valueToSend } from "./clean-value.ts";
import { writeContainer } from "./container.ts";
import { onOneLine } from "./hidden-characters.ts";
import {
  isWebAddress,
  LIST_NAME,
  LIST_VERSION,
  type ListFile,
  type PackedFile,
  travels,
} from "./list-file.ts";

/** What a library holds, as far as a list needs it. */
export interface ShareableLibrary {
  readonly records: ReadonlyMap<RecordId, RecordState>;
  readonly items: ReadonlyMap<RecordId, Courseware>;
  readonly entries: ReadonlyMap<RecordId, SetMenuEntry>;
}

/** What goes into a list: items, and menus with everything that stands in them. */
export interface Selection {
  readonly items: readonly RecordId[];
  readonly menus: readonly RecordId[];
}

/** The items of a selection that are listed, those of its menus among them, each once. */
export const selectedItems = (
  library: ShareableLibrary,
  { items, menus }: Selection,
): readonly Courseware[] => {
  const entries = [...library.entries.values()];
  const ids = new Set([
    ...items,
    ...menus.flatMap((menu) => entriesOf(menu, entries).flatMap(({ item }) => item ?? [])),
  ]);
  return [...ids].flatMap((id) => {
    const item = library.items.get(id);
    return item !== undefined && isListed(item) ? [item] : [];
  });
};

const selectedRecords = (
  library: ShareableLibrary,
  selection: Selection,
): readonly RecordState[] => {
  const items = new Set(selectedItems(library, selection).map(({ id }) => id));
  const all = [...library.entries.values()];
  const entries = selection.menus
    .flatMap((menu) => entriesOf(menu, all))
    .filter(({ item }) => item == null || items.has(item));
  const ids = [...items, ...selection.menus, ...entries.map(({ id }) => id)];
  return ids.flatMap((id) => library.records.get(id) ?? []);
};

/** A record as it leaves the house: what is shown of each field that travels. */
const recordToSend = (record: RecordState, site: SiteId, withNotes: boolean): RecordState => {
  const fields: Record<string, readonly Write[]> = {};
  for (const field of Object.keys(record.fields)) {
    const [shown] = rankWrites(record, field, site);
    if (shown === undefined || !travels(field, withNotes)) continue;
    if (field === "source" && shown.value !== null && !isWebAddress(shown.value)) continue;
    fields[field] = [{ ...shown, value: valueToSend(field, shown.value) }];
  }
  return { ...record, seen: seenAndHeld(record), fields };
};

const asJson = (value: object): Json => JSON.parse(JSON.stringify(value));

/** Whose hand signs a list. */
export interface ListSigning {
  readonly key: SiteKey;
  /** How the site came to this key, where it has changed it. */
  readonly keyChanges: readonly KeyHandover[];
  readonly sha512: Sha512;
}

/** How a list is named and dated when it is given out. */
export interface ListMade {
  readonly site: SiteId;
  readonly siteName: string;
  readonly name: string;
  readonly at: Instant;
  /** Notes to oneself go along only where the person wants it. */
  readonly withNotes?: boolean;
}

/** The list itself, before it is packed: only what may leave the house, in the order of its ids. */
export const listFileOf = (
  library: ShareableLibrary,
  selection: Selection,
  made: ListMade,
): ListFile => ({
  format: "dianbo-list",
  version: LIST_VERSION,
  readableFrom: 1,
  madeAt: made.at,
  site: { id: made.site, name: onOneLine(made.siteName).slice(0, 100) },
  name: onOneLine(made.name).slice(0, 200),
  records: selectedRecords(library, selection)
    .map((record) => recordToSend(record, made.site, made.withNotes === true))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
});

/** The list with whoever signs it; all of it is signed, films and all. */
export const signList = async (
  list: ListFile,
  { key, keyChanges, sha512 }: ListSigning,
): Promise<ListFile> => {
  const named: ListFile = {
    ...list,
    publisherKey: key.publicKey,
    ...(keyChanges.length === 0 ? {} : { keyChanges: [...keyChanges] }),
  };
  return { ...named, signature: await signatureOf(named, key, sha512) };
};

/** The list as it stands in `dianbo/manifest.json`: canonical JSON, the same bytes for the same state. */
export const listBytes = (list: ListFile): Uint8Array =>
  new TextEncoder().encode(canonicalJson(asJson(list)));

/** A package of a list alone; equal lists give equal bytes. */
export const packageOfList = (list: ListFile): Uint8Array =>
  writeContainer(new Map([[LIST_NAME, listBytes(list)]]));

/** Packs a list that nobody signs. */
export const encodeList = (
  library: ShareableLibrary,
  selection: Selection,
  made: ListMade,
): Uint8Array => packageOfList(listFileOf(library, selection, made));

/**
 * The films of a list that go along: those that this PC has, each under the name by which a person finds it
 * when the package is unpacked.
 */
export const filmsToPack = (
  library: ShareableLibrary,
  selection: Selection,
  held: ReadonlySet<MediaHash>,
): readonly PackedFile[] =>
  bookFiles(selectedItems(library, selection), [], ({ hash }) => held.has(hash))
    .map(({ hash, size, path }) => ({ hash, size, path }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
