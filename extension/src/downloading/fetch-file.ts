import { judgeFile, SNIFF_BYTES } from "@dianbo/shared/clip";
import { type MediaFile, type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import { fileNameOf } from "./file-name.ts";
import type { FetchOrder, ResumePoint, WorkerReport } from "./messages.ts";

/** Where bytes go: an incoming file of the media store. */
export interface Sink {
  size(): number;
  read(into: Uint8Array<ArrayBuffer>, at: number): number;
  truncate(size: number): void;
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void;
  flush(): void;
  /** Closes and keeps what was flushed, for a later run. */
  close(): void;
  discard(): Promise<void>;
  /** Gives the whole, flushed file its name. */
  keep(hash: MediaHash): Promise<void>;
}

/** What fetching needs of the outer world. */
export interface FetchDesk {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Opens the incoming file of a clip with at most `keep` bytes of an earlier run. */
  readonly openSink: (id: string, keep: number) => Promise<Sink>;
  readonly newHash: () => Promise<{ update(bytes: Uint8Array): void; hex(): string }>;
  readonly isDiskFull: (error: unknown) => boolean;
  /** Milliseconds of a clock that only runs forward. */
  readonly elapsed: () => number;
  readonly report: (report: WorkerReport) => void;
}

type Failure = Extract<WorkerReport, { type: "failed" }>["reason"];

/** An expected end of a fetch, carried out of the reading loop to its one exit. */
class Stopped extends Error {
  readonly reason: Failure;
  readonly status: number | null;
  constructor(reason: Failure, status: number | null = null) {
    super(reason);
    this.reason = reason;
    this.status = status;
  }
}

const MB = 1024 * 1024;
/** After so many bytes what came is flushed, so that a power cut costs at most these. */
const FLUSH_EVERY = 8 * MB;
const REPORT_EVERY_MS = 250;

/** Failures after which the bytes on disk are of no use. */
const WORTHLESS: ReadonlySet<Failure> = new Set(["login-page", "wrong-type", "cancelled"]);

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

const validatorOf = (response: Response): string | undefined => {
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

const replay = (
  sink: Sink,
  hash: { update(bytes: Uint8Array): void },
  upTo: number,
): Uint8Array => {
  const head = new Uint8Array(Math.min(SNIFF_BYTES, upTo));
  sink.read(head, 0);
  const buffer = new Uint8Array(4 * MB);
  for (let at = 0; at < upTo; ) {
    const count = sink.read(buffer.subarray(0, Math.min(buffer.length, upTo - at)), at);
    if (count === 0) break;
    hash.update(buffer.subarray(0, count));
    at += count;
  }
  return head;
};

/** Opens the answer: from where an earlier run stopped if the server still has the same file. */
const openAnswer = async (
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

/** Fetches one file into the media store, hashing as it writes, and reports how it went. */
export const fetchFile = async (
  order: FetchOrder,
  desk: FetchDesk,
  signal: AbortSignal,
): Promise<void> => {
  let received = 0;
  let sink: Sink | undefined;
  try {
    sink = await desk.openSink(order.id, order.resume?.safe ?? 0);
    const { response, at, total } = await openAnswer(order, desk, sink, signal);
    received = at;
    const validator = validatorOf(response);
    const name = fileNameOf(response.headers.get("content-disposition"), order.url, order.title);
    const hash = await desk.newHash();
    let mime: string | undefined;
    const judge = (head: Uint8Array): void => {
      const judged = judgeFile(head, { kind: order.kind, name });
      if (!judged.ok) throw new Stopped(judged.error.type, response.status);
      mime = judged.value.mime;
    };
    if (at > 0) judge(replay(sink, hash, at));

    let safe = at;
    let reportedAt = Number.NEGATIVE_INFINITY;
    const report = (): void => {
      reportedAt = desk.elapsed();
      const resume: ResumePoint | null =
        validator === undefined || safe === 0 ? null : { validator, safe };
      desk.report({ type: "progress", id: order.id, received, total, resume });
    };
    const take = (bytes: Uint8Array<ArrayBuffer>): void => {
      sink?.write(bytes, received);
      hash.update(bytes);
      received += bytes.length;
      if (received - safe >= FLUSH_EVERY) {
        sink?.flush();
        safe = received;
      }
      if (desk.elapsed() - reportedAt >= REPORT_EVERY_MS) report();
    };

    report();
    let head = new Uint8Array(0);
    for await (const bytes of bodyOf(response, signal)) {
      if (mime !== undefined) {
        take(bytes);
        continue;
      }
      const joined = new Uint8Array(head.length + bytes.length);
      joined.set(head);
      joined.set(bytes, head.length);
      head = joined;
      if (head.length < SNIFF_BYTES) continue;
      judge(head);
      take(head);
    }
    if (mime === undefined && head.length > 0) {
      judge(head);
      take(head);
    }
    if (received === 0 || mime === undefined || (total !== null && received !== total)) {
      throw new Stopped("cut-short", response.status);
    }
    sink.flush();
    const kept = v.parse(mediaHashSchema, hash.hex());
    await sink.keep(kept);
    const file: MediaFile = { hash: kept, size: received, mime, name };
    desk.report({ type: "held", id: order.id, file });
  } catch (error) {
    await giveUp(error, order, desk, sink, received, signal);
  }
};

async function* bodyOf(
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const next = await reader.read().catch(() => {
        throw new Stopped(signal.aborted ? "cancelled" : "network");
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const giveUp = async (
  error: unknown,
  order: FetchOrder,
  desk: FetchDesk,
  sink: Sink | undefined,
  received: number,
  signal: AbortSignal,
): Promise<void> => {
  const reasonOf = (): Failure => {
    if (error instanceof Stopped) return error.reason;
    if (signal.aborted) return "cancelled";
    return desk.isDiskFull(error) ? "disk-full" : "network";
  };
  const reason = reasonOf();
  if (WORTHLESS.has(reason)) {
    await sink?.discard();
  } else {
    try {
      sink?.flush();
    } catch {
      // A full disk cannot be flushed; the next run goes on from what was safe before.
    }
    sink?.close();
  }
  desk.report({
    type: "failed",
    id: order.id,
    reason,
    received: WORTHLESS.has(reason) ? 0 : received,
    status: error instanceof Stopped ? error.status : null,
  });
};
