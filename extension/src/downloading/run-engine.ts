import { type Library, type MediaStore, openLibrary, openMediaStore } from "@dianbo/pwa/storage";
import { sweepIncoming } from "@dianbo/pwa/storage/worker-files";
import type { Clock } from "@dianbo/shared/clock";
import type { NewId } from "@dianbo/shared/identity";
import * as v from "valibot";
import { type Inbox, openInbox } from "../inbox/index.ts";
import { makeDownloadEngine } from "./download-engine.ts";
import { incomingName, isIncomingName } from "./incoming-name.ts";
import { measureSeconds } from "./measure-seconds.ts";
import {
  DOWNLOADS_CHANNEL,
  type DownloadNudge,
  downloadNudgeSchema,
  type RefererRequest,
  workerReportSchema,
} from "./messages.ts";
import { settleInLibrary } from "./settle-in-library.ts";

const LOCK = "dianbo-download-engine";
const LIBRARY = "dianbo-library";

/** The library, if this profile's extension has one; downloading never makes one. */
const libraryIfAny = async (clock: Clock, newId: NewId): Promise<Library | undefined> => {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === LIBRARY)) return undefined;
  const opened = await openLibrary({ clock, newId, name: LIBRARY });
  return opened.ok ? opened.value : undefined;
};

/** Half fetched files whose row is gone are of use to nobody. */
const sweepPartials = async (inbox: Inbox, clock: Clock): Promise<void> => {
  const rows = await inbox.all();
  const names = new Set(
    rows.map((row) => incomingName(row.type === "clip" ? row.clip.id : row.id)),
  );
  await sweepIncoming(clock.now(), (name) => names.has(name) || !isIncomingName(name));
};

/** An idle engine costs an old PC some thirty megabytes; the next nudge that nobody answers opens a new one. */
const IDLE_MS = 60_000;

const closePage = async (): Promise<void> => {
  const tab = await chrome.tabs?.getCurrent?.();
  if (tab?.id === undefined) window.close();
  else await chrome.tabs.remove(tab.id);
};

const readOnlyMedia = (): MediaStore =>
  openMediaStore(() => {
    throw new Error("the download worker is the only writer here");
  });

/**
 * Runs the download engine in this page for as long as the page lives, once no other page of the
 * profile runs it. `startWorker` gives the download worker.
 */
export const runDownloadEngine = async (tools: {
  readonly startWorker: () => Worker;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Whether something else still needs this page: it is not closed as idle then. */
  readonly isBusy?: () => boolean;
}): Promise<never> =>
  navigator.locks.request(LOCK, async () => {
    const inbox = openInbox();
    const media = readOnlyMedia();
    const worker = tools.startWorker();
    const engine = makeDownloadEngine({
      inbox,
      order: (order) => worker.postMessage(order),
      measureSeconds: (file) => measureSeconds(file, media),
      settle: async (clip) => {
        const library = await libraryIfAny(tools.clock, tools.newId);
        await settleInLibrary(clip, inbox, library);
        library?.close();
      },
      setReferer: async (action, clip) => {
        if (clip.fileUrl == null) return;
        const request: RefererRequest = {
          type: "dianbo-referer",
          action,
          url: clip.fileUrl,
          referer: clip.source.url,
        };
        await chrome.runtime.sendMessage(request);
      },
    });
    worker.addEventListener("message", (event: MessageEvent<unknown>) => {
      const report = v.safeParse(workerReportSchema, event.data);
      if (report.success) void engine.hear(report.output);
    });
    let lastLook: number = tools.clock.now();
    setInterval(() => {
      if (!engine.idle() || tools.isBusy?.() === true) lastLook = tools.clock.now();
      else if (tools.clock.now() - lastLook > IDLE_MS) void closePage();
    }, IDLE_MS / 4);
    const channel = new BroadcastChannel(DOWNLOADS_CHANNEL);
    channel.onmessage = (event: MessageEvent<unknown>) => {
      const nudge = v.safeParse(downloadNudgeSchema, event.data);
      if (!nudge.success) return;
      switch (nudge.output.type) {
        case "look": {
          const answer: DownloadNudge = { type: "looked" };
          channel.postMessage(answer);
          lastLook = tools.clock.now();
          void engine.look();
          return;
        }
        case "cancel":
          engine.cancel(nudge.output.id);
          return;
        case "looked":
          return;
      }
    };
    await sweepPartials(inbox, tools.clock);
    await engine.look();
    return await new Promise<never>(() => undefined);
  });
