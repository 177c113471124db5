import type { Sha512 } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { leadsToKey } from "../signing/index.ts";
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

/**
 * Whether a key that differs from the pinned one was signed by it, step by step, in the publisher's own words.
 */
export const keyWasHandedOver = async (
  { publisherKey, keyChanges = [] }: ChannelIndex,
  held: HeldChannel | undefined,
  sha512: Sha512,
): Promise<boolean> => {
  const pinned = held?.index.publisherKey;
  const site = held?.index.publisher.site;
  if (pinned === undefined || site === undefined || publisherKey === undefined) return false;
  return await leadsToKey(site, pinned, publisherKey, keyChanges, sha512);
};

/**
 * Whether a release may follow what is held: its key stays or was handed over, its number rises.
 * `handedOver` is what `keyWasHandedOver` says.
 */
export const judgeRelease = (
  offered: ChannelIndex,
  held: HeldChannel | undefined,
  handedOver = false,
): Result<ReleaseStanding, ReleaseRefusal> => {
  if (held === undefined) return ok("subscribe");
  if (held.own) return err({ type: "own-channel" });
  const { publisherKey } = held.index;
  if (publisherKey !== undefined && publisherKey !== offered.publisherKey && !handedOver) {
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
