import { defineBackground } from "wxt/utils/define-background";
import { serveDownloads } from "../downloading/index.ts";
import { offerMenu, openPanelFor } from "../panel/open-panel.ts";
import { greetOnce } from "./welcome/greet.ts";

/** The background: opens the panel beside the page that was asked for, greets once, and no more. */
export default defineBackground({
  type: "module",
  main: () => {
    serveDownloads();
    chrome.action.onClicked.addListener((tab) => openPanelFor(tab, undefined));
    chrome.runtime.onInstalled.addListener(offerMenu);
    chrome.runtime.onInstalled.addListener((details) => void greetOnce(details));
    chrome.contextMenus.onClicked.addListener((info, tab) => {
      if (tab !== undefined) openPanelFor(tab, info);
    });
  },
});
