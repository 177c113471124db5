import { defineBackground } from "wxt/utils/define-background";
import { serveDownloads } from "../downloading/index.ts";
import { offerMenu, openPanelFor } from "../panel/open-panel.ts";

/** The background: opens the panel beside the page that was asked for, and no more. */
export default defineBackground({
  type: "module",
  main: () => {
    serveDownloads();
    chrome.action.onClicked.addListener((tab) => openPanelFor(tab, undefined));
    chrome.runtime.onInstalled.addListener(offerMenu);
    chrome.contextMenus.onClicked.addListener((info, tab) => {
      if (tab !== undefined) openPanelFor(tab, info);
    });
  },
});
