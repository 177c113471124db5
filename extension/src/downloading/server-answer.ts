import { type FetchDesk, type Sink, Stopped } from "./fetch-desk.ts";
import type { FetchOrder } from "./messages.ts";

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

const ask = async (
  order: FetchOrder,
  desk: FetchDesk,
  at: number,
  signal: AbortSignal,
): Promise<Response> => {
  const headers: Record<string, string> =
    at > 0 && order.resume !== null
      ? { range: `bytes=${at}-`, "if-range": order.resume.validator }
      : {};
  try {
    return await desk.fetch(order.url, {
      headers,
      signal,
      credentials: "include",
      cache: "no-store",
    });
  } catch {
    if (signal.aborted) throw new Stopped("cancelled");
    // A page may not read a host without permission, but it may knock: an answer means it is there.
    const reached = await desk
      .fetch(order.url, { method: "HEAD", mode: "no-cors", signal, cache: "no-store" })
      .then(
        () => true,
        () => false,
      );
    throw new Stopped(reached ? "no-permission" : "network");
  }
};

/** Opens the answer: from where an earlier run stopped if the server still has the same file. */
export const openAnswer = async (
  order: FetchOrder,
  desk: FetchDesk,
  sink: Sink,
  signal: AbortSignal,
): Promise<{ response: Response; at: number; total: number | null }> => {
  const held = order.resume === null ? 0 : sink.size();
  let response = await ask(order, desk, held, signal);
  if (held > 0 && response.status === 206) {
    const range = rangeStart(response);
    if (range?.start === held) return { response, at: held, total: range.total };
  }
  if (held > 0 && (response.status === 206 || response.status === 416)) {
    await response.body?.cancel();
    response = await ask(order, desk, 0, signal);
  }
  if (!response.ok) {
    await response.body?.cancel();
    throw new Stopped("refused", response.status);
  }
  sink.truncate(0);
  return { response, at: 0, total: lengthOf(response) };
};

/** With no byte for so long a connection is taken for dead: village lines drop without a word. */
const STALLED_MS = 60_000;

const orStalled = async <T>(work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no byte came")), STALLED_MS);
  });
  try {
    return await Promise.race([work, stalled]);
  } finally {
    clearTimeout(timer);
  }
};

/** The bytes of an answer as they come; ends by `Stopped` when they stop coming. */
export async function* bodyOf(
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const next = await orStalled(reader.read()).catch(() => {
        throw new Stopped(signal.aborted ? "cancelled" : "network");
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
