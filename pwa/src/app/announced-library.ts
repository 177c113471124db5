import type { ChangeLabel, Changes } from "@dianbo/shared/changes";
import { actNamed, failureNamed } from "@dianbo/shared/events";
import type { RecordId } from "@dianbo/shared/identity";
import type { Result } from "@dianbo/shared/result";
import type { Library, LibraryFailure, LibrarySnapshot, Workbench } from "../storage/index.ts";
import type { EventLog } from "./event-ring.ts";

/** What the line at the foot tells: an act of this tab, or one that could not be kept. */
export type Notice =
  | {
      readonly type: "done";
      readonly label: ChangeLabel;
      /** The records it touched, for the numbers in the sentence. */
      readonly ids: readonly RecordId[];
    }
  | { readonly type: "undone" }
  | { readonly type: "redone" }
  | { readonly type: "failed"; readonly reason: LibraryFailure["type"] };

/** The last act of this tab; for `useSyncExternalStore`. */
export interface Notices {
  current(): Notice | undefined;
  subscribe(listener: () => void): () => void;
  dismiss(): void;
}

const isLibraryFailure = (type: string): type is LibraryFailure["type"] =>
  type === "disk-full" ||
  type === "not-stored" ||
  type === "nothing-to-undo" ||
  type === "moved-on";

/** The same library, whose every act is told to the line at the foot and to the ring of events. */
export const announcedLibrary = (
  library: Library,
  log: EventLog,
): { readonly library: Library; readonly notices: Notices } => {
  let notice: Notice | undefined;
  const listeners = new Set<() => void>();
  const tell = (next: Notice | undefined): void => {
    notice = next;
    for (const listener of listeners) listener();
  };
  const tellFailure = (type: string): void => {
    log.record({ type: "failed", failure: failureNamed(type) });
    // Failures of a command itself (a full shelf) are told by the room, where they happened.
    if (isLibraryFailure(type)) tell({ type: "failed", reason: type });
  };
  const step = async (
    way: "undone" | "redone",
    work: Promise<Result<LibrarySnapshot, LibraryFailure>>,
  ): Promise<Result<LibrarySnapshot, LibraryFailure>> => {
    const result = await work;
    if (result.ok) {
      log.record({ type: "act", act: way === "undone" ? "undo" : "redo", count: 1 });
      tell({ type: way });
    } else tellFailure(result.error.type);
    return result;
  };
  return {
    notices: {
      current: () => notice,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      dismiss: () => tell(undefined),
    },
    library: {
      identity: () => library.identity(),
      setSiteName: (name) => library.setSiteName(name),
      setPost: (post) => library.setPost(post),
      keepSiteKey: (key) => library.keepSiteKey(key),
      replaceSiteKey: (key) => library.replaceSiteKey(key),
      snapshot: () => library.snapshot(),
      subscribe: (listener) => library.subscribe(listener),
      apply: async <E extends { readonly type: string }>(
        command: (bench: Workbench) => Result<Changes, E>,
        options?: { readonly undoable?: boolean },
      ) => {
        let made: Changes | undefined;
        const result = await library.apply((bench) => {
          const changes = command(bench);
          made = changes.ok ? changes.value : undefined;
          return changes;
        }, options);
        if (result.ok && made !== undefined && made.puts.length > 0) {
          const count = new Set(made.puts.map(({ id }) => id)).size;
          log.record({ type: "act", act: actNamed(made.label.type), count });
        }
        if (!result.ok) tellFailure(result.error.type);
        else if (made !== undefined && made.puts.length > 0 && options?.undoable !== false) {
          tell({
            type: "done",
            label: made.label,
            ids: [...new Set(made.puts.map(({ id }) => id))],
          });
        }
        return result;
      },
      applyJoined: async (command) => {
        const result = await library.applyJoined(command);
        // What came in is told by the room that took it, with its own way back: an older line would mislead.
        if (result.ok) tell(undefined);
        else tellFailure(result.error.type);
        return result;
      },
      takeIn: (plan) => library.takeIn(plan),
      undo: () => step("undone", library.undo()),
      redo: () => step("redone", library.redo()),
      takeBack: (seq, name) => step("undone", library.takeBack(seq, name)),
      keepSearchTexts: (rows) => library.keepSearchTexts(rows),
      readMemo: (key) => library.readMemo(key),
      writeMemo: (key, value) => library.writeMemo(key, value),
      db: library.db,
      close: () => library.close(),
    },
  };
};
