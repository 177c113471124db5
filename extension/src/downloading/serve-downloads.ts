import { type Inbox, openInbox } from "../inbox/index.ts";
import { ensureDownloadHost } from "./download-host.ts";

const hasUnfinished = async (inbox: Inbox): Promise<boolean> =>
  (await inbox.all()).some(
    (row) =>
      row.type === "clip" &&
      (row.clip.file.state === "waiting" || row.clip.file.state === "downloading"),
  );

/**
 * The background's part, to be called once at the top of the background script: goes on with what the
 * last run of the browser left unfinished.
 */
export const serveDownloads = (): void => {
  chrome.runtime.onStartup.addListener(() => {
    const inbox = openInbox();
    void hasUnfinished(inbox)
      .then((unfinished) => (unfinished ? ensureDownloadHost() : undefined))
      .finally(() => inbox.close());
  });
};
