import { isListed } from "@dianbo/shared/courseware";
import { printEdition, type ShelfFull } from "@dianbo/shared/programme";
import { useEffect, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import type { LibraryFailure } from "../../storage/index.ts";
import { printedMenus } from "./printed-menus.ts";
import type { BookAtWork, EditionInHand } from "./use-book.ts";
import type { MountedPages } from "./use-mounted-pages.ts";

/** Where a printing stands. */
export type PrintState =
  | { readonly type: "before" }
  /** The pages that are not drawn yet are being drawn. */
  | { readonly type: "drawing" }
  /** The print window was closed; only the person knows whether paper came out. */
  | { readonly type: "asking" }
  | { readonly type: "recorded"; readonly spoken: number; readonly reserved: number }
  | { readonly type: "undone" }
  | { readonly type: "failed"; readonly words: string };

/** The print window and what comes before and after it. */
export interface PrintWindow {
  readonly state: PrintState;
  set(state: PrintState): void;
  /** Draws all pages, then opens the browser's print window. */
  print(): Promise<void>;
  stop(): void;
}

/** Opens the print window once every page is drawn, and asks afterwards whether paper came out. */
export const usePrintWindow = (pages: MountedPages): PrintWindow => {
  const [state, set] = useState<PrintState>({ type: "before" });
  useEffect(() => {
    const ask = (): void => set({ type: "asking" });
    window.addEventListener("afterprint", ask);
    return () => window.removeEventListener("afterprint", ask);
  }, []);
  return {
    state,
    set,
    print: async () => {
      set({ type: "drawing" });
      if (await pages.drawAll()) window.print();
      else set({ type: "before" });
    },
    stop: () => {
      pages.stop();
      set({ type: "before" });
    },
  };
};

/** What a failure to keep the record is called. */
export const failureWords = (
  failure: ShelfFull | LibraryFailure,
  words: Words["programmeBook"],
): string => {
  switch (failure.type) {
    case "shelf-full":
      return words.shelfFull;
    case "disk-full":
      return words.diskFull;
    case "not-stored":
    case "nothing-to-undo":
    case "moved-on":
      return words.notSaved;
  }
};

/** Printing an edition: the print window, the question, the record. */
export interface Printing extends PrintWindow {
  readonly edition: EditionInHand;
  setEdition(edition: EditionInHand): void;
  confirm(): Promise<void>;
  decline(): void;
  undo(): Promise<void>;
}

/** Holds the edition in hand from choosing its number to 「印好了」. */
export const usePrinting = (book: BookAtWork, pages: MountedPages): Printing => {
  const { library } = useDependencies();
  const { items } = useSnapshot();
  const { programmeBook: words } = useWords();
  const printWindow = usePrintWindow(pages);
  const [chosen, setChosen] = useState<EditionInHand>();
  const edition = chosen ?? book.edition;
  const { set } = printWindow;

  return {
    ...printWindow,
    edition,
    setEdition: setChosen,
    confirm: async () => {
      const { blanks } = book.content;
      const menus = printedMenus(book.content.menus);
      // What was printed keeps its number on screen, though the library now knows a next one.
      setChosen(edition);
      const spoken = [...items.values()].filter((item) => isListed(item) && item.number != null);
      const kept = await library.apply<ShelfFull | LibraryFailure>(
        ({ book: numbers, newId, clock }) =>
          printEdition(numbers, { ...edition, at: clock.now(), menus }, blanks, newId),
      );
      const reserved = Object.values(blanks).reduce((sum, count) => sum + count, 0);
      set(
        kept.ok
          ? { type: "recorded", spoken: spoken.length, reserved }
          : { type: "failed", words: failureWords(kept.error, words) },
      );
    },
    decline: () => set({ type: "before" }),
    undo: async () => {
      const undone = await library.undo();
      set(
        undone.ok
          ? { type: "undone" }
          : { type: "failed", words: failureWords(undone.error, words) },
      );
      if (undone.ok) setChosen(undefined);
    },
  };
};
