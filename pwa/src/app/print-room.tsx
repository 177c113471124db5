import { lazy } from "react";
import { useWords } from "../locales/index.ts";
import type { PaperKind } from "./paper-kinds.ts";
import css from "./print-room.module.css";

const ProgrammePrint = lazy(async () => ({
  default: (await import("../features/programme-book/index.ts")).ProgrammePrint,
}));
const SupplementPrint = lazy(async () => ({
  default: (await import("../features/programme-book/index.ts")).SupplementPrint,
}));

/** Every kind of paper that the book's print desk offers, in the order of its row; rooms are lazy. */
const PAPER_KINDS: readonly PaperKind[] = [
  { id: "", name: (words) => words.programmeBook.kindBooklet, Room: ProgrammePrint },
  { id: "supplement", name: (words) => words.programmeBook.supplement, Room: SupplementPrint },
];

const addressOf = (id: string): string => (id === "" ? "#/book/print" : `#/book/print/${id}`);

const Kinds = ({ chosen }: { readonly chosen: PaperKind }) => {
  const words = useWords();
  return (
    <nav className={css.kinds} aria-label={words.programmeBook.kinds}>
      {PAPER_KINDS.map((kind) => (
        <a
          key={kind.id}
          className={`chip ${kind === chosen ? "on" : ""}`}
          href={addressOf(kind.id)}
          aria-current={kind === chosen ? "page" : undefined}
        >
          {kind.name(words)}
        </a>
      ))}
    </nav>
  );
};

/** The print desk: one kind of paper, and the row of all of them. An unknown address shows the booklet. */
export const PrintRoom = ({ id = "" }: { readonly id?: string | undefined }) => {
  const chosen = PAPER_KINDS.find((kind) => kind.id === id) ?? PAPER_KINDS[0];
  if (chosen === undefined) return null;
  return <chosen.Room key={chosen.id} kinds={<Kinds chosen={chosen} />} />;
};
