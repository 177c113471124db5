import type { Json, RecordState } from "@dianbo/shared/changes";
import type { Clock } from "@dianbo/shared/clock";
import { isListed, type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { MOVE_PROTOCOL, seenText } from "@dianbo/shared/handoff";
import type { DeviceId, NewId } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { Homes, LibraryPlace } from "../../app/homes.ts";
import {
  adoptLeases,
  aloneWith,
  becomeReplica,
  carriedMemos,
  isBlankLibrary,
  joinReplica,
  keepCarriedMemos,
  type Library,
  type MediaStore,
  MOVED_AWAY_MEMO,
  readStoredRecords,
} from "../../storage/index.ts";
import type { GiverDesk } from "./move-giver.ts";
import type { TakerDesk } from "./move-taker.ts";

const sha256 = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** All hashes that records name anywhere, fields of a newer version included. */
export const hashesInRecords = (records: readonly RecordState[]): ReadonlySet<MediaHash> =>
  new Set(
    (JSON.stringify(records.map(({ fields }) => fields)).match(/\b[0-9a-f]{64}\b/gu) ?? []).map(
      (hash) => v.parse(mediaHashSchema, hash),
    ),
  );

/** What this home gives. `place` is what it becomes once the other side has everything. */
export const openGiverDesk = (
  library: Library,
  media: MediaStore,
  homes: Homes,
  place: LibraryPlace,
  rememberedChannels: () => Promise<readonly Json[]>,
): GiverDesk => {
  const filesOf = async (records: readonly RecordState[]) => {
    const named = hashesInRecords(records);
    return (await media.list()).filter(({ hash }) => named.has(hash));
  };
  return {
    offer: async () => {
      const { records, unreadable } = await readStoredRecords(library);
      const { items, menus } = library.snapshot();
      const { device, ...identity } = library.identity();
      return {
        protocol: MOVE_PROTOCOL,
        type: "offer",
        identity,
        device,
        records: records.length,
        items: [...items.values()].filter(isListed).length,
        menus: [...menus.values()].filter(({ life }) => life !== "deleted").length,
        files: [...(await filesOf(records))],
        unreadable,
        channels: [...(await rememberedChannels())],
        memos: [...(await carriedMemos(library))],
      };
    },
    records: async () => (await readStoredRecords(library)).records,
    openFile: async (hash) => {
      const opened = await media.open(hash);
      return opened.ok ? opened.value : null;
    },
    leave: (stored) =>
      aloneWith(library, async () => {
        const { records } = await readStoredRecords(library);
        const files = await filesOf(records);
        const same =
          stored.records === records.length &&
          stored.files === files.length &&
          stored.seen === (await sha256(seenText(records)));
        if (!same) return false;
        await library.writeMemo(MOVED_AWAY_MEMO, true);
        await homes.settle(place);
        return true;
      }),
  };
};

/** Where a library comes in. */
export const openTakerDesk = (
  library: Library,
  media: MediaStore,
  homes: Homes,
  desk: {
    readonly clock: Clock;
    readonly newId: NewId;
    /** The place that a library on its way here still has. */
    readonly from: { readonly address: string | undefined };
    readonly rememberChannels: (rows: readonly Json[]) => Promise<void>;
  },
): TakerDesk => {
  const there = (copy: "arriving" | "arrived"): LibraryPlace => ({
    at: "there",
    address: desk.from.address,
    copy,
    since: desk.clock.now(),
  });
  let channels: readonly Json[] = [];
  let memos: readonly Json[] = [];
  let devices: { readonly from: DeviceId; readonly to: DeviceId } | undefined;
  return {
    mayTake: ({ identity }) => identity.site === library.identity().site || isBlankLibrary(library),
    hasFile: (hash) => media.has(hash),
    keepFile: (blob, hash) => media.keep(blob, hash),
    begin: () => homes.settle(there("arriving")),
    become: async (offer) => {
      channels = offer.channels ?? [];
      memos = offer.memos ?? [];
      const became = await becomeReplica(library, offer.identity, desk.newId);
      if (became.ok) devices = { from: offer.device, to: became.value };
      return became;
    },
    join: (records) => joinReplica(library, records),
    seen: (records) => sha256(seenText(records)),
    arrived: () => homes.settle(there("arrived")),
    settle: async () => {
      // Should it fail, the next numbers come from a block of their own: later ones, none twice.
      if (devices !== undefined) await adoptLeases(library, devices.from, devices.to);
      await desk.rememberChannels(channels);
      // What was kept here is from before the book moved away.
      await keepCarriedMemos(library, memos, "over");
      await library.writeMemo(MOVED_AWAY_MEMO, false);
      await homes.settle({ at: "here" });
    },
    isBlob: (value): value is Blob => value instanceof Blob,
  };
};
