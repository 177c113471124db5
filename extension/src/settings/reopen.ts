const KEY = "reopen";

/** The page on which a new version was taken up. */
const PAGE = "app.html#/settings";

/** Starting anew closes all pages of the extension; this one is to come back. */
export const reopenAfterwards = (): Promise<void> => chrome.storage.local.set({ [KEY]: true });

/** Opens the page again that a start anew has closed. To be called at every start of the background. */
export const reopenPage = async (): Promise<void> => {
  if ((await chrome.storage.local.get(KEY))[KEY] !== true) return;
  await chrome.storage.local.remove(KEY);
  await chrome.tabs.create({ url: chrome.runtime.getURL(PAGE) });
};
