import { type FetchDesk, type Sink, Stopped } from "./fetch-desk.ts";
import type { FetchOrder, ResumePoint, WorkerReport } from "./messages.ts";

/** What a row says beside its bar; see the clip's `note`. */
export type Note = Extract<WorkerReport, { type: "progress" }>["note"];

const lengthOf = (response: Response): number | null => {
  // The length of a packed answer says nothing about the bytes that come out.
  if (response.headers.get("content-encoding") !== null) return null;
  const length = Number(response.headers.get("content-length") ?? Number.NaN);
  return Number.isInteger(length) && length >= 0 ? length : null;
};

const rangeStart = (response: Response): { start: number; total: number | null } | undefined => {
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/u.exec(response.headers.get("content-range") ?? "");
  if (range === null) return undefined;
  return { start: Number(range[1]), total: range[2] === "*" ? null : Number(range[2]) };
};

/** By what the server knows again whether the file is still the same, if it can go on in the middle. */
export const validatorOf = (response: Response): string | undefined => {
  if (response.headers.get("accept-ranges") === "none") return undefined;
  const etag = response.headers.get("etag");
  if (etag !== null && !etag.startsWith("W/")) return etag;
  return response.headers.get("last-modified") ?? undefined;
};

/** Milliseconds that the server asks to be left alone; undefined where it does not say. */
const retryAfterOf = (said: string | null, now: number): number | undefined => {
  if (said === null) return undefined;
  const seconds = Number(said);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
};

/** With no byte for so long a connection is taken for dead: village lines drop without a word. */
const STALLED_MS = 30_000;

const orStalled = async <T>(work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Stopped("stalled")), STALLED_MS);
  });
  try {
    return await Promise.race([work, stalled]);
  } finally {
    clearTimeout(timer);
  }
};

/** Why no answer could be read: a page without permission may still knock and see that somebody is there. */
const whyUnread = async (
  order: FetchOrder,
  desk: FetchDesk,
  signal: AbortSignal,
): Promise<Stopped> => {
  const looked = await desk
    .fetch(order.url, {
      method: "HEAD",
      redirect: "manual",
      credentials: "include",
      signal,
      cache: "no-store",
    })
    .catch(() => undefined);
  // The host itself may be read, but it sends us to one that may not.
  if (looked?.type === "opaqueredirect") return new Stopped("redirected");
  // It had hung up once and answers now: the next try will see.
  if (looked !== undefined) return new Stopped("network");
  const reached = await desk
    .fetch(order.url, { method: "HEAD", mode: "no-cors", signal, cache: "no-store" })
    .then(
      () => true,
      () => false,
    );
  return new Stopped(reached ? "no-permission" : "network");
};

const ask = async (
  order: FetchOrder,
  desk: FetchDesk,
  resume: ResumePoint | null,
  signal: AbortSignal,
): Promise<Response> => {
  const headers: Record<string, string> =
    resume === null ? {} : { range: `bytes=${resume.safe}-`, "if-range": resume.validator };
  const opened = new AbortController();
  const stop = (): void => opened.abort();
  signal.addEventListener("abort", stop);
  try {
    return await orStalled(
      desk.fetch(order.url, {
        headers,
        signal: opened.signal,
        credentials: "include",
        cache: "no-store",
      }),
    );
  } catch (error) {
    if (signal.aborted) throw new Stopped("cancelled");
    if (error instanceof Stopped) {
      opened.abort();
      throw error;
    }
    throw await whyUnread(order, desk, signal);
  }
};

const refusal = ({ status, headers }: Response, desk: FetchDesk): Stopped => {
  const retryAfter = retryAfterOf(headers.get("retry-after"), desk.now());
  const busy = status === 429 || (status === 503 && retryAfter !== undefined);
  return new Stopped(busy ? "busy" : "refused", status, { retryAfter, keeps: true });
};

/** An answer that can be written down. */
export interface OpenAnswer {
  readonly response: Response;
  /** Where its first byte belongs. */
  readonly at: number;
  /** Bytes of the whole file as promised; null where nothing was. */
  readonly total: number | null;
  /** Why it begins anew although something was held. */
  readonly note: Note;
}

/** Whether a part belongs to the file of which the first `resume.safe` bytes are held. */
const goesOn = (response: Response, resume: ResumePoint): number | null | undefined => {
  const range = rangeStart(response);
  if (range?.start !== resume.safe) return undefined;
  if (resume.total !== undefined && range.total !== null && range.total !== resume.total) {
    return undefined;
  }
  // A server that takes no notice of If-Range still names what it sends.
  const now = validatorOf(response);
  return now === undefined || now === resume.validator ? range.total : undefined;
};

/** Opens the answer: from where an earlier run stopped if the server still has the same file. */
export const openAnswer = async (
  order: FetchOrder,
  desk: FetchDesk,
  sink: Sink,
  resume: ResumePoint | null,
  signal: AbortSignal,
): Promise<OpenAnswer> => {
  let response = await ask(order, desk, resume, signal);
  if (resume !== null && response.status === 206) {
    const total = goesOn(response, resume);
    if (total !== undefined) return { response, at: resume.safe, total, note: undefined };
  }
  if (resume !== null && (response.status === 206 || response.status === 416)) {
    await response.body?.cancel();
    const all = /^bytes \*\/(\d+)$/u.exec(response.headers.get("content-range") ?? "")?.[1];
    if (response.status === 416 && Number(all) === resume.safe) {
      return { response: new Response(null), at: resume.safe, total: resume.safe, note: undefined };
    }
    response = await ask(order, desk, null, signal);
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw refusal(response, desk);
  }
  if (resume !== null && /^text\/html\b/iu.test(response.headers.get("content-type") ?? "")) {
    // A session that ran out in the middle: what came before it is still good.
    await response.body?.cancel();
    throw new Stopped("login-page", response.status, { keeps: true });
  }
  sink.truncate(0);
  const same = resume !== null && validatorOf(response) === resume.validator;
  const restart: Note = same ? "from-start" : "changed";
  return {
    response,
    at: 0,
    total: lengthOf(response),
    note: resume === null ? undefined : restart,
  };
};

/**
 * So many bytes are taken out of an answer before anybody asks for them. A connection that breaks throws away
 * what the browser still holds: an answer that is read only after the earlier bytes were looked through
 * would bring nothing, however often it is asked for.
 */
const AHEAD = 4 * 1024 * 1024;

/** So often within `STALLED_MS` one looks whether bytes still come. */
const LOOKS = 6;

/**
 * Watches over the reads of one answer: `stalled` is called once where one of them waits for bytes for
 * `STALLED_MS`. One clock for all of them: one for each piece of a film costs a sixth of its whole time.
 */
const watchForStall = (
  stalled: () => void,
): { readonly waits: (isReading: boolean) => void; readonly end: () => void } => {
  let isWaiting = false;
  let quiet = 0;
  const looking = setInterval(() => {
    quiet = isWaiting ? quiet + 1 : 0;
    if (quiet > LOOKS) stalled();
  }, STALLED_MS / LOOKS);
  return {
    waits: (isReading) => {
      isWaiting = isReading;
      quiet = 0;
    },
    end: () => clearInterval(looking),
  };
};

/** What an answer brings. */
export interface AnswerBody {
  /** The bytes as they come, once; ends by `Stopped` when they stop coming. */
  bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** No more of it is wanted. */
  close(): Promise<void>;
}

/** Begins to read an answer at once. */
export const openBody = (response: Response, signal: AbortSignal): AnswerBody => {
  const reader = response.body?.getReader();
  const early: Uint8Array<ArrayBuffer>[] = [];
  let isAskedFor = false;
  let isStalled = false;
  const watch = watchForStall(() => {
    isStalled = true;
    // A read that waits ends by this.
    void reader?.cancel().catch(() => undefined);
  });
  const read = async (): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    if (reader === undefined) return undefined;
    watch.waits(true);
    const next = await reader.read().catch(() => undefined);
    watch.waits(false);
    if (next?.done === false) return next.value;
    watch.end();
    if (isStalled) throw new Stopped("stalled");
    if (signal.aborted) throw new Stopped("cancelled");
    if (next === undefined) throw new Stopped("cut-short", response.status);
    return undefined;
  };
  const readAhead = async (): Promise<"more" | "all" | { readonly stopped: unknown }> => {
    try {
      for (let held = 0; !isAskedFor && held < AHEAD; held += early.at(-1)?.length ?? 0) {
        const bytes = await read();
        if (bytes === undefined) return "all";
        early.push(bytes);
      }
      return "more";
    } catch (stopped) {
      return { stopped };
    }
  };
  const ahead = readAhead();
  return {
    async *bytes() {
      isAskedFor = true;
      for (let bytes = early.shift(); bytes !== undefined; bytes = early.shift()) yield bytes;
      const end = await ahead;
      for (let bytes = early.shift(); bytes !== undefined; bytes = early.shift()) yield bytes;
      if (end === "all") return;
      if (end !== "more") throw end.stopped;
      for (let bytes = await read(); bytes !== undefined; bytes = await read()) yield bytes;
    },
    close: async () => {
      watch.end();
      await reader?.cancel().catch(() => undefined);
    },
  };
};
