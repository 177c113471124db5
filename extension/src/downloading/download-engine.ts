import { type Clip, isLinkOnly } from "@dianbo/shared/clip";
import {
  type Clock,
  type Instant,
  instantSchema,
  LATEST_INSTANT,
  minutesOfSeconds,
} from "@dianbo/shared/clock";
import type { MediaFile } from "@dianbo/shared/courseware";
import * as v from "valibot";
import type { DownloadQueue, Inbox, QueueRow, QueueSettings } from "../inbox/index.ts";
import {
  type FetchOrder,
  type QueueTally,
  resumePointSchema,
  type WorkerReport,
  type workerOrderSchema,
} from "./messages.ts";
import { waitAfter } from "./queue/back-off.ts";
import { isWanted, mayRun, nextToRun, type Queued } from "./queue/next-to-run.ts";
import { isNight } from "./queue/night-window.ts";
import { nextWake, readQueued, tallyOf } from "./queue/queued.ts";

/** What the engine needs of the outer world. */
export interface EngineDesk {
  readonly inbox: Inbox;
  readonly queue: DownloadQueue;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Sends an order to the worker; its reports come back through `hear`. */
  readonly order: (order: v.InferInput<typeof workerOrderSchema>) => void;
  /** How many bytes the disk still has, looked for up to `bound`. */
  readonly measureFree: (bound: number) => Promise<number>;
  /** Playing time of a held file in seconds, where it can be told, and a picture out of it, kept. */
  readonly lookInto: (
    file: MediaFile,
  ) => Promise<{ readonly seconds?: number; readonly cover?: MediaFile }>;
  /**
   * Called with a row whose file is held and looked into: into the library, or it waits in the inbox; and with
   * one of which only the link remains.
   */
  readonly settle: (clip: Clip) => Promise<void>;
  /** Sets or removes the request rule that sends a Referer to a file's host. */
  readonly setReferer: (action: "add" | "remove", clip: Clip) => Promise<void>;
  /** Lets fragments that are on their way come to the disk, and no new ones be asked for. */
  readonly drain: () => Promise<void>;
  /** Told after every look how the queue stands and when it is to be looked at again. */
  readonly tell: (tally: QueueTally) => void;
}

/** The one engine of a profile: fetches the files of all rows that wait, a few at a time. */
export interface DownloadEngine {
  /** Looks at the queue: begins, stops and goes on as it says now. */
  look(): Promise<void>;
  /** Stops a download for good; the row says so already. */
  cancel(id: string): Promise<void>;
  hear(report: WorkerReport): Promise<void>;
  /** Whether nothing is being fetched. */
  idle(): boolean;
  /** Comes to rest: what runs stops where it can go on, and nothing begins until `goOn`. */
  rest(): Promise<void>;
  goOn(): Promise<void>;
}

/**
 * How a file is asked for. Some portals serve films only to their own pages: then the page the person was
 * on is named, and where that is not enough, an open tab of it asks itself.
 */
type Way = "plain" | "referer" | "by-page";

const NEXT_WAY: Readonly<Record<Way, Way | undefined>> = {
  plain: "referer",
  referer: "by-page",
  "by-page": undefined,
};

interface Run {
  readonly way: Way;
  received: number;
  /** Its file is there and being put away: nothing stops it any more. */
  isOver: boolean;
}

/** A film that nobody can keep is a link to where it plays; one that comes after all is a film again. */
const withoutFilm = (clip: Clip): Clip =>
  isLinkOnly(clip.file) ? { ...clip, kind: "link" } : clip;

const kindOfFilm = ({ mime }: MediaFile): Clip["kind"] =>
  mime.startsWith("audio/") ? "audio" : mime.startsWith("video/") ? "video" : "document";

/** After so many bytes the disk is asked again whether it has its reserve. */
const MEASURE_EVERY = 256 * 1024 * 1024;

/** Makes the engine; whoever calls it holds the engine's lock. */
export const makeDownloadEngine = (desk: EngineDesk): DownloadEngine => {
  const { inbox, queue } = desk;
  const running = new Map<string, Run>();
  let looking: Promise<void> = Promise.resolve();
  let unmeasured = 0;
  let isResting = false;
  /** Called when a run has ended. */
  let onLetGo: () => void = () => undefined;
  /** What ended since the queue last stood still; `undefined` while it does. */
  let stretch: { held: number; failed: number } | undefined;

  const begin = async (clip: Clip, way: Way, reserve: number): Promise<void> => {
    if (clip.fileUrl == null) return;
    running.set(clip.id, { way, received: 0, isOver: false });
    const note = v.safeParse(resumePointSchema, await inbox.readDownloadNote(clip.id));
    const resume = note.success ? note.output : null;
    let reached: QueueRow["reached"];
    await queue.change(clip.id, (row) => {
      reached = row.reached;
      return {
        ...row,
        // A person who wants it again begins the counting anew.
        tries: clip.file.state === "waiting" ? 0 : row.tries,
        notBefore: null,
        asked: null,
      };
    });
    // How much it is in all is known from before, until the first report says it anew.
    await inbox.update(clip.id, (row) => ({
      ...row,
      file: {
        state: "downloading",
        received: resume?.safe ?? (reached?.part == null ? 0 : reached.received),
        total: resume?.total ?? reached?.total,
        part: reached?.part,
      },
    }));
    const order: FetchOrder = {
      type: "fetch",
      id: clip.id,
      url: clip.fileUrl,
      title: clip.title,
      kind: clip.kind,
      resume,
      reserve,
      ...(way === "by-page" ? { byPage: true } : {}),
      ...(clip.lesson == null ? {} : { unplayable: true }),
    };
    desk.order(order);
  };

  const letGo = async (id: string): Promise<void> => {
    const run = running.get(id);
    running.delete(id);
    onLetGo();
    if (run?.way !== "referer") return;
    const clip = await inbox.get(id);
    if (clip !== undefined) await desk.setReferer("remove", clip);
  };

  /** Stops a download so that it can go on where it is. */
  const halt = async (id: string): Promise<void> => {
    if (running.get(id)?.isOver === true) return;
    desk.order({ type: "stop", id, keep: true });
    await letGo(id);
    const file = (await inbox.get(id))?.file;
    if (file?.state !== "downloading") return;
    const { received, total, part } = file;
    const reached = { received, total, part };
    await queue.change(id, (row) => ({ ...row, reached }));
    await inbox.update(id, (row) =>
      row.file.state === "downloading" ? { ...row, file: { state: "waiting" } } : row,
    );
  };

  /** Whether the disk has what downloads must leave free; where not, they stand still and say so. */
  const hasReserve = async (settings: QueueSettings, now: Instant): Promise<boolean> => {
    unmeasured = 0;
    const free = settings.reserve === 0 ? 0 : await desk.measureFree(settings.reserve);
    const isFull = free < settings.reserve;
    await queue.writeHold(isFull ? { free, at: now } : null);
    return !isFull;
  };

  const tell = (
    queued: readonly Queued[],
    settings: QueueSettings,
    isDiskFull: boolean,
    now: Instant,
  ): void => {
    const tally = tallyOf(queued);
    const wakeAt = nextWake(queued, settings, isDiskFull, now);
    if (tally.active > 0) stretch ??= { held: 0, failed: 0 };
    const ended = tally.active === 0 && running.size === 0 ? stretch : undefined;
    if (ended !== undefined) stretch = undefined;
    desk.tell({
      type: "dianbo-queue",
      ...tally,
      wakeAt,
      ...(ended === undefined ? {} : { ended: { ...ended, notify: settings.notify } }),
    });
  };

  const lookNow = async (): Promise<void> => {
    const now = desk.clock.now();
    const queued = await readQueued(inbox, queue, now);
    const settings = await queue.settings();
    const goes = mayRun(settings, now) && !isResting;
    const paused = new Set<string>(queued.flatMap(({ row }) => (row.paused ? [row.id] : [])));
    const known = new Set<string>(queued.map(({ row }) => row.id));
    for (const id of [...running.keys()]) {
      if (!goes || paused.has(id) || !known.has(id)) await halt(id);
    }
    const next = goes ? nextToRun(queued, new Set(running.keys()), settings, now) : [];
    const isMeasured = next.length > 0 || (running.size > 0 && unmeasured > MEASURE_EVERY);
    const isDiskFull = isMeasured && !(await hasReserve(settings, now));
    if (isDiskFull) for (const id of [...running.keys()]) await halt(id);
    else for (const { clip } of next) await begin(clip, "plain", settings.reserve);
    const isDone = !queued.some((one) => isWanted(one) && !one.row.paused);
    const night = { from: settings.nightFrom, to: settings.nightTo };
    // By night was meant for what waited then; what is taken tomorrow comes at once.
    if (settings.nightOnly && isDone && isNight(now, night)) {
      await queue.changeSettings({ nightOnly: false });
    }
    tell(queued, settings, isDiskFull, now);
  };
  const look = (): Promise<void> => {
    looking = looking.then(lookNow, lookNow);
    return looking;
  };

  const hold = async (id: string, file: MediaFile, lengthUnsaid: boolean): Promise<void> => {
    const { seconds, cover } = await desk.lookInto(file);
    await inbox.writeDownloadNote(id, null);
    const kept = await inbox.update(id, (row) => ({
      ...row,
      cover: row.cover ?? cover ?? null,
      kind: row.kind === "link" ? kindOfFilm(file) : row.kind,
      file: {
        state: "held",
        file: seconds === undefined ? file : { ...file, seconds },
        ...(lengthUnsaid ? { note: "length-unsaid" } : {}),
      },
    }));
    if (!kept.ok) return;
    const heldAt = desk.clock.now();
    const { category } = kept.value;
    const minutes = seconds === undefined ? null : minutesOfSeconds(seconds);
    await queue.change(id, (row) => ({
      ...row,
      heldAt,
      size: file.size,
      category: category ?? row.category,
      minutes: row.minutes ?? minutes,
    }));
    await desk.settle(kept.value);
  };

  /** Notes when a failed download is tried again by itself, if at all. */
  const planNext = async (report: Extract<WorkerReport, { type: "failed" }>): Promise<void> => {
    const asked = report.retryAfter === undefined ? undefined : Math.ceil(report.retryAfter / 1000);
    const file = (await inbox.get(report.id))?.file;
    const now = desk.clock.now();
    const part = file?.state === "downloading" ? file.part : undefined;
    await queue.change(report.id, (before) => {
      const { reason, status, received, total } = report;
      const row = { ...before, reached: received > 0 ? { received, total, part } : null };
      const wait = waitAfter({ reason, status, asked, tries: row.tries }, desk.random);
      if (wait === undefined) return { ...row, tries: 0, notBefore: null, asked: asked ?? null };
      const at = v.parse(instantSchema, Math.min(LATEST_INSTANT, now + wait));
      return { ...row, tries: row.tries + 1, notBefore: at, asked: asked ?? null };
    });
  };

  const fail = async (report: Extract<WorkerReport, { type: "failed" }>): Promise<boolean> => {
    const run = running.get(report.id);
    const clip = await inbox.get(report.id);
    const way = run === undefined ? undefined : NEXT_WAY[run.way];
    if (report.status === 403 && way !== undefined && clip !== undefined) {
      await desk.setReferer(way === "referer" ? "add" : "remove", clip);
      await begin(clip, way, (await queue.settings()).reserve);
      return false;
    }
    await planNext(report);
    const failed = await inbox.update(report.id, (row) =>
      row.file.state === "held"
        ? row
        : withoutFilm({
            ...row,
            file: {
              state: "failed",
              reason: report.reason,
              received: report.received,
              ...(report.total === undefined ? {} : { total: report.total }),
              ...(row.file.state === "downloading" && row.file.part != null
                ? { part: row.file.part }
                : {}),
              status: report.status,
              ...(report.missing === undefined ? {} : { missing: report.missing }),
              ...(report.by === undefined ? {} : { by: report.by.slice(0, 100) }),
            },
          }),
    );
    if (failed.ok && isLinkOnly(failed.value.file)) await desk.settle(failed.value);
    return true;
  };

  const progress = async (report: Extract<WorkerReport, { type: "progress" }>): Promise<void> => {
    if (report.resume !== null) await inbox.writeDownloadNote(report.id, report.resume);
    await inbox.update(report.id, (row) =>
      row.file.state === "downloading"
        ? {
            ...row,
            file: {
              state: "downloading",
              received: report.received,
              total: report.total,
              ...(report.part === undefined ? {} : { part: report.part }),
              ...(report.note === undefined ? {} : { note: report.note }),
            },
          }
        : row,
    );
    const run = running.get(report.id);
    if (run === undefined) return;
    unmeasured += Math.max(0, report.received - run.received);
    run.received = report.received;
    if (unmeasured > MEASURE_EVERY) await look();
  };

  return {
    look,
    cancel: async (id) => {
      desk.order({ type: "stop", id, keep: false });
      await letGo(id);
      await queue.change(id, (row) => ({ ...row, notBefore: null, tries: 0, reached: null }));
      await look();
    },
    idle: () => running.size === 0,
    rest: async () => {
      isResting = true;
      await desk.drain();
      await look();
      // What is there and being put away is seen to its end.
      while (running.size > 0) {
        await new Promise<void>((resolve) => {
          onLetGo = resolve;
        });
      }
    },
    goOn: async () => {
      if (!isResting) return;
      isResting = false;
      await look();
    },
    hear: async (report) => {
      switch (report.type) {
        case "progress":
          await progress(report);
          return;
        case "held": {
          const run = running.get(report.id);
          if (run !== undefined) run.isOver = true;
          try {
            await hold(report.id, report.file, report.lengthUnsaid === true);
          } finally {
            if (stretch !== undefined) stretch.held += 1;
            await letGo(report.id);
            await look();
          }
          return;
        }
        case "failed":
          // Whoever stopped it has seen to the rest.
          if (report.reason === "cancelled" || !running.has(report.id)) return;
          if (!(await fail(report))) return;
          if (stretch !== undefined) stretch.failed += 1;
          await letGo(report.id);
          await look();
          return;
        case "free":
        case "settled":
          return;
      }
    },
  };
};
