import type { Clip } from "@dianbo/shared/clip";
import type { MediaFile } from "@dianbo/shared/courseware";
import * as v from "valibot";
import type { Inbox } from "../inbox/index.ts";
import {
  type FetchOrder,
  resumePointSchema,
  type WorkerReport,
  type workerOrderSchema,
} from "./messages.ts";

/** What the engine needs of the outer world. */
export interface EngineDesk {
  readonly inbox: Inbox;
  /** Sends an order to the worker; its reports come back through `hear`. */
  readonly order: (order: v.InferInput<typeof workerOrderSchema>) => void;
  /** Playing time of a held file in seconds, where the browser can tell. */
  readonly measureSeconds: (file: MediaFile) => Promise<number | undefined>;
  /** Called with a row whose file is held and measured: into the library, or it waits in the inbox. */
  readonly settle: (clip: Clip) => Promise<void>;
  /** Sets or removes the request rule that sends a Referer to a file's host. */
  readonly setReferer: (action: "add" | "remove", clip: Clip) => Promise<void>;
}

/** The one engine of a profile: fetches the files of all rows that wait, a few at a time. */
export interface DownloadEngine {
  /** Looks for rows that wait; rows that an earlier engine left half fetched go on. */
  look(): Promise<void>;
  cancel(id: string): void;
  hear(report: WorkerReport): Promise<void>;
  /** Whether nothing is being fetched. */
  idle(): boolean;
}

const AT_ONCE = 2;

/** Makes the engine; whoever calls it holds the engine's lock. */
export const makeDownloadEngine = (desk: EngineDesk): DownloadEngine => {
  const running = new Map<string, { readonly referer: boolean }>();
  let looking: Promise<void> = Promise.resolve();

  const begin = async (clip: Clip, referer: boolean): Promise<void> => {
    if (clip.fileUrl == null) return;
    running.set(clip.id, { referer });
    const note = v.safeParse(resumePointSchema, await desk.inbox.readDownloadNote(clip.id));
    const resume = note.success ? note.output : null;
    await desk.inbox.update(clip.id, (row) => ({
      ...row,
      file: { state: "downloading", received: resume?.safe ?? 0 },
    }));
    const order: FetchOrder = {
      type: "fetch",
      id: clip.id,
      url: clip.fileUrl,
      title: clip.title,
      kind: clip.kind,
      resume,
    };
    desk.order(order);
  };

  const wants = (clip: Clip): boolean =>
    clip.fileUrl != null &&
    !running.has(clip.id) &&
    (clip.file.state === "waiting" || clip.file.state === "downloading");

  const lookNow = async (): Promise<void> => {
    const rows = await desk.inbox.all();
    // The oldest clip first: what was saved first is watched for first.
    for (const row of [...rows].reverse()) {
      if (running.size >= AT_ONCE) return;
      if (row.type === "clip" && wants(row.clip)) await begin(row.clip, false);
    }
  };
  const look = (): Promise<void> => {
    looking = looking.then(lookNow, lookNow);
    return looking;
  };

  const ended = async (id: string): Promise<void> => {
    const run = running.get(id);
    if (run?.referer === true) {
      const clip = await desk.inbox.get(id);
      if (clip !== undefined) await desk.setReferer("remove", clip);
    }
    running.delete(id);
    await look();
  };

  const hold = async (id: string, file: MediaFile, lengthUnsaid: boolean): Promise<void> => {
    const seconds = await desk.measureSeconds(file);
    await desk.inbox.writeDownloadNote(id, null);
    const kept = await desk.inbox.update(id, (row) => ({
      ...row,
      file: {
        state: "held",
        file: seconds === undefined ? file : { ...file, seconds },
        ...(lengthUnsaid ? { note: "length-unsaid" } : {}),
      },
    }));
    if (kept.ok) await desk.settle(kept.value);
  };

  const fail = async (report: Extract<WorkerReport, { type: "failed" }>): Promise<boolean> => {
    const run = running.get(report.id);
    const clip = await desk.inbox.get(report.id);
    if (report.status === 403 && run?.referer === false && clip !== undefined) {
      // Some portals serve films only to their own pages; the page the person was on is named then.
      await desk.setReferer("add", clip);
      await begin(clip, true);
      return false;
    }
    await desk.inbox.update(report.id, (row) =>
      // A row that was cancelled and begun again meanwhile waits for its new turn.
      row.file.state === "held" || (row.file.state === "waiting" && report.reason === "cancelled")
        ? row
        : {
            ...row,
            file: {
              state: "failed",
              reason: report.reason,
              received: report.received,
              ...(report.total === undefined ? {} : { total: report.total }),
              status: report.status,
              ...(report.missing === undefined ? {} : { missing: report.missing }),
              ...(report.by === undefined ? {} : { by: report.by.slice(0, 100) }),
            },
          },
    );
    return true;
  };

  return {
    look,
    cancel: (id) => desk.order({ type: "stop", id }),
    idle: () => running.size === 0,
    hear: async (report) => {
      switch (report.type) {
        case "progress":
          if (report.resume !== null) await desk.inbox.writeDownloadNote(report.id, report.resume);
          await desk.inbox.update(report.id, (row) =>
            row.file.state === "downloading"
              ? {
                  ...row,
                  file: {
                    state: "downloading",
                    received: report.received,
                    total: report.total,
                    ...(report.note === undefined ? {} : { note: report.note }),
                  },
                }
              : row,
          );
          return;
        case "held":
          try {
            await hold(report.id, report.file, report.lengthUnsaid === true);
          } finally {
            await ended(report.id);
          }
          return;
        case "failed":
          if (await fail(report)) await ended(report.id);
      }
    },
  };
};
