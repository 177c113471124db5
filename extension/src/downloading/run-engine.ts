import { type Library, type MediaStore, openLibrary, openMediaStore } from "@dianbo/pwa/storage";
import { sweepIncoming } from "@dianbo/pwa/storage/worker-files";
import type { Clock } from "@dianbo/shared/clock";
import type { MediaHash } from "@dianbo/shared/courseware";
import type { NewId } from "@dianbo/shared/identity";
import * as v from "valibot";
import { type Inbox, openDownloadQueue, openInbox, removeUnused } from "../inbox/index.ts";
import { openPageRelay } from "./by-page/relay-by-page.ts";
import { makeDownloadEngine } from "./download-engine.ts";
import { canPlay } from "./hls/can-play.ts";
import { isLesson, openLessonHost } from "./hls/lesson-host.ts";
import { incomingNames, isIncomingName } from "./incoming-name.ts";
import { measureSeconds } from "./measure-seconds.ts";
import {
  DOWNLOADS_CHANNEL,
  type DownloadNudge,
  downloadNudgeSchema,
  type RefererRequest,
  type sweepRulesSchema,
  workerReportSchema,
} from "./messages.ts";
import { makeWaker } from "./queue/waker.ts";
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
    rows.flatMap((row) => incomingNames(row.type === "clip" ? row.clip.id : row.id)),
  );
  await sweepIncoming(clock.now(), (name) => names.has(name) || !isIncomingName(name));
};

/** An idle engine costs an old PC some thirty megabytes; the next nudge that nobody answers opens a new one. */
const IDLE_MS = 60_000;

/** So long the engine rests for an exchange of the extension. */
const REST_MS = 90_000;

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
  /** The workers that fetch lessons and put them together. */
  readonly startLessonWorker: () => Worker;
  readonly startRemuxWorker: () => Worker;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Stands behind the name of a film that is kept with gaps, in the person's language. */
  readonly incompleteMark: string;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Whether something else still needs this page: it is not closed as idle then. */
  readonly isBusy?: () => boolean;
}): Promise<never> =>
  navigator.locks.request(LOCK, async () => {
    const inbox = openInbox();
    const queue = openDownloadQueue();
    const media = readOnlyMedia();
    const pages = openPageRelay({
      newId: tools.newId,
      pageOf: async (id) => (await inbox.get(id))?.source.url,
    });
    const worker = pages.serve(tools.startWorker());
    /** Told when the worker has put away all that was stopped. */
    let onSettled: () => void = () => undefined;
    /** Who asked how much room there is; the worker answers in order. */
    const measured: ((bytes: number) => void)[] = [];
    const waker = makeWaker(tools.clock, () => void engine.look());
    const nameReferer = (
      action: RefererRequest["action"],
      url: string,
      referer: string,
    ): Promise<unknown> => {
      const request: RefererRequest = { type: "dianbo-referer", action, url, referer };
      return chrome.runtime.sendMessage(request);
    };
    const lessons = openLessonHost({
      startFetcher: () => pages.serve(tools.startLessonWorker()),
      startRemuxer: tools.startRemuxWorker,
      clipOf: (id) => inbox.get(id),
      setReferer: nameReferer,
      canPlay,
      mostHeight: async () => (await queue.settings()).height,
      incompleteMark: tools.incompleteMark,
      report: (report) => void engine.hear(report),
    });
    /** Films and the frames that were kept as their covers: nobody's where the page's own picture was there first. */
    const frames = new Map<MediaHash, MediaHash>();
    const engine = makeDownloadEngine({
      inbox,
      queue,
      clock: tools.clock,
      random: tools.random,
      measureFree: (bound) =>
        new Promise((resolve) => {
          measured.push(resolve);
          worker.postMessage({ type: "measure-free", bound });
        }),
      tell: (tally) => {
        void chrome.runtime.sendMessage(tally).catch(() => undefined);
        waker.set(tally.wakeAt);
      },
      order: (order) => {
        if (order.type === "fetch" && isLesson(order.url)) {
          void lessons.fetch(order.id);
          return;
        }
        worker.postMessage(order);
        if (order.type === "stop") lessons.stop(order.id, order.keep);
      },
      lookInto: async (file) => {
        const opened = await media.open(file.hash);
        const seen =
          opened.ok && file.mime.startsWith("video/") ? await lessons.lookInto(opened.value) : {};
        if (seen.cover !== undefined) frames.set(file.hash, seen.cover.hash);
        const seconds = seen.seconds ?? file.seconds ?? (await measureSeconds(file, media));
        return { ...seen, ...(seconds === undefined ? {} : { seconds }) };
      },
      settle: async (clip) => {
        const library = await libraryIfAny(tools.clock, tools.newId);
        await settleInLibrary(clip, inbox, library);
        const film = clip.file.state === "held" ? clip.file.file.hash : undefined;
        if (film !== undefined) {
          // A film that was put up anew has other bytes: those that went bad are nobody's any more.
          const left = [frames.get(film), clip.spoilt].filter((hash) => hash != null);
          frames.delete(film);
          const items = library?.snapshot().items.values() ?? [];
          await removeUnused(left, { inbox, media, items });
        }
        library?.close();
      },
      drain: lessons.drain,
      setReferer: async (action, clip) => {
        if (clip.fileUrl != null) await nameReferer(action, clip.fileUrl, clip.source.url);
      },
    });
    worker.addEventListener("message", (event: MessageEvent<unknown>) => {
      const report = v.safeParse(workerReportSchema, event.data);
      if (!report.success) return;
      if (report.output.type === "free") measured.shift()?.(report.output.bytes);
      else if (report.output.type === "settled") onSettled();
      else void engine.hear(report.output);
    });
    const rest = async (): Promise<void> => {
      await engine.rest();
      await new Promise<void>((resolve) => {
        onSettled = resolve;
        worker.postMessage({ type: "settle" });
      });
      // Where nobody exchanged the extension after all, it goes on.
      setTimeout(() => void engine.goOn(), REST_MS);
    };
    let lastLook: number = tools.clock.now();
    setInterval(() => {
      if (!engine.idle() || waker.isSoon() || tools.isBusy?.() === true)
        lastLook = tools.clock.now();
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
          void engine.cancel(nudge.output.id);
          return;
        case "rest": {
          const resting: DownloadNudge = { type: "resting" };
          const rested: DownloadNudge = { type: "rested" };
          channel.postMessage(resting);
          void rest().then(() => channel.postMessage(rested));
          return;
        }
        case "looked":
        case "resting":
        case "rested":
          return;
      }
    };
    await sweepPartials(inbox, tools.clock);
    const sweep: v.InferOutput<typeof sweepRulesSchema> = { type: "dianbo-referer-sweep" };
    await chrome.runtime.sendMessage(sweep).catch(() => undefined);
    await engine.look();
    return await new Promise<never>(() => undefined);
  });
