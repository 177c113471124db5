import { isListed } from "@dianbo/shared/courseware";
import { printEdition, type ShelfFull } from "@dianbo/shared/programme";
import { useEffect, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";
import type { LibraryFailure } from "../../storage/index.ts";
import type { BookAtWork, EditionInHand } from "./use-book.ts";

/** Where a printing stands. */
export type PrintState =
  | { readonly type: "before" }
  /** The print window was closed; only the person knows whether paper came out. */
  | { readonly type: "asking" }
  | { readonly type: "recorded"; readonly spoken: number; readonly reserved: number }
  | { readonly type: "undone" }
  | { readonly type: "failed"; readonly words: string };

/** Printing an edition: the print window, the question, the record. */
export interface Printing {
  readonly state: PrintState;
  readonly edition: EditionInHand;
  setEdition(edition: EditionInHand): void;
  /** Opens the browser's print window. */
  print(): void;
  confirm(): Promise<void>;
  decline(): void;
  undo(): Promise<void>;
}

/** Holds the edition in hand from choosing its number to 「印好了」. */
export const usePrinting = (book: BookAtWork): Printing => {
  const { library } = useDependencies();
  const { items } = useSnapshot();
  const { programmeBook: words } = useWords();
  const [state, setState] = useState<PrintState>({ type: "before" });
  const [chosen, setChosen] = useState<EditionInHand>();
  const edition = chosen ?? book.edition;

  useEffect(() => {
    const ask = (): void => setState({ type: "asking" });
    window.addEventListener("afterprint", ask);
    return () => window.removeEventListener("afterprint", ask);
  }, []);

  const say = (failure: ShelfFull | LibraryFailure): string => {
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

  return {
    state,
    edition,
    setEdition: setChosen,
    print: () => window.print(),
    confirm: async () => {
      const { blanks } = book.content;
      // What was printed keeps its number on screen, though the library now knows a next one.
      setChosen(edition);
      const spoken = [...items.values()].filter((item) => isListed(item) && item.number != null);
      const kept = await library.apply<ShelfFull | LibraryFailure>(
        ({ book: numbers, newId, clock }) =>
          printEdition(numbers, { ...edition, at: clock.now() }, blanks, newId),
      );
      const reserved = Object.values(blanks).reduce((sum, count) => sum + count, 0);
      setState(
        kept.ok
          ? { type: "recorded", spoken: spoken.length, reserved }
          : { type: "failed", words: say(kept.error) },
      );
    },
    decline: () => setState({ type: "before" }),
    undo: async () => {
      const undone = await library.undo();
      setState(undone.ok ? { type: "undone" } : { type: "failed", words: say(undone.error) });
    },
  };
};
