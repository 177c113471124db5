/**
 * The worker that fetches lessons: fragments into one growing file with sync handles, and out of it, in
 * the clear, to the worker that puts them together.
 */
import { isDiskFull, openIncoming } from "@dianbo/pwa/storage/worker-files";
import * as v from "valibot";
import { openLessonRows } from "../../inbox/index.ts";
import { fetchByPage } from "../by-page/fetch-by-page.ts";
import type { Sink } from "../fetch-desk.ts";
import { lessonFileName } from "../incoming-name.ts";
import { canPlay } from "./can-play.ts";
import { decryptFragment } from "./decrypt.ts";
import { fetchLesson, type OpenLesson } from "./fetch-lesson.ts";
import { type LessonDesk, LessonStopped } from "./lesson-desk.ts";
import { fragmentRequestSchema, type LessonReport, lessonOrderSchema } from "./lesson-messages.ts";
import { localPlaylist } from "./lesson-plan.ts";
import type { FetchLesson } from "./open-lesson.ts";
import { pressGarbage } from "./press-garbage.ts";

const rows = openLessonRows();
const report = (message: LessonReport): void => self.postMessage(message);

interface Run {
  readonly stop: AbortController;
  readonly port: MessagePort;
  readonly asked: Set<number>;
  readonly referers: Map<string, () => void>;
  sink: Sink | undefined;
  lesson: OpenLesson | undefined;
  keep: boolean;
  done: Promise<void>;
}
const runs = new Map<string, Run>();

/** The extension is about to be exchanged. */
let isResting = false;

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

const deskOf = (run: Run, id: string): LessonDesk => ({
  rows,
  fetch: (url, init) => fetch(url, init),
  wait,
  random: Math.random,
  now: Date.now,
  elapsed: () => performance.now(),
  openSink: async (id) => {
    const incoming = await openIncoming(lessonFileName(id), Number.MAX_SAFE_INTEGER);
    const sink: Sink = { ...incoming, keep: async () => undefined };
    run.sink = sink;
    return sink;
  },
  canPlay,
  setReferer: (id, origin) =>
    new Promise((resolve) => {
      run.referers.set(origin, resolve);
      report({ type: "ask-referer", id, origin });
    }),
  fetchByPage: fetchByPage(id, (request, port) => self.postMessage(request, { transfer: [port] })),
  isDiskFull,
  report,
});

const press = pressGarbage();

/** Memory for fragments as they came, used again: the garbage of a big lesson would fill a small PC. */
const rooms: Uint8Array<ArrayBuffer>[] = [];

const takeRoom = (length: number): Uint8Array<ArrayBuffer> => {
  const room = rooms.pop();
  return room !== undefined && room.length >= length ? room : new Uint8Array(length);
};

/** Gives a fragment to the other worker, decrypted. */
const give = async (run: Run, number: number): Promise<void> => {
  const { lesson } = run;
  if (lesson?.file.has(number) !== true) return;
  const planned = lesson.plan.tracks
    .flat()
    .find((one) => one.fragment === number || one.map === number);
  const isClearMap = planned?.map === number && planned.segment.map?.encrypted !== true;
  const key = planned?.key === undefined || isClearMap ? undefined : lesson.file.read(planned.key);
  const iv = planned?.segment.key?.iv;
  const isClear = key === undefined || iv === undefined;
  const bytes = lesson.file.read(number, isClear ? undefined : takeRoom);
  if (bytes === undefined) return;
  const clear = isClear ? bytes : await decryptFragment(bytes, key, iv);
  if (!isClear) rooms.push(new Uint8Array(bytes.buffer));
  press(clear.length);
  run.port.postMessage({ type: "fragment", number, bytes: clear.buffer }, [clear.buffer]);
};

const giveAsked = (run: Run, id: string, number: number): void => {
  if (run.lesson?.file.has(number) !== true || !run.asked.delete(number)) return;
  give(run, number).catch(() => {
    // The key does not fit: nothing can be made of this lesson.
    fail(run, id, new LessonStopped("wrong-type"));
  });
};

const failed = new WeakSet<Run>();

const fail = (run: Run, id: string, error: unknown): void => {
  if (failed.has(run)) return;
  failed.add(run);
  const received = run.lesson?.file.received() ?? 0;
  run.stop.abort();
  const stopped =
    error instanceof LessonStopped
      ? error
      : new LessonStopped(isDiskFull(error) ? "disk-full" : "network");
  report({
    type: "failed",
    id,
    reason: stopped.reason,
    received,
    status: stopped.status,
    ...(stopped.detail.missing === undefined ? {} : { missing: [...stopped.detail.missing] }),
    ...(stopped.detail.by === undefined ? {} : { by: stopped.detail.by }),
  });
};

/** Closes a lesson's file, or deletes it with its ledger. */
const close = async (run: Run, id: string, keep: boolean): Promise<void> => {
  run.port.close();
  if (keep) run.sink?.close();
  else {
    await run.sink?.discard();
    await rows.forget(id);
  }
};

/** The playlists that the other worker reads: what is left out is not named, and all is in the clear. */
const localPlaylists = ({ plan, leftOut }: OpenLesson): string[] =>
  plan.tracks.map((track) =>
    localPlaylist(
      track
        .filter(({ fragment, key, map }) =>
          [fragment, key, map].every((number) => number === undefined || !leftOut.has(number)),
        )
        .map((planned) => ({ ...planned, key: undefined })),
    ),
  );

const begin = async (run: Run, order: FetchLesson): Promise<void> => {
  try {
    const end = await fetchLesson(
      order,
      deskOf(run, order.id),
      {
        opened: (lesson) => {
          run.lesson = lesson;
          run.port.postMessage({ type: "lesson", playlists: localPlaylists(lesson) });
        },
        arrived: (number) => giveAsked(run, order.id, number),
        isResting: () => isResting,
      },
      run.stop.signal,
    );
    if (end === "rests") report({ type: "rested", id: order.id });
    else report({ type: "safe", id: order.id, received: run.lesson?.file.received() ?? 0 });
  } catch (error) {
    // Whoever stopped it knows; a word of its own would meet the run that comes after.
    if (!run.stop.signal.aborted) fail(run, order.id, error);
  }
};

const openRun = (order: FetchLesson, port: MessagePort): void => {
  const before = runs.get(order.id);
  const run: Run = {
    stop: new AbortController(),
    port,
    asked: new Set(),
    referers: new Map(),
    sink: undefined,
    lesson: undefined,
    keep: true,
    done: Promise.resolve(),
  };
  port.onmessage = (event: MessageEvent<unknown>) => {
    const request = v.safeParse(fragmentRequestSchema, event.data);
    if (!request.success) return;
    run.asked.add(request.output.number);
    giveAsked(run, order.id, request.output.number);
  };
  run.done = (before?.done ?? Promise.resolve()).then(() => begin(run, order));
  runs.set(order.id, run);
};

const endRun = async (id: string, keep: boolean): Promise<void> => {
  const run = runs.get(id);
  if (run === undefined) {
    if (!keep) await rows.forget(id);
    return;
  }
  run.stop.abort();
  const ended = run.done.then(() => close(run, id, keep));
  run.done = ended;
  await ended;
  if (runs.get(id) === run) runs.delete(id);
};

self.addEventListener("message", (event: MessageEvent<unknown>) => {
  const parsed = v.safeParse(lessonOrderSchema, event.data);
  if (!parsed.success) return;
  const order = parsed.output;
  switch (order.type) {
    case "fetch": {
      isResting = false;
      const [port] = event.ports;
      if (port !== undefined) openRun(order, port);
      return;
    }
    case "stop":
      void endRun(order.id, order.keep);
      return;
    case "finished":
      void endRun(order.id, false);
      return;
    case "rest":
      isResting = true;
      return;
    case "referer-set":
      runs.get(order.id)?.referers.get(order.origin)?.();
  }
});
