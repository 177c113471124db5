import * as v from "valibot";
import type { Instant } from "../clock/index.ts";
import { type Courseware, isListed } from "../courseware/index.ts";
import type { Sha512, SiteId, SiteKey } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { foldText, textsToSearch } from "../search/index.ts";
import type { KeyHandover } from "../signing/index.ts";
import {
  CHANNEL_LIMITS,
  CHANNEL_VERSION,
  type ChannelId,
  type ChannelIndex,
  type SegmentHash,
  segmentHashSchema,
} from "./channel-index.ts";
import { type ChannelItem, itemToSend, readChannelItem } from "./channel-item.ts";
import { differenceOf } from "./contents.ts";
import type { Release, Sha256 } from "./read-release.ts";
import { encodeSegment, type Readings } from "./segment.ts";
import { signIndex } from "./sign-index.ts";

/** Items of one segment: small enough that a change costs little, large enough to pack well. */
const PER_SEGMENT = 1000;
/** Where more than this part of what is written has been replaced, everything is written anew. */
const WASTE = 0.25;
/** Segments that a channel may grow to before it is written anew. */
const MOST_SEGMENTS = 400;

/** Who publishes, what, and when. */
export interface Publishing {
  readonly channel: ChannelId;
  readonly name: string;
  readonly publisherName: string;
  readonly site: SiteId | undefined;
  readonly at: Instant;
  readonly items: readonly ChannelItem[];
  /** How characters are read; see `charactersOf` for which are needed. */
  readonly readings: Readings;
  readonly key: SiteKey | undefined;
  /** The site's changes of key, the oldest first. */
  readonly keyChanges?: readonly KeyHandover[] | undefined;
  /** What was published last under this id. */
  readonly before: Release | undefined;
  /** The number of the release published last, where only that is known; absent: `before` tells. */
  readonly lastRelease?: number | undefined;
}

/** Why nothing was published. */
export type PublishFailure =
  | { readonly type: "nothing-to-publish" }
  | { readonly type: "nothing-new" }
  | { readonly type: "too-many-items"; readonly limit: number };

/** An item of this site as a channel offers it; `undefined` where some text of it may not leave the house. */
export const offeredItem = (item: Courseware): ChannelItem | undefined => {
  if (!isListed(item) || item.sample === true) return undefined;
  const read = readChannelItem(
    JSON.parse(
      JSON.stringify(
        itemToSend({
          id: item.id,
          title: item.title,
          kind: item.kind,
          category: item.category ?? undefined,
          minutes: item.minutes ?? undefined,
          publisher: item.publisher?.slice(0, 200),
          author: item.author?.slice(0, 200),
          publishedAt: item.publishedAt ?? undefined,
          url: /^https?:/iu.test(item.source?.url ?? "") ? item.source?.url : undefined,
          tags: item.tags?.slice(0, 20).map((tag) => tag.slice(0, 60)),
          hash: item.media?.hash,
          theirNumber: item.number ?? undefined,
        }),
      ),
    ),
  );
  return read.ok ? read.value : undefined;
};

/** The characters of some items that can be read aloud, folded, each once. */
export const charactersOf = (items: readonly ChannelItem[]): readonly string[] => {
  const characters = new Set<string>();
  for (const item of items) {
    for (const text of textsToSearch({ ...item, note: undefined })) {
      for (const character of foldText(text)) characters.add(character);
    }
  }
  return [...characters].filter((character) => /\p{Script=Han}/u.test(character));
};

const chunks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );

/** What has to be written: all items, or what changed since the release before, behind its segments. */
const toWrite = ({ items, before }: Publishing) => {
  const whole = { keep: [], items, gone: [] } as const;
  if (before === undefined) return whole;
  const difference = differenceOf(before.contents, new Map(items.map((item) => [item.id, item])));
  const written = [...difference.fresh, ...difference.changed.map(({ after }) => after)];
  const gone = difference.gone.map(({ id }) => id);
  if (written.length + gone.length === 0) return undefined;
  const lines = before.index.segments.reduce((sum, { count }) => sum + count, 0) + written.length;
  const tooLong =
    before.index.segments.length + written.length / PER_SEGMENT > MOST_SEGMENTS ||
    lines > CHANNEL_LIMITS.written;
  return lines - items.length > lines * WASTE || tooLong
    ? whole
    : { keep: before.index.segments, items: written, gone };
};

/**
 * Makes the next release of a channel. What has not changed stays in the segments that subscribers have;
 * changes are written behind them. Where too much has been replaced, everything is written anew.
 */
export const publishRelease = async (
  publishing: Publishing,
  { sha256, sha512 }: { readonly sha256: Sha256; readonly sha512: Sha512 },
): Promise<
  Result<
    { readonly index: ChannelIndex; readonly bytes: ReadonlyMap<SegmentHash, Uint8Array> },
    PublishFailure
  >
> => {
  const { items, before, readings } = publishing;
  if (items.length === 0) return err({ type: "nothing-to-publish" });
  if (items.length > CHANNEL_LIMITS.items) {
    return err({ type: "too-many-items", limit: CHANNEL_LIMITS.items });
  }
  const plan = toWrite(publishing);
  if (plan === undefined) return err({ type: "nothing-new" });
  const bytes = new Map<SegmentHash, Uint8Array>();
  const segments = [...plan.keep];
  const parts = plan.items.length === 0 ? [[]] : chunks(plan.items, PER_SEGMENT);
  for (const [at, part] of parts.entries()) {
    const own = charactersOf(part).flatMap((character) => {
      const reading = readings.get(character);
      return reading === undefined ? [] : [[character, reading] as const];
    });
    const packed = encodeSegment({
      items: part,
      gone: at === 0 ? plan.gone : [],
      readings: new Map(own),
    });
    const hash = v.parse(segmentHashSchema, await sha256(packed));
    bytes.set(hash, packed);
    segments.push({ hash, size: packed.length, count: part.length });
  }
  for (const { hash } of plan.keep) {
    const kept = before?.bytes.get(hash);
    if (kept !== undefined) bytes.set(hash, kept);
  }
  const index: ChannelIndex = {
    format: "dianbo-channel",
    version: CHANNEL_VERSION,
    channel: publishing.channel,
    name: publishing.name,
    publisher: {
      name: publishing.publisherName,
      ...(publishing.site === undefined ? {} : { site: publishing.site }),
    },
    release: Math.max(before?.index.release ?? 0, publishing.lastRelease ?? 0) + 1,
    publishedAt: publishing.at,
    items: items.length,
    segments,
  };
  const { key, keyChanges = [] } = publishing;
  if (key !== undefined && keyChanges.length > 0) {
    const changed = { ...index, keyChanges: [...keyChanges] };
    return ok({ index: await signIndex(changed, key, sha512), bytes });
  }
  return ok({ index: key === undefined ? index : await signIndex(index, key, sha512), bytes });
};
