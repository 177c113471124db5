/** The worker that puts lessons together as MP4 while their fragments still come, and gives the film its name. */
import { isDiskFull, keepUnderHash, openIncoming } from "@dianbo/pwa/storage/worker-files";
import { type MediaFile, mediaHashSchema } from "@dianbo/shared/courseware";
import { createSHA256 } from "hash-wasm";
import * as v from "valibot";
import { coverFileName, filmFileName } from "../incoming-name.ts";
import { filmSeconds } from "./film-seconds.ts";
import { LessonStopped } from "./lesson-desk.ts";
import {
  type filmSeenSchema,
  fragmentAnswerSchema,
  type LessonReport,
  type RemuxOrder,
  remuxOrderSchema,
} from "./lesson-messages.ts";
import { lookIntoFilm } from "./look-into-film.ts";
import { remuxLesson } from "./remux-lesson.ts";

const report = (message: LessonReport): void => self.postMessage(message);

type Incoming = Awaited<ReturnType<typeof openIncoming>>;
type Remux = Extract<RemuxOrder, { type: "remux" }>;

const stops = new Map<string, AbortController>();
const READ = 4 * 1024 * 1024;

const hashOf = async (film: Incoming): Promise<string> => {
  const sha = await createSHA256();
  const buffer = new Uint8Array(READ);
  for (let at = 0; ; ) {
    const count = film.read(buffer, at);
    if (count === 0) return sha.digest("hex");
    sha.update(buffer.subarray(0, count));
    at += count;
  }
};

/** Asks the other worker for fragments, each answered once it is there. */
const askThrough = (
  port: MessagePort,
): {
  readonly lesson: Promise<readonly string[]>;
  fragment(number: number): Promise<ArrayBuffer>;
} => {
  const waiting = new Map<number, ((bytes: ArrayBuffer) => void)[]>();
  const lesson = new Promise<readonly string[]>((resolve) => {
    port.onmessage = (event: MessageEvent<unknown>) => {
      const answer = v.safeParse(fragmentAnswerSchema, event.data);
      if (!answer.success) return;
      if (answer.output.type === "lesson") {
        resolve(answer.output.playlists);
        return;
      }
      const { number, bytes } = answer.output;
      const callers = waiting.get(number) ?? [];
      waiting.delete(number);
      for (const give of callers) give(bytes);
    };
  });
  return {
    lesson,
    fragment: (number) =>
      new Promise((resolve) => {
        const callers = waiting.get(number);
        if (callers !== undefined) {
          callers.push(resolve);
          return;
        }
        waiting.set(number, [resolve]);
        port.postMessage({ number });
      }),
  };
};

const remux = async (order: Remux, port: MessagePort, signal: AbortSignal): Promise<void> => {
  const asked = askThrough(port);
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new LessonStopped("cancelled")));
  });
  let film: Incoming | undefined;
  try {
    const playlists = await Promise.race([asked.lesson, stopped]);
    const target = await openIncoming(filmFileName(order.id), 0);
    film = target;
    const made = remuxLesson({
      playlists,
      fragment: asked.fragment,
      write: (bytes, at) => target.write(bytes, at),
      madeAt: order.clippedAt,
      heardCodecs: (codecs) => report({ type: "codec", id: order.id, codecs }),
      signal,
    });
    await Promise.race([made, stopped]);
    target.flush();
    const size = target.size();
    const seconds = await filmSeconds(target);
    const hash = v.parse(mediaHashSchema, await hashOf(target));
    await keepUnderHash(target, hash);
    report({
      type: "held",
      id: order.id,
      file: { hash, size, mime: "video/mp4", name: order.name, ...seconds },
    });
  } catch (error) {
    await film?.discard();
    // Whoever stopped it knows why.
    if (signal.aborted) return;
    const reason =
      error instanceof LessonStopped
        ? error.reason
        : isDiskFull(error)
          ? "disk-full"
          : "wrong-type";
    report({ type: "failed", id: order.id, reason, received: 0, status: null });
  }
};

/** Keeps a film's picture as the media store keeps pictures. */
const keepCover = async (picture: Blob): Promise<MediaFile> => {
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const sha = await createSHA256();
  sha.update(bytes);
  const hash = v.parse(mediaHashSchema, sha.digest("hex"));
  const incoming = await openIncoming(coverFileName(hash), 0);
  incoming.write(bytes, 0);
  incoming.flush();
  await keepUnderHash(incoming, hash);
  return { hash, size: bytes.length, mime: picture.type, name: "cover" };
};

const lookInto = async (key: string, film: Blob): Promise<void> => {
  const { seconds, cover } = await lookIntoFilm(film);
  // A disk that is full has no room for a cover either; the film is there.
  const kept = cover === undefined ? undefined : await keepCover(cover).catch(() => undefined);
  const seen: v.InferInput<typeof filmSeenSchema> = {
    type: "seen",
    key,
    ...(seconds === undefined ? {} : { seconds }),
    ...(kept === undefined ? {} : { cover: kept }),
  };
  self.postMessage(seen);
};

self.addEventListener("message", (event: MessageEvent<unknown>) => {
  const order = v.safeParse(remuxOrderSchema, event.data);
  if (!order.success) return;
  if (order.output.type === "look-into") {
    void lookInto(order.output.key, order.output.film);
    return;
  }
  const { id } = order.output;
  stops.get(id)?.abort();
  if (order.output.type === "stop") return;
  const [port] = event.ports;
  if (port === undefined) return;
  const stop = new AbortController();
  stops.set(id, stop);
  void remux(order.output, port, stop.signal);
});
