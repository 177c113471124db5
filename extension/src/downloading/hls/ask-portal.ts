import { sniffFile } from "@dianbo/shared/clip";
import { giveBack } from "../give-back.ts";
import type { AskDesk } from "./lesson-desk.ts";
import type { Piece } from "./playlist.ts";

/** With no byte for so long a connection is taken for dead and asked anew. */
const STALLED_MS = 15_000;
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 400;
/** A portal that wants more patience than this is asked another day. */
const MOST_PAUSE_MS = 60_000;

/** What a portal said to a request, after all tries. */
export type Answer =
  | { readonly type: "got"; readonly bytes: Uint8Array<ArrayBuffer>; readonly url: string }
  /** It has it no more, or not for us, or not at this address: 403, 404, 410 and their like. */
  | { readonly type: "refused"; readonly status: number }
  /** It begins to answer and does not end well, however often it is asked. */
  | { readonly type: "broken"; readonly status: number }
  | { readonly type: "login-page"; readonly status: number }
  /** Larger than anything that this could be. */
  | { readonly type: "too-large"; readonly status: number }
  | { readonly type: "network" }
  | { readonly type: "no-permission" };

type Try = Answer | { readonly type: "again"; readonly afterMs: number | undefined; last: Answer };

const retryAfter = (response: Response, now: number): number | undefined => {
  const said = response.headers.get("retry-after");
  if (said === null) return undefined;
  const seconds = Number(said);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - now;
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
};

/** The body up to `most` bytes; undefined where it stalls or is cut, null where there is more. */
const readBody = async (
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined | null> => {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array(0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stalled = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), STALLED_MS);
      });
      const next = await Promise.race([reader.read(), stalled]).finally(() => clearTimeout(timer));
      if (next === undefined) return undefined;
      if (next.done) break;
      parts.push(next.value);
      length += next.value.length;
      if (length > most) return null;
    }
  } catch {
    return undefined;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
    giveBack(part);
  }
  return bytes;
};

const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 408;

const takeBody = async (response: Response, piece: Piece, most: number): Promise<Try> => {
  const { status } = response;
  const { range } = piece;
  // A server that knows no ranges sends the whole file: the part is cut out of it.
  const skipped = range !== undefined && status === 200 ? range.offset : 0;
  const bytes = await readBody(response, skipped + most);
  const last: Answer = { type: "broken", status };
  if (bytes === undefined) return { type: "again", afterMs: undefined, last };
  if (bytes === null) return { type: "too-large", status };
  const part = range === undefined ? bytes : bytes.slice(skipped, skipped + range.length);
  const isWhole = range === undefined ? part.length > 0 : part.length === range.length;
  if (sniffFile(part) === "html") return { type: "login-page", status };
  return isWhole
    ? { type: "got", bytes: part, url: response.url }
    : { type: "again", afterMs: undefined, last };
};

const askOnce = async (
  piece: Piece,
  most: number,
  desk: AskDesk,
  signal: AbortSignal,
): Promise<Try> => {
  const { range } = piece;
  const opened = new AbortController();
  const stop = (): void => opened.abort();
  signal.addEventListener("abort", stop);
  // The head of the answer may stay away as well as its body.
  const timer = setTimeout(stop, STALLED_MS * 2);
  try {
    const response = await desk.fetch(piece.url, {
      headers:
        range === undefined
          ? {}
          : { range: `bytes=${range.offset}-${range.offset + range.length - 1}` },
      signal: opened.signal,
      credentials: "include",
      cache: "no-store",
    });
    clearTimeout(timer);
    const { status } = response;
    const length = Number(response.headers.get("content-length") ?? 0);
    if (!response.ok) {
      await response.body?.cancel();
      const last: Answer = { type: "refused", status };
      return isPassing(status)
        ? { type: "again", afterMs: retryAfter(response, desk.now()), last }
        : last;
    }
    if (range === undefined && length > most) {
      opened.abort();
      // A length may be a lie; asking again costs nothing.
      return { type: "again", afterMs: undefined, last: { type: "too-large", status } };
    }
    return await takeBody(response, piece, most);
  } catch {
    return { type: "again", afterMs: undefined, last: { type: "network" } };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
};

/** A page may not read a host without permission, but it may knock: an answer means it is there. */
const knocks = (url: string, desk: AskDesk, signal: AbortSignal): Promise<boolean> =>
  desk.fetch(url, { method: "HEAD", mode: "no-cors", signal, cache: "no-store" }).then(
    () => true,
    () => false,
  );

/**
 * Asks a portal for something that is no larger than `most` bytes, again and again with growing pauses
 * where it stumbles, and as late as it wants where it says so.
 */
export const askPortal = async (
  piece: Piece,
  most: number,
  desk: AskDesk,
  signal: AbortSignal,
): Promise<Answer> => {
  let last: Answer = { type: "network" };
  for (let attempt = 0; attempt < ATTEMPTS && !signal.aborted; attempt += 1) {
    const tried = await askOnce(piece, most, desk, signal);
    if (tried.type !== "again") return tried;
    last = tried.last;
    const pause = FIRST_PAUSE_MS * 2 ** attempt * (0.5 + desk.random());
    if (attempt + 1 < ATTEMPTS) {
      await desk.wait(Math.min(MOST_PAUSE_MS, tried.afterMs ?? pause), signal);
    }
  }
  if (last.type === "network" && !signal.aborted && (await knocks(piece.url, desk, signal))) {
    return { type: "no-permission" };
  }
  return last;
};
