import type { FetchedAgain, ItemToFetch } from "@dianbo/pwa/app";
import type { Clock } from "@dianbo/shared/clock";
import { type NewId, newRecordId } from "@dianbo/shared/identity";
import type { ListLink } from "@dianbo/shared/page-list";
import { askLeave, hostsOf } from "../clipping/host-leave.ts";
import type { ListedItem, ListQueue } from "../inbox/index.ts";
import { wakeClerk } from "./queue-list.ts";

/** An item's page as a row of a list. */
export const linkOf = ({ url, title, kind }: ItemToFetch): ListLink => ({
  url,
  title,
  kind: kind === "film" ? "video" : kind,
  offSite: false,
});

/** How the clerk fared with an item; it goes on with it even when nobody waits any more. */
const settled = (queue: ListQueue, id: string): Promise<ListedItem["state"]> =>
  new Promise((resolve) => {
    const stop = queue.subscribe(() => void look());
    const look = async (): Promise<void> => {
      const item = (await queue.all()).find((one) => one.id === id);
      if (item?.state.state === "waiting") return;
      stop();
      resolve(item?.state ?? { state: "failed", reason: "not-stored" });
    };
    void look();
  });

/**
 * Has the page of an item opened behind the others and its file fetched anew, by the clerk and the queue of
 * downloads. Asks for leave: call it in the click itself.
 */
export const queueAgain = async (
  item: ItemToFetch,
  tools: {
    readonly queue: ListQueue;
    readonly clock: Clock;
    readonly newId: NewId;
  },
): Promise<FetchedAgain> => {
  const link = linkOf(item);
  // The host alone: leave that was given when it was clipped is not asked for again.
  if (!(await askLeave(hostsOf([link.url])))) return "no-leave";
  const added = await tools.queue.add([
    {
      id: item.id,
      batch: newRecordId(tools.newId),
      queuedAt: tools.clock.now(),
      place: 0,
      link,
      listUrl: link.url,
      category: null,
      reviewed: false,
      again: { spoilt: item.spoilt },
      state: { state: "waiting" },
    },
  ]);
  if (!added.ok) return added.error.type;
  await wakeClerk();
  const state = await settled(tools.queue, item.id);
  if (state.state !== "failed") return "fetching";
  switch (state.reason) {
    case "page-gone":
    case "nothing-read":
      return "gone";
    case "no-permission":
      return "no-leave";
    case "refused":
    case "no-answer":
      return "no-answer";
    case "disk-full":
      return "disk-full";
    case "shelf-full":
    case "not-stored":
      return "not-stored";
  }
};
