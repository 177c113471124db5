import type { FolderFile } from "@dianbo/shared/book-folder";
import type { Instant } from "@dianbo/shared/clock";
import type { MediaHash } from "@dianbo/shared/courseware";
import { ok } from "@dianbo/shared/result";
import { mergeReceipts } from "@dianbo/shared/usb-edition";
import type { Dependencies } from "../../app/library-context.tsx";
import { oneDesk } from "../../app/one-desk.ts";
import { receiptLibrary } from "../../app/receipts.ts";
import { readUsbEdition } from "../../app/usb-edition-file.ts";
import { COPYING_LOCK } from "../../app/window-lock.ts";
import { sha256 } from "../../storage/backup-file.ts";
import {
  askForLeave,
  canChooseFolder,
  chooseFolder,
  type Folder,
  type FolderFailure,
  folderOfList,
  newestStick,
  noteStick,
  type OpenedStick,
  type OpenStickFailure,
  openStick,
  playFromStick,
  stickInPlace,
  type TakenFilms,
  takeFilms,
} from "../../storage/book-folder/index.ts";
import { keepFileCheck, readFileChecks } from "../../storage/checking/index.ts";
import type { StickFilm } from "./what-is-on-it.ts";

/** A stick that lies open on the desk. */
export interface StickOnDesk {
  readonly name: string;
  readonly stick: OpenedStick;
  /** Whether films can play from it: files that were handed over one by one cannot be found again. */
  readonly canStay: boolean;
  /** When a newer stick of the same site was made; `undefined` where this is the newest known. */
  readonly newer: Instant | undefined;
}

/** What is being done just now. */
export type ReadWork =
  | { readonly type: "nothing" | "looking" }
  | {
      readonly type: "taking" | "mending";
      readonly title: string;
      readonly done: number;
      readonly total: number;
    };

/** What the last act brought. */
export type ReadResult =
  | { readonly type: "none" | "receipts-not-kept" }
  | { readonly type: "lying" | "receipts"; readonly count: number }
  | {
      readonly type: "taken" | "mended";
      readonly outcome: TakenFilms;
      readonly failed: readonly { readonly title: string; readonly failure: FolderFailure }[];
    };

/** Everything the room shows of the stick that was opened. */
export interface ReadState {
  readonly canChoose: boolean;
  readonly open: StickOnDesk | undefined;
  readonly refused: OpenStickFailure | undefined;
  readonly held: ReadonlySet<MediaHash>;
  readonly bad: ReadonlySet<MediaHash>;
  /** Films that play from a stick now. */
  readonly inPlace: ReadonlySet<MediaHash>;
  /** The mark of the USB edition that this home carries. */
  readonly edition: string | undefined;
  readonly work: ReadWork;
  readonly result: ReadResult;
}

/** The reading of a stick as its room uses it; what was opened stays open while another room is looked at. */
export interface ReadDesk {
  state(): ReadState;
  subscribe(listener: () => void): () => void;
  /** Looks anew at what this PC holds. */
  look(): Promise<void>;
  /** Lets the person choose a stick; in the click itself. */
  choose(): Promise<void>;
  /** Opens files of a folder, where the browser has no folder picker. */
  openFiles(files: Iterable<File>): Promise<void>;
  take(films: readonly StickFilm[]): Promise<void>;
  mend(films: readonly StickFilm[]): Promise<void>;
  /** Lets films play from the stick. None lets none. */
  playInPlace(films: readonly StickFilm[]): Promise<void>;
  takeReceipts(): Promise<void>;
  undoReceipts(): Promise<void>;
  stop(): void;
}

const NOTHING: ReadWork = { type: "nothing" };

const FIRST: ReadState = {
  canChoose: false,
  open: undefined,
  refused: undefined,
  held: new Set(),
  bad: new Set(),
  inPlace: new Set(),
  edition: undefined,
  work: NOTHING,
  result: { type: "none" },
};

const makeDesk = ({ library, media, clock }: Dependencies): ReadDesk => {
  const listeners = new Set<() => void>();
  let state: ReadState = FIRST;
  let folder: Folder | undefined;
  let handle: FileSystemDirectoryHandle | undefined;
  let stopper = new AbortController();
  const show = (change: Partial<ReadState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const look = async (): Promise<void> => {
    const checks = await readFileChecks(library);
    const inPlace = await stickInPlace(library);
    show({
      canChoose: canChooseFolder(),
      held: new Set((await media.list()).map(({ hash }) => hash)),
      bad: new Set(
        [...checks.values()].flatMap(({ hash, state: found }) =>
          found === "broken" ? [hash] : [],
        ),
      ),
      inPlace: new Set(inPlace?.files.map(({ hash }) => hash)),
    });
  };
  const openAt = async (at: Folder, root: FileSystemDirectoryHandle | undefined): Promise<void> => {
    folder = at;
    handle = root;
    show({
      open: undefined,
      refused: undefined,
      work: { type: "looking" },
      result: { type: "none" },
    });
    const opened = await openStick(at);
    const edition = state.edition ?? (await markOfEdition());
    await look();
    if (!opened.ok) return show({ refused: opened.error, edition, work: NOTHING });
    const { site, book } = opened.value;
    const newest = await newestStick(library, site);
    if (book !== undefined) await noteStick(library, site, book.madeAt);
    const newer =
      book !== undefined && newest !== undefined && newest > book.madeAt ? newest : undefined;
    show({
      edition,
      work: NOTHING,
      open: { name: at.name, stick: opened.value, canStay: root !== undefined, newer },
    });
  };
  const run = async (
    type: "taking" | "mending",
    films: readonly StickFilm[],
  ): Promise<TakenFilms | undefined> => {
    const at = folder;
    if (at === undefined || state.work.type !== "nothing") return undefined;
    // In the click: a leave that has lapsed is asked for again.
    if (handle !== undefined) await askForLeave(handle, "read");
    stopper = new AbortController();
    const titles = new Map(films.map(({ file, item }) => [file.hash, item.title]));
    const tell = (done: number, total: number, { hash }: FolderFile): void =>
      show({ work: { type, title: titles.get(hash) ?? "", done, total } });
    const files = films.map(({ file }) => file);
    show({ work: { type, title: "", done: 0, total: 1 }, result: { type: "none" } });
    // While films are copied no window of this browser begins anew; where another one copies, it holds that lock.
    const outcome = await navigator.locks.request(
      COPYING_LOCK,
      { mode: "shared", ifAvailable: true },
      () => takeFilms(files, at, media, { signal: stopper.signal, onProgress: tell }),
    );
    for (const { hash } of outcome.taken) {
      await keepFileCheck(library, { hash, at: clock.now(), state: "good" });
    }
    await look();
    show({
      work: NOTHING,
      result: {
        type: type === "taking" ? "taken" : "mended",
        outcome,
        failed: outcome.failed.map(({ file, failure }) => ({
          title: titles.get(file.hash) ?? file.path,
          failure,
        })),
      },
    });
    return outcome;
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    choose: async () => {
      const chosen = await chooseFolder({ id: "dianbo-stick", mode: "read" });
      if (chosen !== undefined) await openAt(chosen, chosen);
    },
    openFiles: (files) => openAt(folderOfList(files), undefined),
    take: async (films) => {
      await run("taking", films);
    },
    mend: async (films) => {
      await run("mending", films);
    },
    playInPlace: async (films) => {
      const root = handle;
      if (root === undefined) return;
      await playFromStick(
        library,
        root,
        films.map(({ file }) => file),
      );
      await look();
      show({
        result: films.length === 0 ? { type: "none" } : { type: "lying", count: films.length },
      });
    },
    takeReceipts: async () => {
      const receipts = state.open?.stick.receipts ?? [];
      let count = 0;
      const kept = await library.apply(({ snapshot, identity }) => {
        const merged = mergeReceipts(receipts, receiptLibrary(snapshot, identity.site));
        count = merged.added.length + merged.longer;
        return ok({ label: { type: "take-receipts", count }, puts: [...merged.puts] });
      });
      show({ result: kept.ok ? { type: "receipts", count } : { type: "receipts-not-kept" } });
    },
    undoReceipts: async () => {
      await library.undo();
      show({ result: { type: "none" } });
    },
    stop: () => stopper.abort(),
  };
};

/** The mark by which the USB edition of this home is known on a stick. */
const markOfEdition = async (): Promise<string | undefined> => {
  const edition = await readUsbEdition();
  return edition === undefined ? undefined : sha256(edition);
};

/** The one desk of this page. */
export const readingDesk = oneDesk(makeDesk);
