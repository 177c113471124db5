import type { Clip } from "@dianbo/shared/clip";
import type { MediaFile } from "@dianbo/shared/courseware";
import * as v from "valibot";
import type { WorkerReport } from "../messages.ts";
import {
  filmSeenSchema,
  type LessonOrder,
  lessonReportSchema,
  type RemuxOrder,
} from "./lesson-messages.ts";

/** What the host of lessons needs of the engine's page. */
export interface LessonTools {
  readonly startFetcher: () => Worker;
  readonly startRemuxer: () => Worker;
  /** The row of a lesson as it is now. */
  readonly clipOf: (id: string) => Promise<Clip | undefined>;
  /** Lets requests to an address name a page, or no more. */
  readonly setReferer: (action: "add" | "remove", url: string, referer: string) => Promise<unknown>;
  /** The most pixels of a picture's height, as the site wants it. */
  readonly mostHeight: () => Promise<number>;
  readonly canPlay: (codecs: string) => Promise<boolean>;
  /** What stands behind the name of a film that is kept with gaps, in the person's language. */
  readonly incompleteMark: string;
  /** Reports as the worker of plain files does. */
  readonly report: (report: WorkerReport) => void;
}

/** Fetches lessons (HLS) and puts them together, each in a worker of its own, both at the same time. */
export interface LessonHost {
  fetch(id: string): Promise<void>;
  /** Stops; what came goes, or is kept for a later run. */
  stop(id: string, keep: boolean): void;
  /** What a held film says of itself, and a picture out of it, kept; nothing where it takes too long. */
  lookInto(film: Blob): Promise<{ readonly seconds?: number; readonly cover?: MediaFile }>;
  /** Resolves once no lesson has a fragment on its way; none is asked for any more until the next `fetch`. */
  drain(): Promise<void>;
}

/** A fragment that takes longer to come is asked for again another time. */
const DRAIN_MS = 20_000;
/** A film that is not seen through by then is kept without a picture. */
const LOOK_MS = 15_000;

/** Whether an address is a lesson's playlist. */
export const isLesson = (url: string): boolean => /\.m3u8$/iu.test(url.replace(/[?#].*$/u, ""));

interface Running {
  readonly referer: string;
  readonly origins: Set<string>;
  readonly unplayable: boolean;
  /** One word about the end is enough; the workers may both have one. */
  ended: boolean;
  /** Nothing of it is on its way from the portal. */
  still: boolean;
}

const fileNameOf = (clip: Clip, mark: string): string => {
  const title = clip.title
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, " ")
    .trim()
    .slice(0, 100);
  return `${title}${mark}.mp4`;
};

/** Starts the two workers at the first lesson. */
export const openLessonHost = (tools: LessonTools): LessonHost => {
  const running = new Map<string, Running>();
  /** Called whenever a lesson has nothing on its way any more. */
  let onStill: () => void = () => undefined;
  const allStill = (): boolean => [...running.values()].every(({ still }) => still);
  let fetcher: Worker | undefined;
  let remuxer: Worker | undefined;
  let looks = 0;

  const orderFetcher = (order: LessonOrder, ...ports: MessagePort[]): void =>
    fetcher?.postMessage(order, ports);
  const orderRemuxer = (order: RemuxOrder, ...ports: MessagePort[]): void =>
    remuxer?.postMessage(order, ports);

  const end = (id: string, report: WorkerReport): void => {
    const run = running.get(id);
    if (run === undefined || run.ended) return;
    run.ended = true;
    running.delete(id);
    onStill();
    for (const origin of run.origins) void tools.setReferer("remove", `${origin}/`, run.referer);
    if (report.type === "held") {
      orderFetcher({ type: "finished", id });
    } else {
      orderRemuxer({ type: "stop", id });
      orderFetcher({
        type: "stop",
        id,
        keep: report.type === "failed" && report.reason !== "cancelled",
      });
    }
    tools.report(report);
  };

  const hear = async (data: unknown): Promise<void> => {
    const parsed = v.safeParse(lessonReportSchema, data);
    if (!parsed.success) return;
    const report = parsed.output;
    const { id } = report;
    const run = running.get(id);
    if (run === undefined) return;
    switch (report.type) {
      case "progress":
        tools.report({
          type: "progress",
          id,
          received: report.received,
          part: report.part,
          total: null,
          resume: null,
        });
        return;
      case "ask-referer":
        run.origins.add(report.origin);
        await tools.setReferer("add", `${report.origin}/`, run.referer);
        orderFetcher({ type: "referer-set", id, origin: report.origin });
        return;
      case "safe":
      case "rested":
        // All its fragments are on the disk, or those that were asked for; what is told of a lesson is its end.
        run.still = true;
        onStill();
        return;
      case "codec":
        if (run.unplayable || (await tools.canPlay(report.codecs))) return;
        end(id, { type: "failed", id, reason: "unplayable", received: 0, status: null });
        return;
      case "held":
        end(id, { type: "held", id, file: report.file });
        return;
      case "failed":
        end(id, report);
    }
  };

  const heard = (worker: Worker): Worker => {
    worker.addEventListener("message", (event: MessageEvent<unknown>) => void hear(event.data));
    return worker;
  };
  const startRemuxer = (): Worker => {
    remuxer ??= heard(tools.startRemuxer());
    return remuxer;
  };

  return {
    fetch: async (id) => {
      const clip = await tools.clipOf(id);
      if (clip?.fileUrl == null) return;
      startRemuxer();
      fetcher ??= heard(tools.startFetcher());
      const wish = clip.lesson ?? undefined;
      running.set(id, {
        referer: clip.source.url,
        origins: new Set(),
        // Whoever takes a film with its gaps takes it unplayable too.
        unplayable: wish !== undefined,
        ended: false,
        still: false,
      });
      const { port1, port2 } = new MessageChannel();
      orderRemuxer(
        {
          type: "remux",
          id,
          name: fileNameOf(clip, wish === "as-is" ? tools.incompleteMark : ""),
          clippedAt: clip.clippedAt,
        },
        port1,
      );
      orderFetcher(
        {
          type: "fetch",
          id,
          url: clip.fileUrl,
          asIs: wish === "as-is",
          unplayable: wish !== undefined,
          height: await tools.mostHeight(),
        },
        port2,
      );
    },
    lookInto: (film) =>
      new Promise((resolve) => {
        const worker = startRemuxer();
        looks += 1;
        const key = String(looks);
        const end = (seen: { readonly seconds?: number; readonly cover?: MediaFile }): void => {
          clearTimeout(timer);
          worker.removeEventListener("message", hearSeen);
          resolve(seen);
        };
        const hearSeen = (event: MessageEvent<unknown>): void => {
          const seen = v.safeParse(filmSeenSchema, event.data);
          if (!seen.success || seen.output.key !== key) return;
          const { seconds, cover } = seen.output;
          end({
            ...(seconds === undefined ? {} : { seconds }),
            ...(cover === undefined ? {} : { cover }),
          });
        };
        const timer = setTimeout(() => end({}), LOOK_MS);
        worker.addEventListener("message", hearSeen);
        orderRemuxer({ type: "look-into", key, film });
      }),
    drain: async () => {
      orderFetcher({ type: "rest" });
      const late = new Promise<void>((resolve) => setTimeout(resolve, DRAIN_MS));
      const still = new Promise<void>((resolve) => {
        onStill = () => {
          if (allStill()) resolve();
        };
        onStill();
      });
      await Promise.race([still, late]);
    },
    stop: (id, keep) => {
      if (keep) {
        running.delete(id);
        orderRemuxer({ type: "stop", id });
        orderFetcher({ type: "stop", id, keep });
        return;
      }
      if (running.has(id))
        end(id, { type: "failed", id, reason: "cancelled", received: 0, status: null });
      else orderFetcher({ type: "stop", id, keep });
    },
  };
};
