import type { StickScope } from "@dianbo/shared/book-folder";
import type { Instant } from "@dianbo/shared/clock";
import { speakNumbers } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { selectedItems } from "@dianbo/shared/sharing";
import { APP_VERSION } from "../../app/app-version.ts";
import type { Dependencies } from "../../app/library-context.tsx";
import { offerFile } from "../../app/offer-file.ts";
import { oneDesk } from "../../app/one-desk.ts";
import { COPYING_LOCK } from "../../app/window-lock.ts";
import CopyWorker from "../../storage/book-folder/copy-worker.ts?worker";
import {
  askForLeave,
  type CopyProgress,
  canChooseFolder,
  chooseFolder,
  chosenFolder,
  emptyFolder,
  hasLeave,
  type IndexFailure,
  keepChosenFolder,
  makeStick,
  noteStick,
  openCopyHands,
  planStick,
  type StickBench,
  type StickOutcome,
  type StickPlan,
  type StickProgress,
  zipStick,
} from "../../storage/book-folder/index.ts";
import type { LibrarySnapshot } from "../../storage/index.ts";
import { hashesElsewhere } from "../../storage/other-places.ts";
import { bookSelection, stickMakers } from "./stick-makers.ts";

/** What is being done just now. */
export type MakeWork =
  | { readonly type: "nothing" | "looking" | "preparing" }
  | { readonly type: "copying"; readonly progress: CopyProgress; readonly since: Instant }
  | { readonly type: "zipping"; readonly done: number; readonly total: number };

/** What the last run brought. */
export type MakeResult =
  | { readonly type: "none" | "other-tab" | "numbers-not-kept" | "zip-failed" | "broken-off" }
  | { readonly type: "made"; readonly outcome: StickOutcome; readonly name: string }
  | { readonly type: "zipped"; readonly fileName: string; readonly outcome: StickOutcome };

/** Everything the room shows of the stick that is being made. */
export interface MakeState {
  /** What the stick is made for; `undefined` until somebody has said. */
  readonly scope: StickScope | undefined;
  readonly canChoose: boolean;
  /** The stick's name, of this visit or of the last; `undefined` where none was ever chosen. */
  readonly name: string | undefined;
  /** Whether the browser lets us write there without asking. */
  readonly leave: boolean;
  /** What goes along; against an empty stick where none may be looked at. */
  readonly plan: StickPlan | undefined;
  /** Why the chosen stick cannot be used. */
  readonly refused: IndexFailure | undefined;
  readonly work: MakeWork;
  readonly result: MakeResult;
}

/** How a list and a zip are called, in the person's language. */
export interface MadeNames {
  readonly list: string;
  readonly zip: string;
}

/** The making of a stick as its room uses it. One for a page, so that it goes on while another room is open. */
export interface MakeDesk {
  state(): MakeState;
  subscribe(listener: () => void): () => void;
  /** Says what goes along, and looks what the stick lacks of it. */
  aim(scope: StickScope): Promise<void>;
  /** Lets the person choose a stick; in the click itself. */
  choose(): Promise<void>;
  /** Uses the last one again; in the click itself. */
  again(): Promise<void>;
  make(names: MadeNames): Promise<void>;
  makeZip(names: MadeNames): Promise<void>;
  stop(): void;
}

const ZIP_FOLDER = "outgoing";
const NOTHING: MakeWork = { type: "nothing" };

const FIRST: MakeState = {
  scope: undefined,
  canChoose: false,
  name: undefined,
  leave: false,
  plan: undefined,
  refused: undefined,
  work: NOTHING,
  result: { type: "none" },
};

/** The edition whose numbers hold: the last one printed. */
const lastEdition = ({ editions }: LibrarySnapshot): StickBench["edition"] => {
  const last = [...editions.values()].sort((a, b) => b.number - a.number)[0];
  return last === undefined ? undefined : { number: last.number, month: last.month };
};

/** A file in the browser's private storage that a zip is streamed into, so that memory does not hold it. */
const zipFile = async (name: string): Promise<FileSystemFileHandle> => {
  const root = await navigator.storage.getDirectory();
  // The last zip is in the downloads by now.
  await root.removeEntry(ZIP_FOLDER, { recursive: true }).catch(() => undefined);
  const folder = await root.getDirectoryHandle(ZIP_FOLDER, { create: true });
  return folder.getFileHandle(name, { create: true });
};

const makeDesk = (dependencies: Dependencies): MakeDesk => {
  const { library, media, clock } = dependencies;
  const listeners = new Set<() => void>();
  let state = FIRST;
  let folder: FileSystemDirectoryHandle | undefined;
  let stopper = new AbortController();
  let looks = 0;
  const show = (change: Partial<MakeState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const heldNow = async () =>
    new Set([...(await media.list()).map(({ hash }) => hash), ...(await hashesElsewhere(library))]);
  const scopeNow = (): StickScope => state.scope ?? { type: "menus", menus: [] };
  const busy = (): boolean => state.work.type !== "nothing" && state.work.type !== "looking";
  const look = async (): Promise<void> => {
    if (busy()) return;
    looks += 1;
    const mine = looks;
    show({ work: { type: "looking" } });
    folder ??= await chosenFolder(library, "stick");
    const leave = folder !== undefined && (await hasLeave(folder, "readwrite"));
    const { site } = library.identity();
    const held = await heldNow();
    const plan = (at: Parameters<typeof planStick>[0]) =>
      planStick(at, library.snapshot(), site, scopeNow(), held);
    const onStick = folder !== undefined && leave ? await plan(folder) : undefined;
    const anyway = onStick?.ok === true ? onStick : await plan(emptyFolder());
    if (mine !== looks || busy()) return;
    show({
      canChoose: canChooseFolder(),
      name: folder?.name,
      leave,
      plan: anyway.ok ? anyway.value : undefined,
      refused: onStick?.ok === false ? onStick.error : undefined,
      work: NOTHING,
    });
  };
  /** Numbers that leave the house are told; from then on they stand. */
  const speak = async (name: string): Promise<LibrarySnapshot | undefined> => {
    const spoken = await library.apply(
      ({ snapshot }) =>
        ok({
          label: { type: "share-list", name },
          puts: [...speakNumbers(selectedItems(snapshot, bookSelection(snapshot)))],
        }),
      { undoable: false },
    );
    return spoken.ok ? spoken.value : undefined;
  };
  const alone = async (act: () => Promise<MakeResult>): Promise<void> => {
    if (busy()) return;
    stopper = new AbortController();
    show({ work: { type: "preparing" }, result: { type: "none" }, refused: undefined });
    const result = await navigator.locks
      .request(
        COPYING_LOCK,
        { ifAvailable: true },
        async (lock): Promise<MakeResult> => (lock === null ? { type: "other-tab" } : act()),
      )
      // Whatever the browser's own storage throws: the room is not left waiting.
      .catch((): MakeResult => ({ type: "broken-off" }));
    show({ work: NOTHING, result });
    await look();
  };
  const benchOf = (
    snapshot: LibrarySnapshot,
    names: MadeNames,
  ): Omit<StickBench, "folder" | "hands"> => {
    const madeAt = clock.now();
    const identity = library.identity();
    let since: Instant | undefined;
    return {
      snapshot,
      media,
      madeAt,
      madeWith: APP_VERSION,
      siteName: identity.siteName,
      edition: lastEdition(snapshot),
      makers: stickMakers(snapshot, dependencies, { listName: names.list, madeAt }),
      signal: stopper.signal,
      onProgress: (progress: StickProgress) => {
        if (progress.type === "preparing") return;
        since ??= clock.now();
        show({ work: { type: "copying", progress, since } });
      },
    };
  };
  const remember = async ({ madeAt }: StickOutcome): Promise<void> => {
    if (madeAt !== undefined) await noteStick(library, library.identity().site, madeAt);
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    aim: async (wanted) => {
      if (busy()) return;
      const isOther = JSON.stringify(wanted) !== JSON.stringify(state.scope);
      show({ scope: wanted, ...(isOther ? { result: { type: "none" } } : {}) });
      await look();
    },
    choose: async () => {
      const chosen = await chooseFolder({ id: "dianbo-stick" });
      if (chosen === undefined) return;
      folder = chosen;
      await keepChosenFolder(library, chosen, "stick");
      show({ result: { type: "none" } });
      await look();
    },
    again: async () => {
      if (folder !== undefined) await askForLeave(folder);
      await look();
    },
    make: (names) =>
      alone(async () => {
        const at = folder;
        const snapshot = at === undefined ? undefined : await speak(names.list);
        if (at === undefined || snapshot === undefined) return { type: "numbers-not-kept" };
        const { site } = library.identity();
        const planned = await planStick(at, snapshot, site, scopeNow(), await heldNow());
        // Looked at once more, the stick says by itself why it cannot be used.
        if (!planned.ok) return { type: "none" };
        const hands = openCopyHands(() => new CopyWorker(), at);
        try {
          const bench = { ...benchOf(snapshot, names), folder: at, hands };
          const outcome = await makeStick(planned.value, bench);
          await remember(outcome);
          return { type: "made", outcome, name: at.name };
        } finally {
          hands.close();
        }
      }),
    makeZip: (names) =>
      alone(async () => {
        const snapshot = await speak(names.list);
        if (snapshot === undefined) return { type: "numbers-not-kept" };
        const { site } = library.identity();
        const planned = await planStick(emptyFolder(), snapshot, site, scopeNow(), await heldNow());
        if (!planned.ok) return { type: "zip-failed" };
        const fileName = `${names.zip}.zip`;
        try {
          const zipped = await zipStick(planned.value, benchOf(snapshot, names));
          const handle = await zipFile(fileName);
          const total = zipped.size;
          await zipped
            .stream((done) => show({ work: { type: "zipping", done, total } }))
            .pipeTo(await handle.createWritable(), { signal: stopper.signal });
          offerFile(await handle.getFile(), fileName);
          await remember(zipped.outcome);
          return { type: "zipped", fileName, outcome: zipped.outcome };
        } catch {
          return stopper.signal.aborted ? { type: "none" } : { type: "zip-failed" };
        }
      }),
    stop: () => stopper.abort(),
  };
};

/** The one desk of this page. */
export const makingDesk = oneDesk(makeDesk);
