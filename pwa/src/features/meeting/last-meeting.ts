import { instantSchema } from "@dianbo/shared/clock";
import { deviceIdSchema, postSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { Library } from "../../storage/index.ts";
import type { MeetingFailure } from "../../storage/meeting/index.ts";

const MEMO = "meeting-last";

/** Files that were not taken are shown by so many. */
const SHOWN_TROUBLES = 12;

const TROUBLES = ["not-whole", "damaged", "other-key", "newer-app", "missing", "strange"] as const;
const FAILURES = [
  "place-gone",
  "place-refused",
  "place-full",
  "name-taken",
  "place-trouble",
  "stopped",
  "no-key",
  "shelf-full",
  "disk-full",
  "not-stored",
] as const satisfies readonly MeetingFailure["type"][];

const lastSchema = v.object({
  /** The last meeting that came about. */
  met: v.optional(
    v.object({
      at: instantSchema,
      taken: v.number(),
      names: v.number(),
      given: v.number(),
      /** Names were behind a PIN and stayed where they are. */
      namesWait: v.boolean(),
      troubles: v.array(v.object({ type: v.picklist(TROUBLES), file: v.string() })),
      /** The other PCs, whoever wrote last first. */
      others: v.array(v.object({ device: deviceIdSchema, post: postSchema, at: instantSchema })),
    }),
  ),
  /** Why the last try did not, where it is later. */
  failed: v.optional(v.object({ at: instantSchema, type: v.picklist(FAILURES) })),
});
/** How it went last; see `lastSchema`. */
export type LastMeeting = v.InferOutput<typeof lastSchema>;
/** A meeting that came about. */
export type MetOnce = NonNullable<LastMeeting["met"]>;

/** What is remembered of the last meeting at the present place. */
export const keptLast = async (library: Pick<Library, "readMemo">): Promise<LastMeeting> => {
  const read = v.safeParse(lastSchema, await library.readMemo(MEMO));
  return read.success ? read.output : {};
};

/** Keeps it. */
export const keepLast = async (
  library: Pick<Library, "writeMemo">,
  last: LastMeeting,
): Promise<void> => {
  const { met, failed } = last;
  await library.writeMemo(MEMO, {
    ...(met === undefined
      ? {}
      : { met: { ...met, troubles: met.troubles.slice(0, SHOWN_TROUBLES) } }),
    ...(failed === undefined ? {} : { failed }),
  });
};
