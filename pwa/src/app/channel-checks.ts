import { nextCheck } from "@dianbo/shared/channel";
import type { Instant } from "@dianbo/shared/clock";
import { type ChannelSummary, mayHaveChannels } from "../storage/channels/index.ts";
import { channelDoor } from "./channel-door.ts";
import { tellChannelNews } from "./channel-news.ts";
import type { Dependencies } from "./library-context.tsx";
import { isRoomOpen } from "./room-lock.ts";

/** One tab asks for all of them. */
const OWN_LOCK = "dianbo-channel-checks";
/** Milliseconds. What was asked for meanwhile, or a clock that was set, is seen after this long at the latest. */
const LONGEST_REST = 10 * 60_000;
/** Where the network is away or somebody is in the study room. */
const NOT_NOW = 5 * 60_000;

const listed = async (): Promise<readonly ChannelSummary[]> => {
  if (!(await mayHaveChannels())) return [];
  const reply = await channelDoor().ask({ type: "list" });
  return reply.type === "listed" ? reply.channels : [];
};

const tellNews = async (): Promise<void> =>
  tellChannelNews(
    (await listed()).flatMap(({ checks, index: { name } }) =>
      checks?.news === undefined ? [] : [{ name, ...checks.news }],
    ),
  );

/** Waits, but no longer than until some channel has changed. */
const rest = (millis: number): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(wake, millis);
    const stop = channelDoor().onChange(wake);
  });

/** Asks the channel whose turn it is, if it is anybody's; answers how long to wait for the next. */
const turn = async ({ clock, library }: Dependencies, openedAt: Instant): Promise<number> => {
  const { site } = library.identity();
  const now = clock.now();
  const turns = (await listed()).flatMap(({ id, role, address, checks }) => {
    if (role !== "subscribed" || address === undefined || checks === undefined) return [];
    const at = nextCheck(checks, { site, channel: id, openedAt, now });
    return at === undefined ? [] : [{ id, at }];
  });
  const [next] = turns.sort((a, b) => a.at - b.at);
  if (next === undefined) return LONGEST_REST;
  if (next.at > now) return Math.min(LONGEST_REST, next.at - now);
  if (!navigator.onLine || (await isRoomOpen())) return NOT_NOW;
  const asked = await channelDoor().ask({ type: "check", channel: next.id, at: now });
  // Where the answer could not even be written down, its turn would come again and again.
  return asked.type === "done" ? 0 : LONGEST_REST;
};

/**
 * Looks for news of the channels whose subscribers wanted it, each at its turn (`nextCheck`), as long as this
 * page is open: one conditional GET a channel and day. What is new is told on the start page and in the list of
 * channels; a person looks it through and takes it.
 */
export const lookForChannelNews = async (dependencies: Dependencies): Promise<void> => {
  const openedAt = dependencies.clock.now();
  void tellNews();
  channelDoor().onChange(() => void tellNews());
  // The tab that holds it goes on until it is closed; then the next one does.
  await navigator.locks.request(OWN_LOCK, async () => {
    for (;;) {
      const wait = await turn(dependencies, openedAt).catch(() => LONGEST_REST);
      if (wait > 0) await rest(wait);
    }
  });
};
