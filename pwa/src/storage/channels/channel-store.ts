import {
  type ChannelId,
  type ChannelIndex,
  type CheckRhythm,
  type HeldChannel,
  type Release,
  type ReleaseReader,
  readRelease,
  type SegmentHash,
} from "@dianbo/shared/channel";
import type { Instant } from "@dianbo/shared/clock";
import { err, ok, type Result } from "@dianbo/shared/result";
import { isDiskFull } from "../failures.ts";
import { type ChannelRow, type ChannelsDb, readChannelRow, segmentsOf } from "./channels-db.ts";

/** A change to channels that could not be kept; what was there stays. */
export type ChannelStoreFailure = {
  readonly type: "disk-full" | "not-stored" | "no-such-channel";
};

/** All channels, by name. */
export const listChannels = async (db: ChannelsDb): Promise<readonly ChannelRow[]> =>
  (await db.channels.toArray())
    .flatMap((row) => readChannelRow(row) ?? [])
    .sort((a, b) => (a.index.name < b.index.name ? -1 : 1));

/** One channel. */
export const channelAt = async (db: ChannelsDb, id: ChannelId): Promise<ChannelRow | undefined> =>
  readChannelRow(await db.channels.get(id));

/** A channel as it is judged by. */
export const heldChannel = (row: ChannelRow | undefined): HeldChannel | undefined =>
  row === undefined
    ? undefined
    : { index: row.index, highest: row.highest, own: row.role === "published" };

/** A segment's bytes, if they are kept here. */
export const keptSegment = async (
  db: ChannelsDb,
  hash: SegmentHash,
): Promise<Uint8Array | undefined> => (await db.segments.get(hash))?.bytes;

/** Which segments are kept here. */
export const keptHashes = async (db: ChannelsDb): Promise<ReadonlySet<SegmentHash>> =>
  new Set(await db.segments.toCollection().primaryKeys());

/** Reads a kept release again, as strictly as it was read when it came. */
export const openRelease = async (
  db: ChannelsDb,
  index: ChannelIndex,
  reader: Pick<ReleaseReader, "sha256" | "sha512">,
) =>
  await readRelease(
    {
      index: async () => ok(new TextEncoder().encode(JSON.stringify(index))),
      segment: async () => undefined,
    },
    { ...reader, held: (hash) => keptSegment(db, hash) },
  );

/** Deletes segments that no release names any more; within the transaction that made them so. */
const freeSegments = async (db: ChannelsDb): Promise<void> => {
  const rows = (await db.channels.toArray()).map(readChannelRow);
  const named = new Set<SegmentHash>();
  for (const row of rows) {
    // A row that this version cannot read may be a newer one's: whatever it names stays.
    if (row === undefined) return;
    for (const hash of segmentsOf(row)) named.add(hash);
  }
  const kept = await keptHashes(db);
  await db.segments.bulkDelete([...kept].filter((hash) => !named.has(hash)));
};

/** One writer at a time over all tabs; a write is kept whole or not at all, and a full disk is a value. */
const alone = async <T>(
  db: ChannelsDb,
  work: () => Promise<Result<T, ChannelStoreFailure>>,
): Promise<Result<T, ChannelStoreFailure>> =>
  await navigator.locks.request(`${db.name}-writer`, async () => {
    try {
      return await db.transaction("rw", [db.channels, db.segments], work);
    } catch (error) {
      return err({ type: isDiskFull(error) ? "disk-full" : "not-stored" });
    }
  });

/** Keeps a release: new segments, the index, and the release before it for one step back. */
export const keepRelease = async (
  db: ChannelsDb,
  { index, bytes }: Pick<Release, "index" | "bytes">,
  about: Pick<ChannelRow, "role" | "offers" | "address"> & {
    readonly takenAt: Instant;
    /** How often it looks for news from now on; absent: as before. */
    readonly rhythm?: CheckRhythm | undefined;
  },
): Promise<Result<ChannelRow, ChannelStoreFailure>> =>
  await alone(db, async () => {
    const held = readChannelRow(await db.channels.get(index.channel));
    await db.segments.bulkPut([...bytes].map(([hash, part]) => ({ hash, bytes: part })));
    const previous = held?.index.release === index.release ? held.previous : held?.index;
    const { rhythm = held?.checks?.rhythm, ...more } = about;
    const address = more.address ?? held?.address;
    const row: ChannelRow = {
      ...more,
      ...(address === undefined ? {} : { address }),
      // Whoever takes a release in has just been told all there is.
      ...(rhythm === undefined ? {} : { checks: { rhythm, askedAt: more.takenAt, failures: 0 } }),
      id: index.channel,
      index,
      // What one publishes oneself is not gone back from: subscribers would refuse what came after.
      ...(previous === undefined || about.role === "published" ? {} : { previous }),
      highest: Math.max(held?.highest ?? 0, index.release),
    };
    await db.channels.put(row);
    await freeSegments(db);
    return ok(row);
  });

/** Goes back to the release before the last update. */
export const stepBack = async (
  db: ChannelsDb,
  id: ChannelId,
): Promise<Result<null, ChannelStoreFailure>> =>
  await alone(db, async () => {
    const held = readChannelRow(await db.channels.get(id));
    if (held?.previous === undefined) return err({ type: "no-such-channel" });
    const { previous, ...rest } = held;
    await db.channels.put({ ...rest, index: previous });
    await freeSegments(db);
    return ok(null);
  });

/** Changes what is remembered beside a channel's releases; `change` answers the new row, or none to leave it. */
export const changeChannel = async (
  db: ChannelsDb,
  id: ChannelId,
  change: (row: ChannelRow) => ChannelRow | undefined,
): Promise<Result<null, ChannelStoreFailure>> =>
  await alone(db, async () => {
    const held = readChannelRow(await db.channels.get(id));
    const next = held === undefined ? undefined : change(held);
    if (next === undefined) return err({ type: "no-such-channel" });
    await db.channels.put(next);
    return ok(null);
  });

/** Gives a channel up and frees what it took; rows that were taken from it stay. */
export const removeChannel = async (
  db: ChannelsDb,
  id: ChannelId,
): Promise<Result<null, ChannelStoreFailure>> =>
  await alone(db, async () => {
    await db.channels.delete(id);
    await freeSegments(db);
    return ok(null);
  });

/**
 * Takes in what another home or a backup remembers of channels: pinned keys, release numbers, which are
 * this site's own. The catalogues themselves come with their files. What is known here is left alone.
 */
export const rememberChannels = async (
  db: ChannelsDb,
  rows: readonly unknown[],
): Promise<Result<number, ChannelStoreFailure>> =>
  await alone(db, async () => {
    let came = 0;
    for (const row of rows.flatMap((one) => readChannelRow(one) ?? [])) {
      if ((await db.channels.get(row.id)) !== undefined) continue;
      const { previous: _gone, ...rest } = row;
      await db.channels.put(rest);
      came += 1;
    }
    return ok(came);
  });
