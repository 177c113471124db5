import type { RecordState } from "@dianbo/shared/changes";
import { type Courseware, type DamagedRow, readCourseware } from "@dianbo/shared/courseware";
import type { DeviceId, RecordId, SiteId } from "@dianbo/shared/identity";
import {
  type DownloadEntry,
  type Playback,
  readDownloadEntry,
  readPlayback,
  standsInRegister,
} from "@dianbo/shared/ledger";
import {
  type Portal,
  type PortalColumn,
  readPortal,
  readPortalColumn,
} from "@dianbo/shared/portal-list";
import {
  type Edition,
  type NumberBook,
  type NumberLease,
  readEdition,
  readNumberLease,
} from "@dianbo/shared/programme";
import {
  readSetMenu,
  readSetMenuEntry,
  type SetMenu,
  type SetMenuEntry,
} from "@dianbo/shared/set-menu";
import type { SearchRow } from "./library-db.ts";

/**
 * Everything the screens read, parsed and held in memory: a site's library has some thousand rows.
 * A new snapshot shares all rows that did not change, so React compares by identity.
 */
export interface LibrarySnapshot {
  /** Rises with every change; 0 is the state at opening. */
  readonly revision: number;
  readonly records: ReadonlyMap<RecordId, RecordState>;
  /** All items, deleted ones included. */
  readonly items: ReadonlyMap<RecordId, Courseware>;
  readonly menus: ReadonlyMap<RecordId, SetMenu>;
  readonly entries: ReadonlyMap<RecordId, SetMenuEntry>;
  readonly leases: ReadonlyMap<RecordId, NumberLease>;
  /** Lines of the playback register that stand; what was struck out is in the register alone. */
  readonly playbacks: ReadonlyMap<RecordId, Playback>;
  /** The download log, lines taken back included. */
  readonly downloads: ReadonlyMap<RecordId, DownloadEntry>;
  /** Printed editions of the on-demand book. */
  readonly editions: ReadonlyMap<RecordId, Edition>;
  /** The portals that this site downloads from, and their columns. */
  readonly portals: ReadonlyMap<RecordId, Portal>;
  readonly columns: ReadonlyMap<RecordId, PortalColumn>;
  /** Rows that no longer fit their schema: shown as damaged, kept as they are. */
  readonly damaged: ReadonlyMap<RecordId, DamagedRow>;
  readonly searchTexts: ReadonlyMap<RecordId, SearchRow>;
  /** Whether there is an act to undo or to do again, and what it was called. */
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The snapshot of an empty library. */
export const emptySnapshot: LibrarySnapshot = {
  revision: 0,
  records: new Map(),
  items: new Map(),
  menus: new Map(),
  entries: new Map(),
  leases: new Map(),
  playbacks: new Map(),
  downloads: new Map(),
  editions: new Map(),
  portals: new Map(),
  columns: new Map(),
  damaged: new Map(),
  searchTexts: new Map(),
  canUndo: false,
  canRedo: false,
};

/** A shelf of a snapshot that is copied at its first change; one that nothing touches stays the same object. */
const changing = <T>(before: ReadonlyMap<RecordId, T>) => {
  let own: Map<RecordId, T> | undefined;
  const copy = (): Map<RecordId, T> => {
    own ??= new Map(before);
    return own;
  };
  return {
    set: (id: RecordId, value: T): unknown => copy().set(id, value),
    delete: (id: RecordId): unknown => (own ?? before).has(id) && copy().delete(id),
    now: (): ReadonlyMap<RecordId, T> => own ?? before,
  };
};

/**
 * The snapshot after some records have become what they are now. Shelves of kinds that are not among them
 * stay the same objects, so whatever a screen made of them still holds.
 */
export const withRecords = (
  before: LibrarySnapshot,
  changed: readonly RecordState[],
  site: SiteId,
): LibrarySnapshot => {
  const records = changing(before.records);
  const items = changing(before.items);
  const menus = changing(before.menus);
  const entries = changing(before.entries);
  const leases = changing(before.leases);
  const playbacks = changing(before.playbacks);
  const downloads = changing(before.downloads);
  const editions = changing(before.editions);
  const portals = changing(before.portals);
  const columns = changing(before.columns);
  const damaged = changing(before.damaged);
  for (const record of changed) {
    records.set(record.id, record);
    damaged.delete(record.id);
    const keep = <T>(
      shelf: { set(id: RecordId, value: T): unknown; delete(id: RecordId): unknown },
      read: { ok: true; value: T } | { ok: false; error: DamagedRow },
    ): void => {
      if (read.ok) {
        shelf.set(record.id, read.value);
      } else {
        shelf.delete(record.id);
        damaged.set(record.id, read.error);
      }
    };
    switch (record.kind) {
      case "courseware":
        keep(items, readCourseware(record, site));
        break;
      case "set-menu":
        keep(menus, readSetMenu(record, site));
        break;
      case "set-menu-entry":
        keep(entries, readSetMenuEntry(record, site));
        break;
      case "number-lease":
        keep(leases, readNumberLease(record, site));
        break;
      case "playback":
        keep(playbacks, readPlayback(record, site));
        if (!standsInRegister(record, site)) playbacks.delete(record.id);
        break;
      case "download":
        keep(downloads, readDownloadEntry(record, site));
        break;
      case "edition":
        keep(editions, readEdition(record, site));
        break;
      case "portal":
        keep(portals, readPortal(record, site));
        break;
      case "portal-column":
        keep(columns, readPortalColumn(record, site));
        break;
      default:
        // A kind of a newer version: carried along unread.
        break;
    }
  }
  return {
    ...before,
    revision: before.revision + 1,
    records: records.now(),
    items: items.now(),
    menus: menus.now(),
    entries: entries.now(),
    leases: leases.now(),
    playbacks: playbacks.now(),
    downloads: downloads.now(),
    editions: editions.now(),
    portals: portals.now(),
    columns: columns.now(),
    damaged: damaged.now(),
  };
};

/** What numbering needs of a snapshot. */
export const numberBookOf = (snapshot: LibrarySnapshot, device: DeviceId): NumberBook => ({
  items: [...snapshot.items.values()],
  leases: [...snapshot.leases.values()],
  device,
});
