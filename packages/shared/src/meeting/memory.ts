import * as v from "valibot";
import { instantSchema } from "../clock/index.ts";
import {
  type DeviceId,
  deviceIdSchema,
  postSchema,
  type SiteId,
  siteIdSchema,
} from "../identity/index.ts";
import type { Stream } from "./chunk.ts";

const texts = v.array(v.string());

/** What a PC remembers of a meeting place, between meetings. Lost, everything is read and written once more. */
const meetingMemorySchema = v.object({
  /** Told anew whenever a place is chosen. */
  place: v.string(),
  site: siteIdSchema,
  device: deviceIdSchema,
  /** The key under which its own files lie. */
  key: v.string(),
  /** The states of records that lie there, by record: their marks. */
  placed: v.record(v.string(), v.string()),
  /** The mark of the names that this PC wrote last. */
  namesPlaced: v.optional(v.string()),
  /** Its own files. `size` is 0 until a file is known to lie there whole. */
  owned: v.array(v.object({ file: v.string(), size: v.number() })),
  /** Own files for which a snapshot stands: to be taken away. */
  stale: texts,
  /** Bytes of the last snapshot of records. */
  snapshotSize: v.number(),
  /** The log that this run writes, and its chunks so far. */
  log: v.optional(v.object({ id: v.string(), run: v.string(), count: v.number() })),
  /** What was read of each PC, by file. */
  read: v.record(v.string(), texts),
  /** Logs for which a snapshot stands that was read whole. */
  superseded: v.record(v.string(), texts),
  /** Snapshots of which parts are missing yet: their logs, parts, and what they stand for. */
  begun: v.array(
    v.object({ device: v.string(), log: v.string(), parts: v.number(), supersedes: texts }),
  ),
  /**
   * What is still to be taken away of PCs that are no more, this one under its former id among them, as `formerKey`
   * tells it: their files go once all is written anew. That is done once: whoever writes on is there after all. What
   * could not go then stands here as `<device>/<file>` until it does.
   */
  former: texts,
  /** Files that could not be read, as often as it was tried. */
  failed: v.record(v.string(), v.number()),
  /** The other PCs: who was at the keyboard, and when they wrote last, by their clocks. */
  others: v.record(v.string(), v.object({ post: postSchema, at: instantSchema })),
});
/** What a PC remembers of a meeting place; see `meetingMemorySchema`. */
export type MeetingMemory = v.InferOutput<typeof meetingMemorySchema>;

/** The files of one stream of a PC that is no more. */
export const formerKey = (stream: Stream, device: string): string => `${stream} ${device}`;
const allOf = (device: string): readonly string[] => [
  formerKey("records", device),
  formerKey("names", device),
];

/** Whether all files of a PC are still to be taken away. */
export const isFormer = ({ former }: Pick<MeetingMemory, "former">, device: string): boolean =>
  allOf(device).some((key) => former.includes(key));

/** Who meets: which PC of which site, under which key. */
export interface MeetingSelf {
  readonly site: SiteId;
  readonly device: DeviceId;
  readonly key: string;
}

const fresh = (place: string, { site, device, key }: MeetingSelf): MeetingMemory => ({
  place,
  site,
  device,
  key,
  placed: {},
  owned: [],
  stale: [],
  snapshotSize: 0,
  read: {},
  superseded: {},
  begun: [],
  former: [],
  failed: {},
  others: {},
});

/**
 * The memory with which a meeting begins. Another place or another site is a first meeting. A PC that became
 * another device (restored, moved) reads everything anew, its own files of before among them, which it then
 * takes away once all is written under its new name.
 */
export const memoryFor = (stored: unknown, place: string, self: MeetingSelf): MeetingMemory => {
  const read = v.safeParse(meetingMemorySchema, stored);
  if (!read.success || read.output.place !== place || read.output.site !== self.site) {
    return fresh(place, self);
  }
  const memory = read.output;
  if (memory.device === self.device) return memory;
  return {
    ...fresh(place, self),
    former: [...new Set([...memory.former, ...allOf(memory.device)])].filter(
      (key) => !allOf(self.device).includes(key),
    ),
  };
};

/** The memory after somebody has said that a PC is no more. */
export const letGo = (memory: MeetingMemory, device: string): MeetingMemory => ({
  ...memory,
  former: [...new Set([...memory.former, ...allOf(device)])],
});
