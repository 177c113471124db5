import * as v from "valibot";
import {
  type ByPageRequest,
  type ReaderWord,
  type WorkerFrame,
  workerFrameSchema,
} from "./page-messages.ts";

/** Answers that carry no body; `Response` refuses one for them. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

const aborted = (): DOMException => new DOMException("stopped", "AbortError");

const headersOf = (init: RequestInit): Record<string, string> =>
  Object.fromEntries(new Headers(init.headers));

/** The bytes behind a head, each piece asked for when the one before has been read. */
const bodyOver = (
  port: MessagePort,
  signal: AbortSignal | null | undefined,
  next: () => Promise<WorkerFrame>,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  const say = (word: ReaderWord): void => port.postMessage(word);
  const stop = (): void => {
    say("stop");
    port.close();
  };
  return new ReadableStream({
    start: (stream) => {
      signal?.addEventListener("abort", () => {
        stop();
        stream.error(aborted());
      });
    },
    pull: async (stream) => {
      say("more");
      const frame = await next();
      if (signal?.aborted === true) return;
      if (frame.type === "bytes") stream.enqueue(frame.bytes);
      else if (frame.type === "end") stream.close();
      else stream.error(new TypeError("the page broke off"));
    },
    cancel: stop,
  });
};

/** Frames in the order in which they come, to be waited for one by one. */
const framesOf = (port: MessagePort): (() => Promise<WorkerFrame>) => {
  const come: WorkerFrame[] = [];
  let waits: ((frame: WorkerFrame) => void) | undefined;
  port.onmessage = (event: MessageEvent<unknown>) => {
    const parsed = v.safeParse(workerFrameSchema, event.data);
    const frame: WorkerFrame = parsed.success ? parsed.output : { type: "broken" };
    if (waits === undefined) come.push(frame);
    else {
      waits(frame);
      waits = undefined;
    }
  };
  return () => {
    const first = come.shift();
    if (first !== undefined) return Promise.resolve(first);
    return new Promise((resolve) => {
      waits = resolve;
    });
  };
};

/**
 * `fetch` as an open tab of a clip's page does it, in a worker: with that page's origin and cookies. Where
 * no tab can be asked, or the page may not read it either, the answer is 403, as it was without. Only headers and the signal of `init` count.
 */
export const fetchByPage =
  (id: string, post: (request: ByPageRequest, port: MessagePort) => void) =>
  async (url: string, init: RequestInit): Promise<Response> => {
    const { signal } = init;
    if (signal?.aborted === true) throw aborted();
    const { port1, port2 } = new MessageChannel();
    const next = framesOf(port1);
    const stopped = new Promise<never>((_, reject) => {
      signal?.addEventListener("abort", () => {
        const stop: ReaderWord = "stop";
        port1.postMessage(stop);
        reject(aborted());
      });
    });
    stopped.catch(() => undefined);
    post({ type: "fetch-by-page", id, url, headers: headersOf(init) }, port2);
    const first = await Promise.race([next(), stopped]);
    switch (first.type) {
      case "no-page":
      case "broken":
        return new Response(null, { status: 403 });
      case "head": {
        const body = BODILESS.has(first.status) ? null : bodyOver(port1, signal, next);
        const response = new Response(body, { status: first.status, headers: first.headers });
        // A made answer has no address of its own; what relative addresses count from is the page's.
        return Object.defineProperty(response, "url", { value: first.url });
      }
      case "bytes":
      case "end":
        throw new TypeError("the page did not answer");
    }
  };
