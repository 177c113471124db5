import type { Changes } from "@dianbo/shared/changes";
import type { ShelfFull } from "@dianbo/shared/programme";
import type { Result } from "@dianbo/shared/result";
import { useState } from "react";
import type { Workbench } from "../storage/index.ts";
import { useDependencies } from "./library-context.tsx";

/** Writes, and answers whether it was kept. */
export type Act = (command: (bench: Workbench) => Result<Changes, ShelfFull>) => Promise<boolean>;

/**
 * The writing hand of a room. A full disk is told by the line at the page's foot; a full shelf is the
 * room's own to tell.
 */
export const useAct = (): { readonly act: Act; readonly shelfFull: boolean } => {
  const { library } = useDependencies();
  const [shelfFull, setShelfFull] = useState(false);
  return {
    shelfFull,
    act: async (command) => {
      const kept = await library.apply(command);
      setShelfFull(!kept.ok && kept.error.type === "shelf-full");
      return kept.ok;
    },
  };
};
