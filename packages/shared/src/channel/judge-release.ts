import { err, ok, type Result } from "../result/index.ts";
import type { ChannelIndex } from "./channel-index.ts";

/** What a site remembers of a channel that it has, to judge what comes next. */
export interface HeldChannel {
  readonly index: ChannelIndex;
  /** The highest release ever taken in; an older one is a replay. */
  readonly highest: number;
  /** This site is its publisher. */
  readonly own: boolean;
}

/** Why a good release is not taken in here. */
export type ReleaseRefusal =
  | { readonly type: "own-channel" }
  /** Older than what was taken in before. */
  | { readonly type: "older-release"; readonly held: number; readonly offered: number }
  /** Two releases go by one number. */
  | { readonly type: "same-number"; readonly release: number }
  /** Signed by another key than the one that was known first, or no longer signed. */
  | { readonly type: "other-signer" };

/** What taking a release in would be. */
export type ReleaseStanding = "subscribe" | "update" | "same";

const sameSegments = (a: ChannelIndex, b: ChannelIndex): boolean =>
  a.segments.length === b.segments.length &&
  a.segments.every(({ hash }, at) => hash === b.segments[at]?.hash);

/** Whether a release may follow what is held: its key stays, its number rises. */
export const judgeRelease = (
  offered: ChannelIndex,
  held: HeldChannel | undefined,
): Result<ReleaseStanding, ReleaseRefusal> => {
  if (held === undefined) return ok("subscribe");
  if (held.own) return err({ type: "own-channel" });
  const { publisherKey } = held.index;
  if (publisherKey !== undefined && publisherKey !== offered.publisherKey) {
    return err({ type: "other-signer" });
  }
  if (offered.release === held.index.release) {
    return sameSegments(offered, held.index)
      ? ok("same")
      : err({ type: "same-number", release: offered.release });
  }
  if (offered.release < held.highest) {
    return err({ type: "older-release", held: held.highest, offered: offered.release });
  }
  return ok("update");
};
