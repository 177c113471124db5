import { openInbox } from "../inbox/index.ts";
import { serveByPage } from "./by-page/serve-by-page.ts";
import { serveRefererRules } from "./referer-rule.ts";
import { serveQueue } from "./serve-queue.ts";
import { serveUpdate } from "./serve-update.ts";
import { goOnWithDownloads, restEngine, wakeEngine } from "./start-download.ts";

const goOn = async (): Promise<void> => {
  const inbox = openInbox();
  try {
    await goOnWithDownloads(inbox);
  } finally {
    inbox.close();
  }
};

/**
 * The background's part, to be called once at the top of the background script: sets request rules
 * for the engine, and goes on with what the last run of the browser left unfinished.
 */
export const serveDownloads = (): void => {
  serveRefererRules();
  serveByPage();
  serveUpdate(restEngine);
  serveQueue(() => void wakeEngine().catch(() => undefined));
  // The listener makes the browser start this script; what is left is looked for at every start of it.
  chrome.runtime.onStartup.addListener(() => undefined);
  void goOn();
};
