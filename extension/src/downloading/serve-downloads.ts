import { type Inbox, openInbox } from "../inbox/index.ts";
import { serveRefererRules } from "./referer-rule.ts";
import { wakeEngine } from "./start-download.ts";

const hasUnfinished = async (inbox: Inbox): Promise<boolean> =>
  (await inbox.all()).some(
    (row) =>
      row.type === "clip" &&
      (row.clip.file.state === "waiting" || row.clip.file.state === "downloading"),
  );

/**
 * The background's part, to be called once at the top of the background script: sets request rules
 * for the engine, and goes on with what the last run of the browser left unfinished.
 */
export const serveDownloads = (): void => {
  serveRefererRules();
  chrome.runtime.onStartup.addListener(() => {
    const inbox = openInbox();
    void hasUnfinished(inbox)
      .then((unfinished) => (unfinished ? wakeEngine() : undefined))
      .finally(() => inbox.close());
  });
};
