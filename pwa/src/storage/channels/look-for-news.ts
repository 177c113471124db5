import {
  type ChannelFailure,
  type ChannelId,
  type ChannelIndex,
  judgeRelease,
  keyWasHandedOver,
  newsOf,
  type ReleaseRefusal,
  type ReleaseStanding,
  readSignedIndex,
  type WebHands,
  webSource,
} from "@dianbo/shared/channel";
import type { Instant } from "@dianbo/shared/clock";
import { err, type Result } from "@dianbo/shared/result";
import type { ChannelChecks } from "./channel-messages.ts";
import {
  type ChannelStoreFailure,
  changeChannel,
  channelAt,
  heldChannel,
} from "./channel-store.ts";
import type { ChannelRow, ChannelsDb } from "./channels-db.ts";
import { hands } from "./hashing.ts";

/** Whether a release may follow what is held; a key that the pinned one has signed goes on for it. */
export const judgeBesideHeld = async (
  index: ChannelIndex,
  row: ChannelRow | undefined,
): Promise<Result<ReleaseStanding, ReleaseRefusal>> => {
  const held = heldChannel(row);
  return judgeRelease(index, held, await keyWasHandedOver(index, held, hands.sha512));
};

/** An index that may follow what is held, or why there is none. */
const offeredBy = async (
  row: ChannelRow & { readonly address: string },
  web: WebHands,
): Promise<Result<ChannelIndex, ChannelFailure | ReleaseRefusal>> => {
  // Nobody waits: a host that does not answer is left alone until its next turn.
  const read = await readSignedIndex(webSource(row.address, web, 1), hands.sha512);
  if (!read.ok) return read;
  // Another channel lies there now; what is held is no judge of that one.
  if (read.value.channel !== row.id) return err({ type: "nothing-there" });
  const standing = await judgeBesideHeld(read.value, row);
  return standing.ok ? read : standing;
};

/**
 * Asks the host of a subscribed channel for its index alone, which costs one conditional GET, and remembers what
 * came of it. Nothing is taken in: news wait for a person.
 */
export const lookForNews = async (
  db: ChannelsDb,
  web: WebHands,
  channel: ChannelId,
  at: Instant,
): Promise<Result<null, ChannelStoreFailure>> => {
  const row = await channelAt(db, channel);
  const address = row?.address;
  if (row === undefined || address === undefined || row.role !== "subscribed") {
    return err({ type: "no-such-channel" });
  }
  const offered = await offeredBy({ ...row, address }, web);
  return await changeChannel(db, channel, (now) => {
    const { rhythm = "never", failures = 0, news: before } = now.checks ?? {};
    const asked: ChannelChecks = { rhythm, askedAt: at, failures: 0 };
    if (!offered.ok) {
      const { type: trouble } = offered.error;
      return {
        ...now,
        checks: { ...asked, failures: failures + 1, trouble, ...(before && { news: before }) },
      };
    }
    // Somebody may have taken a release in while the host was asked.
    const news =
      offered.value.release > now.index.release ? newsOf(offered.value, now.index) : undefined;
    return { ...now, checks: { ...asked, ...(news === undefined ? {} : { news }) } };
  });
};
