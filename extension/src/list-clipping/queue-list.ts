import type { Category } from "@dianbo/shared/category";
import type { Clock } from "@dianbo/shared/clock";
import { type NewId, newRecordId } from "@dianbo/shared/identity";
import { hostOfUrl, inSeriesOrder, type ListLink, siteOfHost } from "@dianbo/shared/page-list";
import { type PortalRule, rulesFor } from "@dianbo/shared/portal-rule";
import type { Result } from "@dianbo/shared/result";
import { wakeEngine } from "../downloading/index.ts";
import type { ListQueue, QueueFailure } from "../inbox/index.ts";

/** A ticked row: its link and the category it is to have. */
export interface TickedLink {
  readonly link: ListLink;
  readonly category: Category | undefined;
}

/**
 * Sees to it that what waits is worked off. What is queued stays queued: if no page comes up now, the next
 * start of the browser goes on with it.
 */
export const wakeClerk = (): Promise<void> => wakeEngine().catch(() => undefined);

/** Queues what was ticked, the parts of a series in rising order, and sees to it that it is worked off. */
export const queueList = async (
  ticked: readonly TickedLink[],
  list: { readonly url: string; readonly reviewed: boolean },
  tools: { readonly queue: ListQueue; readonly clock: Clock; readonly newId: NewId },
): Promise<Result<null, QueueFailure>> => {
  const batch = newRecordId(tools.newId);
  const queuedAt = tools.clock.now();
  const titled = ticked.map((one) => ({ ...one, title: one.link.title }));
  const added = await tools.queue.add(
    inSeriesOrder(titled).map(({ link, category }, place) => ({
      id: newRecordId(tools.newId),
      batch,
      queuedAt,
      place,
      link,
      listUrl: list.url.slice(0, 8000),
      category: category ?? null,
      reviewed: list.reviewed,
      state: { state: "waiting" },
    })),
  );
  if (added.ok) await wakeClerk();
  return added;
};

/**
 * The sites that a list's pages and their films lie on, as the browser is to be asked for them: one
 * question for `*.12371.cn`, whose films come from `video.12371.cn`, and for what the portal's rule names
 * besides. Links to other sites are not opened.
 */
export const sitesToAsk = (
  links: readonly ListLink[],
  rules: readonly PortalRule[],
): readonly string[] => [
  ...new Set(
    links
      .filter(({ offSite }) => !offSite)
      .flatMap(({ url }) => [
        siteOfHost(hostOfUrl(url)),
        ...rulesFor(url, rules).flatMap(({ hosts }) =>
          hosts.map((host) => siteOfHost(host.replace(/^\*\./u, ""))),
        ),
      ]),
  ),
];

const originsOf = (site: string): string[] =>
  /^[\d.]+$|^\[|^localhost$/u.test(site)
    ? [`http://${site}/*`, `https://${site}/*`]
    : [`http://*.${site}/*`, `https://*.${site}/*`];

/** Which of these sites the browser has given no leave for. */
export const sitesWithoutLeave = async (sites: readonly string[]): Promise<readonly string[]> => {
  const held = await Promise.all(
    sites.map((site) =>
      chrome.permissions.contains({ origins: originsOf(site) }).catch(() => false),
    ),
  );
  return sites.filter((_site, index) => held[index] !== true);
};

/** Asks for leave; must be called in the click or keystroke itself, before anything is awaited. */
export const askSiteLeave = async (sites: readonly string[]): Promise<boolean> => {
  if (sites.length === 0) return true;
  try {
    return await chrome.permissions.request({ origins: sites.flatMap(originsOf) });
  } catch {
    return false;
  }
};
