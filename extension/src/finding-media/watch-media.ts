import { isWorthSeeing, type SeenMedia } from "@dianbo/shared/portal";
import { addSeen, beginPage, forgetTab } from "./seen-shelf.ts";

type Answered = chrome.webRequest.OnResponseStartedDetails;

const headerOf = (details: Answered, name: string): string =>
  details.responseHeaders?.find((header) => header.name.toLowerCase() === name)?.value ?? "";

/** The whole file's bytes: behind the slash of a part's range, else its length. */
const sizeOf = (details: Answered): number | undefined => {
  const told =
    /\/(\d+)\s*$/u.exec(headerOf(details, "content-range"))?.[1] ??
    (details.statusCode === 200 ? headerOf(details, "content-length") : "");
  const size = Number(told);
  return told !== "" && Number.isSafeInteger(size) ? size : undefined;
};

const seenOf = (details: Answered): SeenMedia => {
  const size = sizeOf(details);
  return {
    url: details.url.slice(0, 8000),
    mime: (headerOf(details, "content-type").split(";")[0] ?? "")
      .trim()
      .toLowerCase()
      .slice(0, 200),
    ...(size === undefined ? {} : { size }),
  };
};

/**
 * Notes which films and playlists come into a tab, for the panel to offer. The browser tells only of hosts
 * that the person granted; nothing is kept beyond the browser session, and nothing is ever sent.
 */
export const watchMedia = (): void => {
  // One write after the other: two finds in one moment would lose one.
  let writing = Promise.resolve();
  const write = (work: () => Promise<void>): void => {
    writing = writing.then(work).catch(() => undefined);
  };
  const hear = (details: Answered): void => {
    const { tabId, type, url, statusCode } = details;
    if (tabId < 0) return;
    if (type === "main_frame") {
      write(() => beginPage(tabId, url));
      return;
    }
    const seen = seenOf(details);
    if (statusCode < 400 && isWorthSeeing(seen)) write(() => addSeen(tabId, seen));
  };
  const listen = (): void =>
    chrome.webRequest.onResponseStarted.addListener(
      hear,
      { urls: ["<all_urls>"], types: ["main_frame", "media", "xmlhttprequest", "other"] },
      ["responseHeaders"],
    );
  listen();
  // Of a host that is granted later Chromium tells only who listens anew.
  chrome.permissions.onAdded.addListener(() => {
    chrome.webRequest.onResponseStarted.removeListener(hear);
    listen();
  });
  // A portal that turns its page by script asks for no new document.
  chrome.tabs.onUpdated.addListener((tab, { url, status }) => {
    if (url !== undefined && status === undefined) write(() => beginPage(tab, url));
  });
  chrome.tabs.onRemoved.addListener((tab) => write(() => forgetTab(tab)));
};
