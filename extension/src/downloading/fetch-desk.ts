import type { MediaHash } from "@dianbo/shared/courseware";
import type { WorkerReport } from "./messages.ts";

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

/** SHA-256 over bytes as they come. */
export interface RunningHash {
  /** Takes the bytes over: nobody else may read them afterwards. */
  update(bytes: Uint8Array<ArrayBuffer>): void;
  /** Nothing where more may come at once, else when it may. */
  room(): Promise<void> | undefined;
  hex(): Promise<string>;
  /** It is of no use any more. */
  drop(): void;
}

/** What fetching needs of the outer world. */
export interface FetchDesk {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Opens the incoming file of a clip with at most `keep` bytes of an earlier run. */
  readonly openSink: (id: string, keep: number) => Promise<Sink>;
  readonly newHash: () => RunningHash;
  readonly isDiskFull: (error: unknown) => boolean;
  /** Whether this machine plays a picture of these codecs (RFC 6381). */
  readonly canPlay: (codecs: string) => Promise<boolean>;
  /** Waits so many milliseconds, or until the signal is given. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Milliseconds since 1970, for a server that names a moment in `Retry-After`. */
  readonly now: () => number;
  /** Bytes that the disk has free. */
  readonly freeBytes: () => Promise<number>;
  /** Milliseconds of a clock that only runs forward. */
  readonly elapsed: () => number;
  readonly report: (report: WorkerReport) => void;
}

/** The reason of a signal that stops a fetch and keeps what came, for a later run. */
export const KEEPING = "keeping";

/** Why a fetch ended without a file. */
export type Failure = Extract<WorkerReport, { type: "failed" }>["reason"];

/** An expected end of a fetch, carried out of the reading loop to its one exit. */
export class Stopped extends Error {
  readonly reason: Failure;
  readonly status: number | null;
  /** The server asked for so much patience, in milliseconds. */
  readonly retryAfter: number | undefined;
  /** The bytes on disk are of a file that did come, whatever this answer was. */
  readonly keeps: boolean;
  constructor(
    reason: Failure,
    status: number | null = null,
    more: { readonly retryAfter?: number | undefined; readonly keeps?: boolean } = {},
  ) {
    super(reason);
    this.reason = reason;
    this.status = status;
    this.retryAfter = more.retryAfter;
    this.keeps = more.keeps ?? false;
  }
}
