import type { Clip } from "@dianbo/shared/clip";
import type { CoursewareKind } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import type { Result } from "@dianbo/shared/result";
import type { DownloadsDoor } from "./downloads-door.ts";
import type { PortalsDoor } from "./portals-door.ts";
import type { VersionDoor } from "./version-door.ts";

/** A row of the extension's inbox as the app shows it; a damaged one keeps its raw text. */
export type WaitingRow =
  | { readonly type: "clip"; readonly clip: Clip }
  | {
      readonly type: "damaged";
      readonly id: string;
      readonly problems: readonly string[];
      readonly raw: string;
    };

/** A row could not be kept. */
export interface InboxSourceFailure {
  readonly type: "disk-full" | "not-in-inbox" | "not-stored";
}

/** How a hand-over to the hosted app stands, as the giving side sees it. */
export type GivingState =
  | { readonly state: "still" }
  /** The browser did not open the app's tab. */
  | { readonly state: "not-opened" }
  /** The tab is open, the app has not answered yet. */
  | { readonly state: "knocking"; readonly total: number }
  /** Still no answer after a while: the address may not be the app's. */
  | { readonly state: "unanswered"; readonly total: number }
  | { readonly state: "giving"; readonly given: number; readonly total: number }
  /** The app's tab was closed in the middle; what was not acknowledged is still here. */
  | { readonly state: "closed"; readonly given: number; readonly total: number }
  | {
      readonly state: "ended";
      readonly given: number;
      readonly total: number;
      readonly refused: readonly { readonly title: string; readonly reason: RefusalReason }[];
    };

/** Why the taking side did not store a row. */
export type RefusalReason =
  | "disk-full"
  | "file-missing"
  | "hash-differs"
  | "shelf-full"
  | "not-stored";

/** The way to the hosted app that owns this PC's library. */
export interface HandoverDoor {
  /** The app's address, for the sentence beside the button. */
  readonly address: string;
  /** Opens the app's tab and gives; call it in the click itself, or the browser refuses the tab. */
  start(): void;
  state(): GivingState;
  subscribe(listener: () => void): () => void;
}

/** The pairing with a hosted app, to which clips then go by themselves while it is open. */
export interface PairingDoor {
  /** The paired app's address; `undefined` where there is none. */
  address(): string | undefined;
  subscribe(listener: () => void): () => void;
  /** Pairs; call it in the click itself, for the browser asks. `false` where it was refused. */
  pair(address: string): Promise<boolean>;
  unpair(): Promise<void>;
}

/** An item of the library whose file is to be fetched anew. */
export interface ItemToFetch {
  readonly id: RecordId;
  readonly title: string;
  readonly kind: CoursewareKind;
  /** The page that it came from. */
  readonly url: string;
  /** What lies under its name is not the file: it goes once the file is here. */
  readonly spoilt: boolean;
}

/** How it began to be fetched, or why not: the page or the film on it is gone, the portal is silent. */
export type FetchedAgain =
  | "fetching"
  | "gone"
  | "no-answer"
  | "no-leave"
  | "disk-full"
  | "not-stored";

/** How items without their files were queued, or why not. */
export type GapsFilling = "queued" | "no-leave" | "not-kept";

/**
 * The extension's inbox, as the app inside the extension sees it; the hosted app has none. The
 * extension's app page hands it in, because the app must not know the extension.
 */
export interface InboxSource {
  /** All rows, newest first; the same array until something changes. `undefined` while they are read. */
  rows(): readonly WaitingRow[] | undefined;
  subscribe(listener: () => void): () => void;
  /** Keeps a clip: a changed category, or a row brought back. */
  keep(clip: Clip): Promise<Result<Clip, InboxSourceFailure>>;
  remove(id: string): Promise<void>;
  /** Fetches the file again, from where it stopped if the portal allows. */
  retry(id: string): Promise<void>;
  /**
   * Opens the page of an item behind the others and queues its file, which then takes the place of the broken
   * one. Call it in the click itself, for the browser may ask.
   */
  fetchAgain(item: ItemToFetch): Promise<FetchedAgain>;
  /**
   * Queues items whose files are nowhere yet, all at once; absent where the library is a hosted app's. Call it
   * in the click itself, for the browser asks for leave.
   */
  readonly fetchAll?: ((items: readonly ItemToFetch[]) => Promise<GapsFilling>) | undefined;
  /** Keeps a film that has gaps, or that this computer cannot play, as it can be had. */
  keepAnyway(id: string): Promise<void>;
  /** Stops fetching; the row stays. */
  cancel(id: string): Promise<void>;
  /**
   * Says which app owns this PC's library: a hosted one at an address, or (`undefined`) this one.
   * `false` where the address is none that could be one. Takes effect when the page is opened anew.
   */
  settleHome(address: string | undefined): Promise<boolean>;
  /** The address that is offered before anybody has said one. */
  readonly usualAddress: string;
  /** Present where a hosted app owns this PC's library: then rows are handed over, not numbered here. */
  readonly handover?: HandoverDoor | undefined;
  /** Present where the browser can pair the extension with a hosted app. */
  readonly pairing?: PairingDoor | undefined;
  /** Leave for portals, and the rules by which their pages are read. */
  readonly portals?: PortalsDoor | undefined;
  /** The queue of downloads and the download sessions. */
  readonly downloads?: DownloadsDoor | undefined;
  /** The version that runs and the one in the extension's folder. */
  readonly version?: VersionDoor | undefined;
}
