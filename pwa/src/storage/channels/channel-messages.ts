import { categorySchema } from "@dianbo/shared/category";
import { jsonSchema } from "@dianbo/shared/changes";
import {
  channelIdSchema,
  channelIndexSchema,
  channelItemSchema,
  checkRhythmSchema,
  segmentHashSchema,
} from "@dianbo/shared/channel";
import { instantSchema } from "@dianbo/shared/clock";
import { coursewareKindSchema } from "@dianbo/shared/courseware";
import { siteIdSchema, siteKeySchema } from "@dianbo/shared/identity";
import { keyHandoversSchema } from "@dianbo/shared/signing";
import * as v from "valibot";

/** The database's name; its being there tells that this browser ever had a channel. */
export const CHANNELS_DB = "dianbo-channels";

const job = { job: v.number() };
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const askSchema = v.object({
  query: v.string(),
  category: v.optional(categorySchema),
  kind: v.optional(coursewareKindSchema),
  minutesFrom: v.optional(v.number()),
  minutesTo: v.optional(v.number()),
  sort: v.picklist(["title", "newest"]),
});

/** Where a release is read from. */
const fromSchema = v.variant("type", [
  v.object({ type: v.literal("file"), file: v.instance(Blob) }),
  v.object({
    type: v.literal("folder"),
    index: v.instance(Blob),
    segments: v.array(v.object({ hash: segmentHashSchema, file: v.instance(Blob) })),
  }),
  /** On a host; the address ends in a slash, as `channelFolder` gives it. `key`: whose it was said to be. */
  v.object({ type: v.literal("web"), address: v.string(), key: v.optional(v.string()) }),
]);
/** Where a release is read from; see `fromSchema`. */
export type ChannelFrom = v.InferOutput<typeof fromSchema>;

const publishSchema = v.object({
  ...job,
  type: v.literal("publish"),
  channel: channelIdSchema,
  name: v.string(),
  publisherName: v.string(),
  site: siteIdSchema,
  at: instantSchema,
  items: v.array(channelItemSchema),
  key: v.optional(siteKeySchema),
  keyChanges: v.optional(keyHandoversSchema),
  offers: v.string(),
});

/** What the channels' worker is asked. */
export const channelRequestSchema = v.variant("type", [
  v.object({ ...job, type: v.literal("list") }),
  /** Reads a release through and compares it with what is held; nothing is kept. */
  v.object({ ...job, type: v.literal("look"), from: fromSchema }),
  /** Lets go of what was looked at. */
  v.object({ ...job, type: v.literal("leave") }),
  /** Keeps what was looked at last; `rhythm`: how often it looks for news by itself from now on. */
  v.object({
    ...job,
    type: v.literal("take"),
    at: instantSchema,
    rhythm: v.optional(checkRhythmSchema),
  }),
  /** Asks the host of a subscribed channel whether there is another release; nothing else is fetched. */
  v.object({ ...job, type: v.literal("check"), channel: channelIdSchema, at: instantSchema }),
  /** How often a channel looks for news by itself. */
  v.object({
    ...job,
    type: v.literal("look-for-news"),
    channel: channelIdSchema,
    rhythm: checkRhythmSchema,
  }),
  /** Where a published channel lies on the web, as its publisher says; none: nowhere any more. */
  v.object({
    ...job,
    type: v.literal("lies-at"),
    channel: channelIdSchema,
    address: v.optional(v.string()),
  }),
  v.object({ ...job, type: v.literal("remove"), channel: channelIdSchema }),
  v.object({ ...job, type: v.literal("step-back"), channel: channelIdSchema }),
  publishSchema,
  /** The release that is held of a channel, to be given on. */
  v.object({ ...job, type: v.literal("copy"), channel: channelIdSchema }),
  /** What is remembered of channels, for a backup or another home; and taking that in. */
  v.object({ ...job, type: v.literal("remembered") }),
  v.object({ ...job, type: v.literal("remember"), rows: v.array(jsonSchema) }),
  /** The first finds of every channel. */
  v.object({ ...job, type: v.literal("search"), query: v.string(), limit: v.number() }),
  v.object({ ...job, type: v.literal("view"), channel: channelIdSchema, ask: askSchema }),
  /** Rows of the view that was asked for last under this number. */
  v.object({ ...job, type: v.literal("page"), view: v.number(), from: count, to: count }),
]);
/** What the channels' worker is asked; see `channelRequestSchema`. */
export type ChannelRequest = v.InferOutput<typeof channelRequestSchema>;

const spansSchema = v.array(v.object({ from: v.number(), to: v.number() }));
const foundSchema = v.object({ item: channelItemSchema, spans: spansSchema });
/** An item with what of its title was found. */
export type FoundItem = v.InferOutput<typeof foundSchema>;

/** Whether a channel looks for news by itself, and what came of it; see `nextCheck` for when it does. */
export const checksSchema = v.object({
  rhythm: checkRhythmSchema,
  /** When the host was asked last, whatever came of it. */
  askedAt: v.optional(instantSchema),
  /** How often in a row nothing came of it. */
  failures: v.optional(count, 0),
  /** Why nothing came of it the last time; one of `CHANNEL_FAILURES`. */
  trouble: v.optional(v.string()),
  /** A release that waits to be looked through; `written`: items that are new or changed, where that is known. */
  news: v.optional(v.object({ release: v.number(), written: v.optional(count) })),
});
/** Whether a channel looks for news by itself; see `checksSchema`. */
export type ChannelChecks = v.InferOutput<typeof checksSchema>;

const summarySchema = v.object({
  id: channelIdSchema,
  role: v.picklist(["subscribed", "published"]),
  index: channelIndexSchema,
  canStepBack: v.boolean(),
  /** Whether its catalogue is here; a restored backup remembers the channel alone. */
  whole: v.boolean(),
  takenAt: instantSchema,
  /** Bytes of its segments. */
  bytes: count,
  /** Where it lies on the web, if it came from there. */
  address: v.optional(v.string()),
  checks: v.optional(checksSchema),
  offers: v.optional(v.string()),
});
/** A channel as the screens show it. */
export type ChannelSummary = v.InferOutput<typeof summarySchema>;

const lookedSchema = v.object({
  index: channelIndexSchema,
  standing: v.picklist(["subscribe", "update", "same"]),
  /**
   * `pinned`: as before; `changed`: a new one that the pinned one has signed; `known`: new here, but it signed
   * another channel of this site; `known-site`: the site is known by it from its lists; `told`: the link or the
   * QR code named it; `first`: never seen.
   */
  key: v.picklist(["unsigned", "first", "told", "known", "known-site", "pinned", "changed"]),
  /** The key in words, to be compared by telephone. */
  keyWords: v.optional(v.string()),
  /** The channel, or the site, by which a key is known. */
  knownFrom: v.optional(v.string()),
  /** The release that is held, where one is. */
  held: v.optional(v.number()),
  bytes: count,
  /** Where it lies on the web, if it came from there: it may look for news by itself. */
  address: v.optional(v.string()),
  counts: v.array(v.tuple([categorySchema, count])),
  /** Items without a category. */
  unfiled: count,
  fresh: v.object({ count, some: v.array(channelItemSchema) }),
  changed: v.object({
    count,
    some: v.array(v.object({ before: channelItemSchema, after: channelItemSchema })),
  }),
  gone: v.object({ count, some: v.array(channelItemSchema) }),
});
/** What a release would bring. */
export type LookedAt = v.InferOutput<typeof lookedSchema>;

const CHANNEL_FAILURES = [
  "not-a-package",
  "package-damaged",
  "unsafe-name",
  "too-many-files",
  "package-too-large",
  "not-a-channel",
  "newer-version",
  "wrong-shape",
  "hostile-text",
  "signature-wrong",
  "segment-missing",
  "segment-damaged",
  "own-channel",
  "older-release",
  "same-number",
  "other-signer",
  "nothing-to-publish",
  "nothing-new",
  "too-many-items",
  "no-such-channel",
  "disk-full",
  "not-stored",
  "unreadable",
  "no-answer",
  "moved",
  "nothing-there",
  "host-refuses",
  "host-busy",
  "no-address",
  "private-address",
  "no-leave",
  "not-the-told-key",
] as const;
/** Why something about a channel was not done; see `CHANNEL_FAILURES`. */
export type ChannelTrouble = (typeof CHANNEL_FAILURES)[number];

/** A trouble that was kept as a word, perhaps by a newer app; `undefined` where this one does not know it. */
export const troubleOf = (word: string | undefined): ChannelTrouble | undefined =>
  CHANNEL_FAILURES.find((one) => one === word);

/** What the channels' worker answers. */
export const channelReplySchema = v.variant("type", [
  v.object({ ...job, type: v.literal("listed"), channels: v.array(summarySchema) }),
  v.object({ ...job, type: v.literal("looked"), looked: lookedSchema }),
  v.object({ ...job, type: v.literal("done") }),
  v.object({ ...job, type: v.literal("remembered"), rows: v.array(jsonSchema) }),
  v.object({
    ...job,
    type: v.literal("release"),
    index: channelIndexSchema,
    segments: v.array(v.object({ hash: segmentHashSchema, bytes: v.instance(Uint8Array) })),
    /** What feeds and the readable page name (`newestItems`). */
    newest: v.array(channelItemSchema),
    /** Where it lies on the web, if its publisher has said so. */
    address: v.optional(v.string()),
  }),
  v.object({
    ...job,
    type: v.literal("found"),
    groups: v.array(
      v.object({
        channel: channelIdSchema,
        name: v.string(),
        publisherSite: v.optional(siteIdSchema),
        total: count,
        some: v.array(foundSchema),
      }),
    ),
  }),
  v.object({
    ...job,
    type: v.literal("viewed"),
    view: v.number(),
    total: count,
    everywhere: count,
    counts: v.array(v.tuple([categorySchema, count])),
  }),
  v.object({ ...job, type: v.literal("rows"), from: count, rows: v.array(foundSchema) }),
  v.object({
    ...job,
    type: v.literal("failed"),
    failure: v.picklist(CHANNEL_FAILURES),
    /** The held channel that the refusal is about. */
    name: v.optional(v.string()),
  }),
]);
/** What the channels' worker answers; see `channelReplySchema`. */
export type ChannelReply = v.InferOutput<typeof channelReplySchema>;

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** An answer before it is known whose it is. */
export type ChannelAnswer = Without<ChannelReply, "job">;

/** A question before it has a number. */
export type ChannelAsk = Without<ChannelRequest, "job">;

/** Where a tab tells the others that a channel is another now. */
export const CHANNELS_TOLD = "dianbo-channels-told";
