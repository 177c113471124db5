import type { Changes } from "@dianbo/shared/changes";
import { ok } from "@dianbo/shared/result";
import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";
import type { LibraryFailure, Workbench } from "../../storage/index.ts";

/** How a room writes, and what to say when a write could not be kept. */
export interface Acting {
  /** Applies a command that cannot fail by itself; answers whether it was kept. */
  act(command: (bench: Workbench) => Changes): Promise<boolean>;
  undo(): Promise<void>;
  /** The sentence for the last write that failed; `undefined` after one that was kept. */
  readonly problem: string | undefined;
}

/** The writing hand of a room. */
export const useAct = (): Acting => {
  const { library } = useDependencies();
  const { setMenus: words } = useWords();
  const [problem, setProblem] = useState<string>();

  const say = (failure: LibraryFailure): string => {
    switch (failure.type) {
      case "disk-full":
        return words.diskFull;
      case "nothing-to-undo":
      case "moved-on":
        return words.nothingToUndo;
      case "not-stored":
        return words.notSaved;
    }
  };

  return {
    problem,
    act: async (command) => {
      const kept = await library.apply<LibraryFailure>((bench) => ok(command(bench)));
      setProblem(kept.ok ? undefined : say(kept.error));
      return kept.ok;
    },
    undo: async () => {
      const undone = await library.undo();
      setProblem(undone.ok ? undefined : say(undone.error));
    },
  };
};
