import * as v from "valibot";
import type { Standing } from "../../hosting/index.ts";
import { err, ok, type Result } from "../../result/index.ts";
import {
  type ChannelIndex,
  channelIndexSchema,
  namesOf,
  parseJsonBytes,
} from "../channel-index.ts";
import { isFeedPage, SEGMENT_FOLDER, segmentPath } from "./published-files.ts";

/** Why a release may not take the place of what lies on a host. */
export type PlaceRefusal =
  /** Something of that name, which is no channel's index. */
  | { readonly type: "not-ours" }
  | { readonly type: "other-channel"; readonly name: string }
  /** A later release of the same channel, or another one of the same number: it came from another PC. */
  | { readonly type: "other-release"; readonly release: number };

const SEGMENT = new RegExp(`^${SEGMENT_FOLDER}/[0-9a-f]{64}\\.json\\.gz$`, "u");

/** Whether a path in a channel's folder is one that only a channel writes: others are never swept. */
export const isChannelPath = (path: string): boolean => SEGMENT.test(path) || isFeedPage(path);

/**
 * Whether a release may be put where the index `there` lies, and what has to stay for whoever has just read it:
 * its segments, until the release after this one.
 */
export const judgePlace = (
  there: Uint8Array | undefined,
  index: ChannelIndex,
): Result<Standing, PlaceRefusal> => {
  if (there === undefined) return ok({ keep: new Set(), sweep: true });
  const read = v.safeParse(channelIndexSchema, parseJsonBytes(there));
  if (!read.success) return err({ type: "not-ours" });
  const before = read.output;
  if (before.channel !== index.channel) {
    return err({ type: "other-channel", name: namesOf(before).name });
  }
  const isSame = before.release === index.release;
  const hashes = ({ segments }: ChannelIndex): string => segments.map(({ hash }) => hash).join();
  if (before.release > index.release || (isSame && hashes(before) !== hashes(index))) {
    return err({ type: "other-release", release: before.release });
  }
  return ok({
    keep: new Set(before.segments.map(({ hash }) => segmentPath(hash))),
    sweep: !isSame,
  });
};
