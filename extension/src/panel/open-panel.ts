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
  const { id } = tab;
  if (id === undefined) return;
  const request = requestOf(id, pointed);
  void chrome.storage.session.set({ [requestKey(id)]: request });
  // A panel that is already open hears of it at once; nobody listening is the usual case.
  chrome.runtime.sendMessage(request).catch(() => undefined);
  const openTab = (): void => {
    void chrome.tabs.create({ url: panelPath(id), openerTabId: id, index: tab.index + 1 });
  };
  if (typeof chrome.sidePanel?.open !== "function") {
    openTab();
    return;
  }
  void chrome.sidePanel.setOptions({ tabId: id, path: panelPath(id), enabled: true });
  // A window without room for a side panel (a popup, an app window) refuses it.
  chrome.sidePanel.open({ tabId: id }).catch(openTab);
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
