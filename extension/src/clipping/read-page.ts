import { type PageSnapshot, pageSnapshotSchema, unreadPage } from "@dianbo/shared/portal";
import type { PortalRule } from "@dianbo/shared/portal-rule";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { foundPage } from "../finding-media/index.ts";
import { withSizes } from "./file-sizes.ts";
import { giveRules } from "./given-rules.ts";
import { type PageReading, readInParts } from "./page-reading.ts";
import { answeredPage } from "./rule-calls.ts";
import { rulesInForce } from "./rules-in-force.ts";

/** A page could not be read. */
export type ReadFailure =
  /** The browser's own page, its store, or a page the click no longer reaches. */
  | { readonly type: "page-closed-to-us" }
  /** The tab is gone. */
  | { readonly type: "tab-gone" }
  /** What came back was no page. */
  | { readonly type: "nothing-read" };

const CAPTURE = "content-scripts/capture.js";

/**
 * What the capture made of the page; `undefined` where it threw or gave what is no snapshot. A page that
 * never ends its own work keeps every script waiting, ours too.
 */
const captured = async (
  tab: number,
  rules: readonly PortalRule[],
): Promise<PageSnapshot | undefined> => {
  await giveRules(tab, rules);
  const results = await chrome.scripting
    .executeScript({ target: { tabId: tab }, files: [`/${CAPTURE}`] })
    // A page that breaks what reads it is still a link.
    .catch(() => undefined);
  const page = v.safeParse(pageSnapshotSchema, results?.[0]?.result);
  return page.success ? page.output : undefined;
};

/** The page as what its tab says of it, which the page cannot withhold: enough for a link. */
const asLink = async (tab: number): Promise<PageSnapshot | undefined> => {
  const { url, title } = await chrome.tabs.get(tab);
  if (url === undefined || url === "") return undefined;
  return unreadPage(url.slice(0, 8000), (title ?? "").slice(0, 2000));
};

/** Tabs whose page was given up when it was read last: nobody need wait for it once more. */
const givenUp = new Set<number>();

/** Whether the page of this tab was given up as a link when it was read last. */
export const wasGivenUp = (tab: number): boolean => givenUp.has(tab);

/** Reads the page of a tab as it stands there now; one that is open but cannot be read is a link. */
export const readPage = async (tab: number): Promise<Result<PageReading, ReadFailure>> => {
  try {
    const rules = await rulesInForce();
    const reading = await readInParts({
      capture: () => captured(tab, rules),
      complete: async (page) => await foundPage(await answeredPage(page, rules), tab),
      measure: (page) => withSizes(page, tab),
      asLink: () => asLink(tab),
    });
    if (reading?.givenUp === false) {
      givenUp.delete(tab);
      return ok(reading);
    }
    givenUp.add(tab);
    if (reading === undefined) return err({ type: "nothing-read" });
    const later = reading.later.then((page) => {
      if (page !== undefined) givenUp.delete(tab);
      return page;
    });
    return ok({ ...reading, later });
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    return err({ type: /no tab with id/iu.test(message) ? "tab-gone" : "page-closed-to-us" });
  }
};
