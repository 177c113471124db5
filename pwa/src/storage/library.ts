import type { Changes, RecordState } from "@dianbo/shared/changes";
import type { Clock } from "@dianbo/shared/clock";
import type { NewId, Post, SiteKey } from "@dianbo/shared/identity";
import type { NumberBook, ShelfFull } from "@dianbo/shared/programme";
import type { Result } from "@dianbo/shared/result";
import type { LibraryFailure } from "./failures.ts";
import type { JoinedChanges } from "./keep-states.ts";
import type { LibraryDb, SearchRow } from "./library-db.ts";
import type { SiteIdentity } from "./site-identity.ts";
import type { LibrarySnapshot } from "./snapshot.ts";

/** What a store needs of the outer world. */
export interface LibraryEnvironment {
  readonly clock: Clock;
  readonly newId: NewId;
  /** The database's name; one per origin in products, one per test in tests. */
  readonly name?: string;
  /** Called when a newer version of the app, in another tab, wants to open the database. */
  readonly onSuperseded?: () => void;
}

/** What a command sees while it is the only writer. */
export interface Workbench {
  readonly snapshot: LibrarySnapshot;
  readonly book: NumberBook;
  readonly identity: SiteIdentity;
  readonly newId: NewId;
  readonly clock: Clock;
}

/** Whole records that come in from a backup or from another PC of the site. */
export interface TakenIn {
  readonly records: readonly RecordState[];
  /** The records take the place of everything here, undo log included; otherwise they are put beside it. */
  readonly replaces: boolean;
  /** Who this PC is from then on, where it changes. */
  readonly identity?: SiteIdentity;
}

/** A library that is open in this tab. */
export interface Library {
  identity(): SiteIdentity;
  setSiteName(name: string): Promise<void>;
  setPost(post: Post): Promise<void>;
  /** Keeps the site's signing key, where there is none yet; answers the key that is kept. */
  keepSiteKey(key: SiteKey): Promise<SiteKey>;
  /** Puts a new signing key in the old one's place; the old one's word for it is kept before. */
  replaceSiteKey(key: SiteKey): Promise<void>;
  /** The present state; the same object until something changes. */
  snapshot(): LibrarySnapshot;
  /** Calls back after every change, from this tab or another; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /**
   * The only way to write. The command runs with the freshest state while no other tab writes; its
   * changes are kept in one transaction or not at all, and become one step of undo.
   */
  apply<E extends { readonly type: string }>(
    command: (bench: Workbench) => Result<Changes, E>,
    options?: { readonly undoable?: boolean },
  ): Promise<Result<LibrarySnapshot, E | LibraryFailure>>;
  /**
   * Keeps records that a list of another site has been joined into, with our own writes over them: in
   * one transaction or not at all, and as one step of undo.
   */
  applyJoined<E extends { readonly type: string }>(
    command: (bench: Workbench) => Result<JoinedChanges, E>,
  ): Promise<Result<LibrarySnapshot, E | LibraryFailure>>;
  /**
   * Takes whole records in, in one transaction or not at all, and settles the numbers that clash then.
   * What was there can be had again only from a backup: it is no step of undo.
   */
  takeIn<E extends { readonly type: string }>(
    plan: (bench: Workbench) => Result<TakenIn, E>,
  ): Promise<Result<LibrarySnapshot, E | ShelfFull | LibraryFailure>>;
  undo(): Promise<Result<LibrarySnapshot, LibraryFailure>>;
  redo(): Promise<Result<LibrarySnapshot, LibraryFailure>>;
  /**
   * Takes one act back wherever it stands in the line, all that nobody has changed since; `name` is what the
   * taking back is called. An act of its own, so it can be undone.
   */
  takeBack(seq: number, name: string): Promise<Result<LibrarySnapshot, LibraryFailure>>;
  /** Keeps search texts, computed off the main thread after the write that needs them. */
  keepSearchTexts(rows: readonly SearchRow[]): Promise<void>;
  /** Small things kept by name, outside records: the room's place, a dismissed hint. */
  readMemo(key: string): Promise<unknown>;
  writeMemo(key: string, value: unknown): Promise<void>;
  /** The database, for what stands beside this file in `storage`. */
  readonly db: LibraryDb;
  close(): void;
}
