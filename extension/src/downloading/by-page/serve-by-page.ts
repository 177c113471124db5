import * as v from "valibot";
import { fetchInTab } from "./fetch-in-tab.ts";
import { type ByPageOrder, byPageOrderSchema, PAGE_PORT } from "./page-messages.ts";

/** The pattern of a host, whatever its port. */
const patternOf = (address: string): string => {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
};

const withoutHash = (address: string): string => address.replace(/#.*$/u, "");

/** The open tab that can ask: the page itself before another of its host, and none that is asleep. */
const tabFor = async (page: string): Promise<number | undefined> => {
  const { origin } = new URL(page);
  const open = (await chrome.tabs.query({ url: patternOf(page) })).filter(
    ({ url, discarded, status }) =>
      url?.startsWith(`${origin}/`) === true && discarded !== true && status !== "unloaded",
  );
  const same = open.find(({ url }) => withoutHash(url ?? "") === withoutHash(page));
  return (same ?? open.find(({ active }) => active) ?? open[0])?.id;
};

/** Has a tab ask; `false` where no tab may or can. */
const askTab = async ({ key, page, url, headers }: ByPageOrder): Promise<boolean> => {
  const origins = [patternOf(page), patternOf(url)];
  if (!(await chrome.permissions.contains({ origins }))) return false;
  const tabId = await tabFor(page);
  if (tabId === undefined) return false;
  await chrome.scripting.executeScript({
    target: { tabId },
    func: fetchInTab,
    args: [PAGE_PORT + key, url, headers],
  });
  return true;
};

/**
 * Has an open tab of a clip's page fetch for the engine where the portal gives to nobody else: only hosts
 * that the person granted, both the page's and the file's. To be called at the top of the background script.
 */
export const serveByPage = (): void => {
  chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const order = v.safeParse(byPageOrderSchema, message);
    if (!order.success || sender.id !== chrome.runtime.id) return false;
    if (sender.tab?.url?.startsWith("http") === true) return false;
    void askTab(order.output).then(answer, () => answer(false));
    return true;
  });
};
