import type { BookFile } from "@dianbo/shared/book-folder";
import type { MediaHash } from "@dianbo/shared/courseware";
import type { Dependencies } from "../../app/library-context.tsx";
import { oneDesk } from "../../app/one-desk.ts";
import { COPYING_LOCK } from "../../app/window-lock.ts";
import CopyWorker from "../../storage/book-folder/copy-worker.ts?worker";
import {
  askForLeave,
  type BookState,
  bringBack,
  type CopyHands,
  type CopyOutcome,
  type CopyProgress,
  canChooseFolder,
  chooseFolder,
  chosenFolder,
  copyBook,
  fileInFolder,
  forgetFiles,
  freeFirstCopies,
  hasLeave,
  type IndexFailure,
  keepChosenFolder,
  lookAtBook,
  openCopyHands,
} from "../../storage/book-folder/index.ts";

/** What is being done just now. */
export type FolderWork =
  | { readonly type: "nothing" | "looking" }
  | { readonly type: "copying"; readonly progress: CopyProgress | undefined }
  | { readonly type: "freeing" | "bringing"; readonly done: number; readonly total: number };

/** A file that could not be done, and why. */
export type FolderTrouble = CopyOutcome["failed"][number];

/** What the last act brought. */
export type FolderResult =
  | { readonly type: "none" | "other-tab" }
  | {
      readonly type: "copied";
      readonly count: number;
      readonly freed: number;
      readonly failed: readonly FolderTrouble[];
      readonly stopped: FolderTrouble["failure"] | undefined;
    }
  | {
      readonly type: "freed" | "brought" | "dropped";
      readonly files: readonly { readonly hash: MediaHash; readonly size: number }[];
      readonly failed: readonly FolderTrouble[];
    };

/** Everything the room shows of the folder. */
export interface FolderState {
  readonly canChoose: boolean;
  /** The chosen folder's name; `undefined` where none is chosen. */
  readonly name: string | undefined;
  /** Whether the browser still lets us use it. */
  readonly leave: boolean;
  readonly book: BookState | undefined;
  readonly refused: IndexFailure | undefined;
  /** The files in the browser's own storage, with their bytes. */
  readonly held: ReadonlyMap<MediaHash, number>;
  readonly work: FolderWork;
  readonly result: FolderResult;
}

/** The folder as screens use it. One for a page, so that copying goes on while another room is open. */
export interface FolderDesk {
  /** `undefined` until it has been looked at for the first time. */
  state(): FolderState | undefined;
  subscribe(listener: () => void): () => void;
  look(): Promise<void>;
  /** Lets the person choose; in the click itself. */
  choose(): Promise<void>;
  /** Asks the browser again; in the click itself. */
  allow(): Promise<void>;
  /** Forgets the folder; what lies there stays. */
  forget(): Promise<void>;
  copy(freesFirst: boolean): Promise<void>;
  free(files: readonly BookFile[]): Promise<void>;
  bring(files: readonly BookFile[]): Promise<void>;
  /** Takes files out of the browser's storage that lie nowhere else. */
  drop(files: readonly { readonly hash: MediaHash; readonly size: number }[]): Promise<void>;
  stop(): void;
}

const NOTHING: FolderWork = { type: "nothing" };

const makeDesk = ({ library, media, homes }: Dependencies): FolderDesk => {
  const listeners = new Set<() => void>();
  let state: FolderState | undefined;
  let folder: FileSystemDirectoryHandle | undefined;
  let stopper = new AbortController();
  const show = (change: Partial<FolderState>): void => {
    if (state !== undefined) state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const heldNow = async (): Promise<ReadonlyMap<MediaHash, number>> =>
    new Map((await media.list()).map(({ hash, size }) => [hash, size]));
  const look = async (): Promise<void> => {
    folder = await chosenFolder(library);
    const held = await heldNow();
    const leave = folder !== undefined && (await hasLeave(folder, "readwrite"));
    const looked =
      folder === undefined || !leave
        ? undefined
        : await lookAtBook(
            folder,
            library.identity().site,
            library.snapshot().items.values(),
            new Set(held.keys()),
          );
    state = {
      work: NOTHING,
      result: { type: "none" },
      ...state,
      canChoose: canChooseFolder(),
      name: folder?.name,
      leave,
      held,
      book: looked?.ok === true ? looked.value : undefined,
      refused: looked?.ok === false ? looked.error : undefined,
    };
    show({});
  };
  /** One act at a time, in all tabs. */
  const alone = async (
    work: FolderWork,
    act: (folder: FileSystemDirectoryHandle, hands: CopyHands) => Promise<FolderResult>,
  ): Promise<void> => {
    const at = folder;
    if (at === undefined || (state !== undefined && state.work.type !== "nothing")) return;
    stopper = new AbortController();
    show({ work, result: { type: "none" } });
    const result = await navigator.locks.request(
      COPYING_LOCK,
      { ifAvailable: true },
      async (lock): Promise<FolderResult> => {
        if (lock === null) return { type: "other-tab" };
        const hands = openCopyHands(() => new CopyWorker(), at);
        try {
          return await act(at, hands);
        } finally {
          hands.close();
        }
      },
    );
    show({ work: NOTHING, result });
    await look();
  };
  const free = async (
    files: readonly BookFile[],
    at: FileSystemDirectoryHandle,
    hands: CopyHands,
    known: ReadonlySet<MediaHash> = new Set(),
  ) => {
    // A row of the inbox that shows the same film still needs it here.
    const used = (await homes?.filesInUse()) ?? new Set<string>();
    const freed = await freeFirstCopies(
      files.filter(({ hash }) => !used.has(hash)),
      media,
      hands,
      {
        known,
        signal: stopper.signal,
        onProgress: (done, total) => show({ work: { type: "freeing", done, total } }),
      },
    );
    const bad = freed.failed.filter(({ failure }) => failure.type === "differs");
    await forgetFiles(at, library.identity().site, new Set(bad.map(({ file }) => file.hash)));
    return freed;
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    choose: async () => {
      const chosen = await chooseFolder();
      if (chosen === undefined) return;
      await keepChosenFolder(library, chosen);
      show({ result: { type: "none" } });
      await look();
    },
    allow: async () => {
      if (folder !== undefined) await askForLeave(folder);
      await look();
    },
    forget: async () => {
      await keepChosenFolder(library, undefined);
      show({ result: { type: "none" } });
      await look();
    },
    copy: async (freesFirst) => {
      if (folder !== undefined && !(await askForLeave(folder))) {
        await look();
        return;
      }
      await look();
      const book = state?.book;
      if (book === undefined) return;
      await alone({ type: "copying", progress: undefined }, async (at, hands) => {
        const outcome = await copyBook(book, {
          folder: at,
          media,
          hands,
          signal: stopper.signal,
          onProgress: (progress) => show({ work: { type: "copying", progress } }),
        });
        const { copied, failed, stopped } = outcome;
        const twice = [...book.there, ...copied].filter(({ hash }) => state?.held.has(hash));
        const freed =
          freesFirst && stopped === undefined
            ? await free(twice, at, hands, new Set(copied.map(({ hash }) => hash)))
            : { done: [], failed: [] };
        return {
          type: "copied",
          count: copied.length,
          freed: freed.done.length,
          failed: [...failed, ...freed.failed],
          stopped,
        };
      });
    },
    free: async (files) => {
      await alone({ type: "freeing", done: 0, total: 1 }, async (at, hands) => {
        const { done, failed } = await free(files, at, hands);
        return { type: "freed", files: done, failed };
      });
    },
    bring: async (files) => {
      await alone({ type: "bringing", done: 0, total: 1 }, async () => {
        const { done, failed } = await bringBack(
          files,
          media,
          (hash) => fileInFolder(library, hash),
          {
            signal: stopper.signal,
            onProgress: (at, total) => show({ work: { type: "bringing", done: at, total } }),
          },
        );
        return { type: "brought", files: done, failed };
      });
    },
    drop: async (files) => {
      const used = (await homes?.filesInUse()) ?? new Set<string>();
      const done = files.filter(({ hash }) => !used.has(hash));
      for (const { hash } of done) await media.remove(hash);
      show({ result: { type: "dropped", files: done, failed: [] } });
      await look();
    },
    stop: () => stopper.abort(),
  };
};

/** The one desk of this page. */
export const folderDesk = oneDesk(makeDesk);
