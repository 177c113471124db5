import * as v from "valibot";
import { type Inbox, openDownloadQueue } from "../inbox/index.ts";
import { openDownloadHost } from "./download-host.ts";
import { DOWNLOADS_CHANNEL, type DownloadNudge, downloadNudgeSchema } from "./messages.ts";

const ANSWER_MS = 400;

/** Tells the engine, if there is one. */
const tell = (nudge: DownloadNudge): void => {
  const channel = new BroadcastChannel(DOWNLOADS_CHANNEL);
  channel.postMessage(nudge);
  channel.close();
};

/** Tells the engine to look, and whether there is one that does. */
const engineLooks = (): Promise<boolean> =>
  new Promise((resolve) => {
    const channel = new BroadcastChannel(DOWNLOADS_CHANNEL);
    const end = (answered: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(answered);
    };
    const timer = setTimeout(() => end(false), ANSWER_MS);
    channel.onmessage = (event: MessageEvent<unknown>) => {
      const heard = v.safeParse(downloadNudgeSchema, event.data);
      if (heard.success && heard.output.type === "looked") end(true);
    };
    const look: DownloadNudge = { type: "look" };
    channel.postMessage(look);
  });

/** A fragment on its way may take its time; longer than this is asked again. */
const REST_MS = 25_000;

/** Has the engine come to rest, so that stopping it costs nothing: whether it has, or there is none. */
export const restEngine = (): Promise<boolean> =>
  new Promise((resolve) => {
    const channel = new BroadcastChannel(DOWNLOADS_CHANNEL);
    const end = (isSafe: boolean): void => {
      clearTimeout(timer);
      channel.close();
      resolve(isSafe);
    };
    let timer = setTimeout(() => end(true), ANSWER_MS);
    channel.onmessage = (event: MessageEvent<unknown>) => {
      const heard = v.safeParse(downloadNudgeSchema, event.data);
      if (!heard.success) return;
      if (heard.output.type === "rested") end(true);
      if (heard.output.type !== "resting") return;
      clearTimeout(timer);
      timer = setTimeout(() => end(false), REST_MS);
    };
    const rest: DownloadNudge = { type: "rest" };
    channel.postMessage(rest);
  });

/** Sees to it that the page that downloads is open, and that its engine knows of all rows that wait. */
export const wakeEngine = async (): Promise<void> => {
  if (await engineLooks()) return;
  await openDownloadHost();
};

/** Whether something that failed is to be tried again by itself. */
const triesAgain = async (): Promise<boolean> => {
  const queue = openDownloadQueue();
  try {
    return (await queue.rows()).some((row) => row.notBefore != null);
  } finally {
    queue.close();
  }
};

/**
 * Wakes the engine if rows wait for it: downloads that a crash or the end of the browser cut off go
 * on. Called by the background and by the app's page when they start.
 */
export const goOnWithDownloads = async (inbox: Inbox): Promise<void> => {
  const unfinished = (await inbox.all()).some(
    (row) =>
      row.type === "clip" &&
      (row.clip.file.state === "waiting" || row.clip.file.state === "downloading"),
  );
  if (unfinished || (await triesAgain())) await wakeEngine();
};

/**
 * Begins (or begins again) to fetch a clip's file, from any context of the extension. The row must
 * stand in the inbox with a `fileUrl`; progress and outcome are written into its `file`. A row whose
 * file is held, or that has none to fetch, is left as it is.
 */
export const startDownload = async (id: string, inbox: Inbox): Promise<void> => {
  await inbox.update(id, (clip) =>
    clip.fileUrl == null || clip.file.state === "held" || clip.file.state === "downloading"
      ? clip
      : { ...clip, file: { state: "waiting" } },
  );
  await wakeEngine();
};

/** Goes on with a lesson that has gaps, or that this computer cannot play: it is wanted as it can be had. */
export const keepLessonAnyway = async (id: string, inbox: Inbox): Promise<void> => {
  await inbox.update(id, (clip) =>
    clip.file.state === "failed"
      ? { ...clip, lesson: clip.file.reason === "unplayable" ? "unplayable" : "as-is" }
      : clip,
  );
  await startDownload(id, inbox);
};

/** Stops a download; the row stays in the inbox as cancelled and can be started again. */
export const cancelDownload = async (id: string, inbox: Inbox): Promise<void> => {
  await inbox.writeDownloadNote(id, null);
  await inbox.update(id, (clip) =>
    clip.file.state === "waiting" || clip.file.state === "downloading"
      ? { ...clip, file: { state: "failed", reason: "cancelled", received: 0 } }
      : clip,
  );
  tell({ type: "cancel", id });
};
