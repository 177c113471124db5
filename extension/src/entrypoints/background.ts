import { instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import * as v from "valibot";
import { defineBackground } from "wxt/utils/define-background";
import { serveDownloads } from "../downloading/index.ts";
import { watchMedia } from "../finding-media/index.ts";
import { serveLinks } from "../handoff/index.ts";
import { serveLists } from "../list-clipping/serve-lists.ts";
import { servePictures } from "../list-clipping/serve-pictures.ts";
import { offerMenu, openPanelFor } from "../panel/open-panel.ts";
import { reopenPage } from "../settings/index.ts";
import { greetOnce } from "./welcome/greet.ts";

const newId = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");

/**
 * The background: opens the panel beside the page that was asked for, greets once, gives clips to a paired
 * app, and no more.
 */
export default defineBackground({
  type: "module",
  main: () => {
    const clock = {
      now: () => v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Date.now()))),
    };
    void reopenPage();
    serveDownloads();
    serveLists(clock);
    servePictures();
    watchMedia();
    serveLinks({ clock, newId });
    chrome.action.onClicked.addListener((tab) => openPanelFor(tab, undefined));
    chrome.runtime.onInstalled.addListener(offerMenu);
    chrome.runtime.onInstalled.addListener((details) => void greetOnce(details));
    chrome.contextMenus.onClicked.addListener((info, tab) => {
      if (tab !== undefined) openPanelFor(tab, info);
    });
  },
});
