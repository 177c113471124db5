import type { Category } from "@dianbo/shared/category";
import type { ClipFileState, HowMuch } from "@dianbo/shared/clip";
import type { CivilDate, Instant, Minutes } from "@dianbo/shared/clock";
import type { CoursewareKind } from "@dianbo/shared/courseware";
import type { Post } from "@dianbo/shared/identity";

/** One download: what its clip says, and where it stands. */
export interface DownloadRow {
  readonly id: string;
  /** The session in which it was taken. */
  readonly day: string;
  readonly paused: boolean;
  /**
   * What a row waits for that is still to come: its turn, that a person lets it or all go on, the night, or
   * room on the disk. `undefined` where its file is on its way, held, or did not come.
   */
  readonly waits: "turn" | "goOn" | "allGoOn" | "night" | "disk" | undefined;
  /** When it is tried again by itself. */
  readonly notBefore: Instant | undefined;
  /** Seconds of patience that the portal asked for. */
  readonly asked: number | undefined;
  /** How far it was when it was stopped last. */
  readonly reached: HowMuch | undefined;
  readonly heldAt: Instant | undefined;
  /** Bytes of the held file. */
  readonly size: number | undefined;
  readonly title: string;
  readonly kind: CoursewareKind;
  readonly publisher: string | undefined;
  readonly portal: string;
  readonly url: string;
  readonly category: Category | undefined;
  readonly minutes: Minutes | undefined;
  /** How its file stands; `undefined` once the library has it and the inbox's row is gone. */
  readonly file: ClipFileState | undefined;
  /** Bytes a second over the last seconds; `undefined` where nothing comes. */
  readonly speed: number | undefined;
}

/** A download session (下载日). */
export interface DownloadDayView {
  readonly id: string;
  readonly date: CivilDate;
  readonly post: Post;
  readonly startedAt: Instant;
  readonly endedAt: Instant | undefined;
}

/** How the site wants its downloads done. */
export interface DownloadWishes {
  readonly atOnce: number;
  readonly perHost: number;
  readonly allPaused: boolean;
  /** The most pixels of a picture's height, where a portal offers several. */
  readonly height: 360 | 480 | 720 | 1080;
  readonly nightOnly: boolean;
  /** Minutes after midnight. */
  readonly nightFrom: number;
  readonly nightTo: number;
  /** Bytes of the disk that stay free. */
  readonly reserve: number;
  readonly notify: boolean;
  /** Download days a week that the site has set itself. */
  readonly weekTarget: number;
}

/** Everything about downloads that the page shows. */
export interface DownloadsState {
  /** In the queue's order. */
  readonly rows: readonly DownloadRow[];
  /** The session of today, or the last one. */
  readonly day: DownloadDayView | undefined;
  /** The days of all sessions that are remembered. */
  readonly dates: readonly CivilDate[];
  readonly wishes: DownloadWishes;
  /** Nothing may run at this hour. */
  readonly waitsForNight: boolean;
  /** The disk has less than its reserve: what it still had when it was measured last. */
  readonly diskFree: number | undefined;
}

/** The extension's downloads, as the app inside it sees them. */
export interface DownloadsDoor {
  /** The same object until something changes; `undefined` while it is read. */
  state(): DownloadsState | undefined;
  subscribe(listener: () => void): () => void;
  pause(id: string): Promise<void>;
  /** Goes on with one that was paused, or tries one that failed again; asks for leave where that is missing. */
  goOn(id: string): Promise<void>;
  /** Exchanges the places of two rows. */
  exchange(a: string, b: string): Promise<void>;
  /** Takes it out of the queue; the clip stays in the inbox as not fetched. */
  drop(id: string): Promise<void>;
  wish(change: Partial<DownloadWishes>): Promise<void>;
  /** Asks the browser for leave to say when all is done; call it in the click itself. */
  askToNotify(): Promise<boolean>;
  /** Begins a session by hand. */
  beginDay(post: Post): Promise<void>;
  endDay(id: string): Promise<void>;
  setPost(id: string, post: Post): Promise<void>;
}
