import type { GapsFilling, ItemToFetch } from "@dianbo/pwa/app";
import type { Clock } from "@dianbo/shared/clock";
import { type NewId, newRecordId } from "@dianbo/shared/identity";
import type { PortalRule } from "@dianbo/shared/portal-rule";
import type { ListQueue } from "../inbox/index.ts";
import { linkOf } from "./queue-again.ts";
import { askSiteLeave, sitesToAsk, wakeClerk } from "./queue-list.ts";

/**
 * Queues items of the library whose films nobody sent: the clerk opens their pages one after the other, and
 * what lies on them goes through the queue of downloads into the items. Asks for leave, once for all their
 * portals: call it in the click itself.
 */
export const queueGaps = async (
  items: readonly ItemToFetch[],
  tools: {
    readonly queue: ListQueue;
    readonly rules: readonly PortalRule[];
    readonly clock: Clock;
    readonly newId: NewId;
  },
): Promise<GapsFilling> => {
  const links = items.map(linkOf);
  if (!(await askSiteLeave(sitesToAsk(links, tools.rules)))) return "no-leave";
  const batch = newRecordId(tools.newId);
  const queuedAt = tools.clock.now();
  const added = await tools.queue.add(
    items.map((item, place) => ({
      id: item.id,
      batch,
      queuedAt,
      place,
      link: linkOf(item),
      listUrl: item.url.slice(0, 8000),
      category: null,
      reviewed: false,
      again: { spoilt: item.spoilt },
      state: { state: "waiting" as const },
    })),
  );
  if (!added.ok) return "not-kept";
  await wakeClerk();
  return "queued";
};
