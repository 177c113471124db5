import type { LessonRows } from "../../inbox/index.ts";
import type { Sink } from "../fetch-desk.ts";
import type { LessonFailure, LessonReport, Stretch } from "./lesson-messages.ts";

/** What asking a portal needs of the outer world. */
export interface AskDesk {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Waits so many milliseconds, or until the signal is given. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Milliseconds since 1970, for a portal that names a moment in `Retry-After`. */
  readonly now: () => number;
}

/** What fetching a lesson needs of the outer world. */
export interface LessonDesk extends AskDesk {
  readonly rows: LessonRows;
  /** Opens the incoming file of a lesson with all that an earlier run left in it. */
  readonly openSink: (id: string) => Promise<Sink>;
  /** Whether this machine plays a picture of these codecs (RFC 6381). */
  readonly canPlay: (codecs: string) => Promise<boolean>;
  /** Lets requests to this origin name the lesson's page. */
  readonly setReferer: (id: string, origin: string) => Promise<void>;
  /** Asks through an open tab of the lesson's page, whose own fetch a portal may serve alone. */
  readonly fetchByPage: AskDesk["fetch"];
  readonly isDiskFull: (error: unknown) => boolean;
  /** Milliseconds of a clock that only runs forward. */
  readonly elapsed: () => number;
  readonly report: (report: LessonReport) => void;
}

/** An expected end of a lesson, carried to its one exit. */
export class LessonStopped extends Error {
  readonly reason: LessonFailure;
  readonly status: number | null;
  /** The protection's name, or the stretches that are missing, where the reason has them. */
  readonly detail: { readonly by?: string; readonly missing?: readonly Stretch[] };
  constructor(
    reason: LessonFailure,
    status: number | null = null,
    detail: LessonStopped["detail"] = {},
  ) {
    super(reason);
    this.reason = reason;
    this.status = status;
    this.detail = detail;
  }
}
