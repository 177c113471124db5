import type { PanelRequest } from "../messages/index.ts";

/** Where a request waits for its panel: the panel may not be up yet when the request is made. */
export const requestKey = (tab: number): string => `panel-request-${tab}`;

const requestOf = (
  tab: number,
  pointed: chrome.contextMenus.OnClickData | undefined,
): PanelRequest => ({
  type: "read-page",
  tab,
  ...(pointed?.linkUrl === undefined ? {} : { link: pointed.linkUrl }),
  ...(pointed?.srcUrl !== undefined &&
  (pointed.mediaType === "video" || pointed.mediaType === "audio" || pointed.mediaType === "image")
    ? { media: { kind: pointed.mediaType, url: pointed.srcUrl } }
    : {}),
});

const panelPath = (tab: number): string => `panel.html?tab=${tab}`;

/**
 * Opens the panel beside a tab. Where there is a side panel (Chromium ≥ 116) it must be opened before
 * anything is awaited, or the click that grants `activeTab` is spent; elsewhere the same page opens in
 * a tab of its own.
 */
export const openPanelFor = (
  tab: chrome.tabs.Tab,
  pointed: chrome.contextMenus.OnClickData | undefined,
): void => {
  if (tab.id === undefined) return;
  const request = requestOf(tab.id, pointed);
  void chrome.storage.session?.set({ [requestKey(tab.id)]: request });
  // A panel that is already open hears of it at once; nobody listening is the usual case.
  chrome.runtime.sendMessage(request).catch(() => undefined);
  if (typeof chrome.sidePanel?.open === "function") {
    void chrome.sidePanel.setOptions({ tabId: tab.id, path: panelPath(tab.id), enabled: true });
    void chrome.sidePanel.open({ tabId: tab.id });
    return;
  }
  void chrome.tabs.create({ url: panelPath(tab.id), openerTabId: tab.id, index: tab.index + 1 });
};

/** Puts 「存进点播本」 into the context menu of everything that can be clipped. */
export const offerMenu = (): void => {
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({
      id: "clip",
      title: chrome.i18n.getMessage("menuClip"),
      contexts: ["page", "selection", "link", "image", "video", "audio"],
    });
  });
};
