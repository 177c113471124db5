import type { RecordState } from "@dianbo/shared/changes";
import { type Courseware, type DamagedRow, readCourseware } from "@dianbo/shared/courseware";
import type { DeviceId, RecordId, SiteId } from "@dianbo/shared/identity";
import {
  type DownloadEntry,
  type Playback,
  readDownloadEntry,
  readPlayback,
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

/** The snapshot after some records have become what they are now. */
export const withRecords = (
  before: LibrarySnapshot,
  changed: readonly RecordState[],
  site: SiteId,
): LibrarySnapshot => {
  const records = new Map(before.records);
  const items = new Map(before.items);
  const menus = new Map(before.menus);
  const entries = new Map(before.entries);
  const leases = new Map(before.leases);
  const playbacks = new Map(before.playbacks);
  const downloads = new Map(before.downloads);
  const editions = new Map(before.editions);
  const portals = new Map(before.portals);
  const columns = new Map(before.columns);
  const damaged = new Map(before.damaged);
  for (const record of changed) {
    records.set(record.id, record);
    damaged.delete(record.id);
    const keep = <T>(
      shelf: Map<RecordId, T>,
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
    records,
    items,
    menus,
    entries,
    leases,
    playbacks,
    downloads,
    editions,
    portals,
    columns,
    damaged,
  };
};

/** What numbering needs of a snapshot. */
export const numberBookOf = (snapshot: LibrarySnapshot, device: DeviceId): NumberBook => ({
  items: [...snapshot.items.values()],
  leases: [...snapshot.leases.values()],
  device,
});
