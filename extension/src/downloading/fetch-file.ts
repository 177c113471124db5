import { judgeFile, SNIFF_BYTES } from "@dianbo/shared/clip";
import { type MediaFile, mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import { type Failure, type FetchDesk, type Sink, Stopped } from "./fetch-desk.ts";
import { fileNameOf } from "./file-name.ts";
import type { FetchOrder, ResumePoint } from "./messages.ts";
import { bodyOf, openAnswer, validatorOf } from "./server-answer.ts";

const MB = 1024 * 1024;
/** After so many bytes what came is flushed, so that a power cut costs at most these. */
const FLUSH_EVERY = 8 * MB;
const REPORT_EVERY_MS = 250;

/** Failures after which the bytes on disk are of no use. */
const WORTHLESS: ReadonlySet<Failure> = new Set(["login-page", "wrong-type", "cancelled"]);

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
