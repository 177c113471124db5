import { judgeFile, SNIFF_BYTES } from "@dianbo/shared/clip";
import { type MediaFile, mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import { type FetchDesk, type Sink, Stopped } from "./fetch-desk.ts";
import { fileNameOf } from "./file-name.ts";
import { type Foresight, foreseeFilm } from "./foresee-film.ts";
import type { FetchOrder, ResumePoint } from "./messages.ts";
import { type Mp4Walk, walkMp4 } from "./mp4-length.ts";
import { type Note, type OpenAnswer, validatorOf } from "./server-answer.ts";

const MB = 1024 * 1024;
/**
 * After so many bytes, or so much time on a slow line, what came is flushed. With what is on its way
 * meanwhile a power cut costs at most 8 MB.
 */
const FLUSH_EVERY = 6 * MB;
const FLUSH_EVERY_MS = 2000;
const REPORT_EVERY_MS = 250;
/** Bytes of the disk that stay free where nobody said otherwise. */
const RESERVE = 200 * MB;
/** How often a file of unknown length is held against the room that is left. */
const LOOK_EVERY = 64 * MB;
/** No lesson is larger; an answer that names no length and passes it is none. */
const MOST_UNSAID = 4096 * MB;

/** A file on its way to the disk, over as many answers as it takes. */
export interface Taking {
  readonly sink: Sink;
  received(): number;
  /** Bytes that the present answer promised for the whole file. */
  total(): number | null;
  /** Where another answer may go on; null where it must begin anew. */
  resume(): ResumePoint | null;
  /** Writes to the disk what came so far. */
  settle(): void;
  begin(answer: OpenAnswer): Promise<void>;
  /** Takes bytes over; where a promise comes, no more may be brought before it is kept. */
  take(bytes: Uint8Array<ArrayBuffer>): Promise<void> | undefined;
  /** No more comes. */
  drop(): void;
  /** The whole file, under its name; throws `Stopped` where it is not whole. */
  finish(): Promise<{ readonly file: MediaFile; readonly lengthUnsaid: boolean }>;
  report(note?: Note): void;
}

/** Opens the file of an order on the disk, with what an earlier run left. */
export const openTaking = async (
  order: FetchOrder,
  desk: FetchDesk,
  signal: AbortSignal,
): Promise<Taking> => {
  const reserve = order.reserve ?? RESERVE;
  const sink = await desk.openSink(order.id, order.resume?.safe ?? 0);
  let hash = desk.newHash();
  let boxes: Mp4Walk = walkMp4();
  let head = new Uint8Array(0);
  /** Bytes that hash and walk know. */
  let known = 0;
  let received = sink.size();
  let safe = received;
  let safeAt = desk.elapsed();
  let reportedAt = Number.NEGATIVE_INFINITY;
  let lookAt = LOOK_EVERY;
  /** The disk has no more than the reserve. */
  let narrow = false;
  let mime: string | undefined;
  let name = "";
  let total: number | null = order.resume?.total ?? null;
  let validator = safe === order.resume?.safe ? order.resume.validator : undefined;
  let note: Note;
  let status: number | null = null;
  let foresight: Foresight | undefined;

  const judge = (): void => {
    const judged = judgeFile(head, { kind: order.kind, name });
    if (!judged.ok) throw new Stopped(judged.error.type, status);
    mime = judged.value.mime;
  };
  /** The bytes are gone afterwards. */
  const learn = (bytes: Uint8Array<ArrayBuffer>, at: number): void => {
    boxes.feed(bytes, at);
    known = at + bytes.length;
    if (head.length < SNIFF_BYTES) {
      const longer = new Uint8Array(Math.min(SNIFF_BYTES, head.length + bytes.length));
      longer.set(head);
      longer.set(bytes.subarray(0, longer.length - head.length), head.length);
      head = longer;
    }
    hash.update(bytes);
  };
  const forget = (): void => {
    hash.drop();
    hash = desk.newHash();
    boxes = walkMp4();
    head = new Uint8Array(0);
    known = 0;
    mime = undefined;
  };
  const replay = async (upTo: number): Promise<void> => {
    const buffer = new Uint8Array(4 * MB);
    while (known < upTo) {
      const size = Math.min(buffer.length, upTo - known);
      const count = sink.read(buffer.subarray(0, size), known);
      if (count === 0) throw new Stopped("cut-short", status);
      learn(buffer.slice(0, count), known);
      await hash.room();
    }
  };
  const flush = (): void => {
    sink.flush();
    safe = received;
    safeAt = desk.elapsed();
  };
  const resume = (): ResumePoint | null =>
    validator === undefined || safe === 0
      ? null
      : // A promise that the film's own boxes give the lie to holds nobody to it.
        { validator, safe, ...(total === null || total <= safe ? {} : { total }) };
  const report = (said?: Note): void => {
    reportedAt = desk.elapsed();
    desk.report({
      type: "progress",
      id: order.id,
      received,
      total,
      resume: resume(),
      note: said ?? note,
    });
  };
  const guard = (): void => {
    if (total !== null) return;
    if (received > MOST_UNSAID || boxes.verdict(received) === "again") {
      throw new Stopped("endless", status);
    }
    if (narrow) throw new Stopped("endless", status);
    if (received < lookAt) return;
    lookAt = received + LOOK_EVERY;
    void desk.freeBytes().then((free) => {
      narrow = free < reserve;
    });
  };

  return {
    sink,
    received: () => received,
    total: () => total,
    resume,
    report,
    settle: () => {
      if (received !== safe) flush();
    },
    begin: async (answer) => {
      const { response, at } = answer;
      status = response.status;
      note = answer.note ?? note;
      total = answer.total;
      received = at;
      const isWatched = at === 0 && order.kind === "video" && order.unplayable !== true;
      foresight = isWatched ? foreseeFilm(order.url, desk, signal, total) : undefined;
      if (at === 0 || known !== at) forget();
      if (at === 0) safe = 0;
      // An answer that only says that all is there carries no names.
      if (response.body !== null || name === "") {
        name = fileNameOf(response.headers.get("content-disposition"), order.url, order.title);
      }
      validator = validatorOf(response) ?? (at === 0 ? undefined : validator);
      if (total !== null && total > at && (await desk.freeBytes()) < total - at + reserve) {
        throw new Stopped("no-room", status);
      }
      await replay(at);
      if (at > 0) judge();
      report();
    },
    take: (bytes) => {
      const { length } = bytes;
      sink.write(bytes, received);
      const plays = foresight?.see(bytes, received);
      learn(bytes, received);
      received += length;
      if (mime === undefined && head.length >= SNIFF_BYTES) judge();
      guard();
      const due = received - safe >= FLUSH_EVERY || desk.elapsed() - safeAt >= FLUSH_EVERY_MS;
      if (due) flush();
      if (due || desk.elapsed() - reportedAt >= REPORT_EVERY_MS) report();
      return (
        plays?.then((does) => {
          foresight = undefined;
          if (!does) throw new Stopped("unplayable", status);
        }) ?? hash.room()
      );
    },
    drop: () => hash.drop(),
    finish: async () => {
      if (mime === undefined && head.length > 0) judge();
      const isMp4 = mime === "video/mp4" || mime === "audio/mp4";
      const verdict = isMp4 ? boxes.verdict(received) : "unknown";
      if (
        received === 0 ||
        mime === undefined ||
        (total !== null && received !== total) ||
        verdict === "short"
      ) {
        throw new Stopped("cut-short", status);
      }
      sink.flush();
      const kept = v.parse(mediaHashSchema, await hash.hex());
      await sink.keep(kept);
      return {
        file: { hash: kept, size: received, mime, name },
        lengthUnsaid: total === null && verdict !== "whole",
      };
    },
  };
};
