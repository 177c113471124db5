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

type SingleSheets = typeof import("../features/printed-sheets/index.ts");

const singleSheet = (choose: (sheets: SingleSheets) => PaperKind["Room"]) =>
  lazy(async () => ({ default: choose(await import("../features/printed-sheets/index.ts")) }));

const WallPrint = singleSheet((sheets) => sheets.WallPrint);
const CardsPrint = singleSheet((sheets) => sheets.CardsPrint);
const ListPrint = singleSheet((sheets) => sheets.ListPrint);
const SlipPrint = singleSheet((sheets) => sheets.SlipPrint);
const NoticePrint = singleSheet((sheets) => sheets.NoticePrint);

/** Every kind of paper that the book's print desk offers, in the order of its row; rooms are lazy. */
const PAPER_KINDS: readonly PaperKind[] = [
  { id: "", name: (words) => words.programmeBook.kindBooklet, Room: ProgrammePrint },
  { id: "supplement", name: (words) => words.programmeBook.supplement, Room: SupplementPrint },
  { id: "slip", name: (words) => words.printedSheets.slip.name, Room: SlipPrint },
  { id: "wall", name: (words) => words.printedSheets.wall.name, Room: WallPrint },
  { id: "cards", name: (words) => words.printedSheets.cards.name, Room: CardsPrint },
  { id: "notice", name: (words) => words.printedSheets.notice.name, Room: NoticePrint },
  { id: "list", name: (words) => words.printedSheets.list.name, Room: ListPrint },
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
