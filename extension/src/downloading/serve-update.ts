/** The page of the engine, which nobody looks at. */
const ENGINE_PAGE = "/offscreen.html";
const ALARM = "dianbo-update";
/** Somebody works, or a fragment is slow: it is looked again after so many minutes. */
const AGAIN_MINUTES = 1;

/** Whether a person has a page of the extension open: an update would close it under her hands. */
const isLookedAt = async (): Promise<boolean> => {
  // Before Chromium 116 nobody tells of panels; there is no panel there that outlives a click.
  const addresses =
    typeof chrome.runtime.getContexts === "function"
      ? (await chrome.runtime.getContexts({ contextTypes: ["TAB", "POPUP", "SIDE_PANEL"] })).map(
          ({ documentUrl }) => documentUrl,
        )
      : (await chrome.tabs.query({ url: chrome.runtime.getURL("*") })).map(({ url }) => url);
  return addresses.some(
    (address) => address !== undefined && new URL(address).pathname !== ENGINE_PAGE,
  );
};

/**
 * Lets an update of the extension wait until nobody looks at one of its pages and nothing is on its way to
 * the disk. `rest` brings the downloads to rest and says whether they are. To be called at the top of the
 * background script.
 */
export const serveUpdate = (rest: () => Promise<boolean>): void => {
  const tryUpdate = async (): Promise<void> => {
    // Set beforehand: the background may be put to sleep while a slow fragment comes.
    await chrome.alarms.create(ALARM, { delayInMinutes: AGAIN_MINUTES });
    if ((await isLookedAt()) || !(await rest()) || (await isLookedAt())) return;
    await chrome.alarms.clear(ALARM);
    chrome.runtime.reload();
  };
  chrome.runtime.onUpdateAvailable.addListener(() => void tryUpdate());
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void tryUpdate();
  });
};
