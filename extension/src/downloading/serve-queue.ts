import * as v from "valibot";
import { type QueueTally, queueTallySchema } from "./messages.ts";

const ALARM = "dianbo-downloads";
/** The page of the downloads, inside the app. */
const PAGE = "app.html#/downloads";
const INK = "#1d4d3f";

const showBadge = async ({ active, failed }: QueueTally): Promise<void> => {
  const text = active > 0 ? String(active) : failed > 0 ? "!" : "";
  await chrome.action.setBadgeBackgroundColor({ color: INK });
  await chrome.action.setBadgeText({ text });
};

const keepAlarm = async ({ wakeAt }: QueueTally): Promise<void> => {
  if (wakeAt === null) await chrome.alarms.clear(ALARM);
  else await chrome.alarms.create(ALARM, { when: wakeAt });
};

/** One word at the end, where the person asked for it and the browser gave leave. */
const sayEnd = async ({ ended }: QueueTally): Promise<void> => {
  if (ended?.notify !== true || ended.held + ended.failed === 0) return;
  if (chrome.notifications === undefined) return;
  const { held, failed } = ended;
  await chrome.notifications.create(ALARM, {
    type: "basic",
    iconUrl: chrome.runtime.getURL("icon/128.png"),
    title: chrome.i18n.getMessage("downloadsEnded"),
    message:
      failed === 0
        ? chrome.i18n.getMessage("allHeld", [String(held)])
        : chrome.i18n.getMessage("someFailed", [String(held), String(failed)]),
  });
};

/**
 * Shows on the toolbar's button how many downloads are on their way, wakes the engine when the queue's time
 * has come, and says once when all is done. To be called once at the top of the background script.
 */
export const serveQueue = (wake: () => void): void => {
  chrome.runtime.onMessage.addListener((message: unknown, sender) => {
    const tally = v.safeParse(queueTallySchema, message);
    if (!tally.success || sender.id !== chrome.runtime.id) return;
    if (sender.tab?.url?.startsWith("http") === true) return;
    for (const act of [showBadge, keepAlarm, sayEnd]) act(tally.output).catch(() => undefined);
  });
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) wake();
  });
  chrome.notifications?.onClicked.addListener((id) => {
    if (id === ALARM) void chrome.tabs.create({ url: chrome.runtime.getURL(PAGE) });
  });
};
