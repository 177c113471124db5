import type { GivingState, HandoverDoor, InboxSource, WaitingRow } from "@dianbo/pwa/app";
import { type Library, type MediaStore, openMediaStore } from "@dianbo/pwa/storage";
import type { Clock } from "@dianbo/shared/clock";
import type { NewId } from "@dianbo/shared/identity";
import * as v from "valibot";
import { askLeave, hostsOf } from "../clipping/host-leave.ts";
import { rulesInForce } from "../clipping/rules-in-force.ts";
import {
  cancelDownload,
  goOnWithDownloads,
  keepLessonAnyway,
  startDownload,
} from "../downloading/index.ts";
import { openGiverShelf, readyClips, startHandoff } from "../handoff/index.ts";
import { type Inbox, openInbox, openListQueue } from "../inbox/index.ts";
import { queueAgain, queueGaps } from "../list-clipping/index.ts";
import { openPortalsDoor } from "../portal-rules/index.ts";
import {
  DEFAULT_APP_ADDRESS,
  type LibraryHome,
  libraryHomeSchema,
  readLibraryHome,
  writeLibraryHome,
} from "../settings/index.ts";
import { openDownloadsDoor } from "./downloads-door.ts";
import { noteDropped, removeDropped } from "./dropped-files.ts";
import { openPairingDoor } from "./pairing-door.ts";
import { openVersionDoor } from "./version-door.ts";

/** A value with listeners. */
const watched = <T>(first: T) => {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get: () => value,
    set: (next: T): void => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Begins anew; what failed for want of leave asks for it first, while the click still counts. */
const retry = async (
  id: string,
  rows: readonly WaitingRow[] | undefined,
  inbox: Inbox,
): Promise<void> => {
  const row = rows?.find((one) => one.type === "clip" && one.clip.id === id);
  const clip = row?.type === "clip" ? row.clip : undefined;
  if (clip?.file.state === "failed" && clip.file.reason === "no-permission") {
    const given = await askLeave(hostsOf(clip.fileUrl == null ? [] : [clip.fileUrl]));
    if (!given) return;
  }
  await startDownload(id, inbox);
};

const settleHome = async (address: string | undefined): Promise<boolean> => {
  const home = v.safeParse(
    libraryHomeSchema,
    address === undefined ? { home: "extension" } : { home: "hosted", address },
  );
  if (!home.success) return false;
  await writeLibraryHome(home.output);
  return true;
};

const openHandover = (
  home: LibraryHome,
  rows: () => readonly WaitingRow[] | undefined,
  inbox: Inbox,
  media: MediaStore,
  library: Library,
): HandoverDoor | undefined => {
  if (home.home !== "hosted") return undefined;
  const giving = watched<GivingState>({ state: "still" });
  return {
    address: home.address,
    state: giving.get,
    subscribe: giving.subscribe,
    start: () => {
      const clips = readyClips(rows() ?? []);
      const shelf = openGiverShelf(inbox, media, async () => library.snapshot().items.values());
      if (!startHandoff(home.address, clips, shelf, giving.set))
        giving.set({ state: "not-opened" });
    },
  };
};

/**
 * Opens the inbox for the app page. `library` is the extension's own: its items may use the same files
 * as a row that is handed over.
 */
export const openInboxSource = async (
  library: Library,
  clock: Clock,
  newId: NewId,
): Promise<InboxSource> => {
  const inbox = openInbox();
  const media = openMediaStore(() => {
    throw new Error("handing over only reads and removes files");
  });
  const rows = watched<readonly WaitingRow[] | undefined>(undefined);
  let reading = false;
  let stale = false;
  // Progress is told four times a second by each download: changes during a reading make one more.
  const reread = async (): Promise<void> => {
    stale = true;
    if (reading) return;
    reading = true;
    try {
      while (stale) {
        stale = false;
        rows.set(await inbox.all());
      }
    } finally {
      reading = false;
    }
  };
  inbox.subscribe(() => void reread());
  void reread();
  void goOnWithDownloads(inbox);
  await removeDropped(inbox, library, media);
  const [home, rules] = await Promise.all([readLibraryHome(), rulesInForce()]);
  const queue = openListQueue();
  return {
    rows: rows.get,
    subscribe: rows.subscribe,
    keep: (clip) => inbox.save(clip),
    remove: async (id) => {
      const clip = await inbox.get(id);
      if (clip !== undefined) await noteDropped(clip);
      await inbox.remove(id);
    },
    retry: (id) => retry(id, rows.get(), inbox),
    fetchAgain: (item) => queueAgain(item, { queue, clock, newId }),
    fetchAll:
      home.home === "hosted"
        ? undefined
        : (items) => queueGaps(items, { queue, rules, clock, newId }),
    keepAnyway: (id) => keepLessonAnyway(id, inbox),
    cancel: (id) => cancelDownload(id, inbox),
    settleHome,
    usualAddress: home.home === "hosted" ? home.address : DEFAULT_APP_ADDRESS,
    handover: openHandover(home, rows.get, inbox, media, library),
    pairing: await openPairingDoor(),
    downloads: openDownloadsDoor({ inbox, clock, retry: (id) => retry(id, rows.get(), inbox) }),
    portals: openPortalsDoor(clock),
    version: openVersionDoor(),
  };
};
