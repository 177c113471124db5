import { type PageSnapshot, recognise } from "@dianbo/shared/portal";
import { rulesFor } from "@dianbo/shared/portal-rule";
import * as v from "valibot";
import { inTime } from "../clipping/in-time.ts";
import type { PageReading } from "../clipping/page-reading.ts";
import { readPage } from "../clipping/read-page.ts";
import { rulesInForce } from "../clipping/rules-in-force.ts";
import type { ListedFailure } from "../inbox/index.ts";
import type { ReadAnswer } from "./messages.ts";

/** Milliseconds that a portal may take for one page. */
const PATIENCE = 30_000;
/** Milliseconds that a page which shows nothing yet gets for its scripts. */
const SECOND_LOOK = 1500;
/** Milliseconds for what of a page comes after it. */
const LATER = 8000;
const OPENED = "list-tabs";

const tabsSchema = v.array(v.number());

const openedTabs = async (): Promise<readonly number[]> => {
  const stored = v.safeParse(tabsSchema, (await chrome.storage.session.get(OPENED))[OPENED]);
  return stored.success ? stored.output : [];
};

const noteTab = async (id: number, isOpen: boolean): Promise<void> => {
  const others = (await openedTabs()).filter((one) => one !== id);
  await chrome.storage.session.set({ [OPENED]: isOpen ? [...others, id] : others });
};

const closeTab = async (id: number): Promise<void> => {
  await chrome.tabs.remove(id).catch(() => undefined);
  await noteTab(id, false);
};

/** Closes the pages that a background which died had opened; called when it starts again. */
export const closeOrphans = async (): Promise<void> => {
  for (const id of await openedTabs()) await closeTab(id);
};

const isLoaded = (id: number): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (loaded: boolean): void => {
      clearTimeout(timer);
      chrome.tabs.onUpdated.removeListener(hear);
      chrome.tabs.onRemoved.removeListener(gone);
      resolve(loaded);
    };
    const hear = (changed: number, { status }: { status?: string | undefined }): void => {
      if (changed === id && status === "complete") end(true);
    };
    const gone = (removed: number): void => {
      if (removed === id) end(false);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    chrome.tabs.onUpdated.addListener(hear);
    chrome.tabs.onRemoved.addListener(gone);
    chrome.tabs.get(id).then(
      (tab) => {
        if (tab.status === "complete" && tab.pendingUrl === undefined) end(true);
      },
      () => end(false),
    );
  });

/** Runs in the page; it must not use anything from outside itself. */
const answeredStatus = (): number => {
  const [navigation] = performance.getEntriesByType("navigation");
  const status: unknown = navigation === undefined ? 0 : Reflect.get(navigation, "responseStatus");
  return typeof status === "number" ? status : 0;
};

const refusalOf = async (id: number): Promise<ListedFailure | undefined> => {
  try {
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: answeredStatus,
    });
    const status = result?.result ?? 0;
    if (status === 404 || status === 410) return "page-gone";
    return status >= 400 ? "refused" : undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (/error page/iu.test(message)) return "no-answer";
    return /cannot access|permission/iu.test(message) ? "no-permission" : "no-answer";
  }
};

const showsNothing = (page: PageSnapshot): boolean => {
  const { kind, body } = recognise(page);
  return kind === "link" && (body?.text.trim().length ?? 0) < 20 && !page.hasStream;
};

const withRules = async (page: PageSnapshot): Promise<ReadAnswer> => ({
  type: "page",
  page,
  rules: [...rulesFor(page.url, await rulesInForce())],
});

/** Nobody sits before a page of a list: what comes later is waited for, but not for ever. */
const whole = async ({ page, later }: PageReading): Promise<PageSnapshot> =>
  (await inTime(later, LATER)) ?? page;

const readTab = async (id: number): Promise<ReadAnswer> => {
  await isLoaded(id);
  const refusal = await refusalOf(id);
  if (refusal !== undefined) return { type: "failed", reason: refusal };
  const first = await readPage(id);
  if (!first.ok) {
    const isGone = first.error.type === "tab-gone";
    return { type: "failed", reason: isGone ? "no-answer" : "nothing-read" };
  }
  const page = await whole(first.value);
  if (!showsNothing(page)) return await withRules(page);
  await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK));
  const second = await readPage(id);
  return await withRules(second.ok ? await whole(second.value) : page);
};

/**
 * Opens a page in a silent tab behind the others, reads what stands there, and closes it. The page is
 * opened as a person would, because several portals serve anything else a stub.
 */
export const openAndRead = async (url: string): Promise<ReadAnswer> => {
  let tab: number | undefined;
  try {
    tab = (await chrome.tabs.create({ url, active: false })).id;
    if (tab === undefined) return { type: "failed", reason: "no-answer" };
    await noteTab(tab, true);
    // A film that starts by itself must not be heard in the office.
    await chrome.tabs.update(tab, { muted: true });
    return await readTab(tab);
  } catch {
    return { type: "failed", reason: "no-answer" };
  } finally {
    if (tab !== undefined) await closeTab(tab);
  }
};
