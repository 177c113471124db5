import {
  type Blanks,
  PRINT_SIZES,
  SHEETS_A_LAYER,
  type Sides,
} from "@dianbo/shared/programme-book";
import { Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { DeskChoice, PrintDeskSheet } from "../../design/print-frame.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./print-desk.module.css";
import { PrintOutcome } from "./print-outcome.tsx";
import type { BookAtWork } from "./use-book.ts";
import type { Printing } from "./use-printing.ts";

const BLANK_CHOICES: readonly Blanks[] = [0, 2, 4, 6, 8, "fill"];
const SIDES: readonly Sides[] = ["one", "two", "folded"];
const PARTS = ["cover", "pinyin", "numbers", "back"] as const;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/u;

/** How many blank rows each shelf gets. */
export const BlankChoice = ({ book }: { readonly book: BookAtWork }) => {
  const { programmeBook: words } = useWords();
  return (
    <DeskChoice name={words.blanks}>
      <select
        value={book.settings.blanks}
        onChange={(event) => {
          const chosen = BLANK_CHOICES.find((choice) => String(choice) === event.target.value);
          if (chosen !== undefined) book.choose({ blanks: chosen });
        }}
      >
        {BLANK_CHOICES.map((choice) => (
          <option key={choice} value={choice}>
            {choice === "fill" ? words.blanksFill : words.blankCount(choice)}
          </option>
        ))}
      </select>
    </DeskChoice>
  );
};

/** The edition's number; half typed or emptied it changes nothing, left so it shows again what stands. */
const EditionNumber = ({ printing }: { readonly printing: Printing }) => {
  const { programmeBook: words } = useWords();
  const { edition } = printing;
  const [typed, setTyped] = useState<string>();
  return (
    <DeskChoice name={words.editionNumber}>
      <input
        className="n"
        type="number"
        min={1}
        max={9999}
        value={typed ?? edition.number}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = Number(event.target.value);
          if (Number.isInteger(number) && number >= 1 && number <= 9999) {
            printing.setEdition({ ...edition, number });
          }
        }}
        onBlur={() => setTyped(undefined)}
      />
    </DeskChoice>
  );
};

const SizeChoice = ({ book }: { readonly book: BookAtWork }) => {
  const { programmeBook: words } = useWords();
  return (
    <DeskChoice name={words.printSize}>
      <select
        value={book.settings.size}
        onChange={(event) => {
          const size = PRINT_SIZES.find((one) => String(one) === event.target.value);
          if (size !== undefined) book.choose({ size });
        }}
      >
        {PRINT_SIZES.map((size) => (
          <option key={size} value={size}>
            {words.printSizes[size]}
          </option>
        ))}
      </select>
    </DeskChoice>
  );
};

const SidesChoice = ({ book }: { readonly book: BookAtWork }) => {
  const { programmeBook: words } = useWords();
  return (
    <DeskChoice name={words.sides}>
      <select
        value={book.settings.sides}
        onChange={(event) => {
          const sides = SIDES.find((one) => one === event.target.value);
          if (sides === undefined) return;
          // Folded, everything comes out at seven tenths: the largest print keeps it readable.
          book.choose(sides === "folded" ? { sides, size: 22 } : { sides });
        }}
      >
        {SIDES.map((sides) => (
          <option key={sides} value={sides}>
            {words.sidesNames[sides]}
          </option>
        ))}
      </select>
    </DeskChoice>
  );
};

const PartsChoice = ({ book }: { readonly book: BookAtWork }) => {
  const { programmeBook: words } = useWords();
  const { parts } = book.settings;
  return (
    <fieldset className={css.parts}>
      <legend className="hint">{words.parts}</legend>
      {PARTS.map((part) => (
        <label key={part}>
          <input
            type="checkbox"
            checked={parts[part]}
            onChange={(event) => book.choose({ parts: { ...parts, [part]: event.target.checked } })}
          />
          {words.partNames[part]}
        </label>
      ))}
    </fieldset>
  );
};

/** What goes into the printer, in words. */
const paperWords = (
  book: BookAtWork,
  pages: number,
  sheets: number,
  words: Words["programmeBook"],
): string => {
  switch (book.settings.sides) {
    case "one":
      return words.pages(pages);
    case "two":
      return words.pagesTwoSided(pages, Math.ceil(pages / 2));
    case "folded":
      return words.pagesFolded(pages, sheets / 2);
  }
};

/** The desk beside the preview: which edition this is, how it is set, then print, then say that it is printed. */
export const PrintDesk = ({
  book,
  printing,
  pages,
  sheets,
  drawn,
}: {
  readonly book: BookAtWork;
  readonly printing: Printing;
  readonly pages: number;
  /** Pages as they are drawn: sides of folded sheets, or the pages themselves. */
  readonly sheets: number;
  readonly drawn: number;
}) => {
  const { programmeBook: words } = useWords();
  const { edition } = printing;
  const isFolded = book.settings.sides === "folded";
  return (
    <PrintDeskSheet
      name={words.settings}
      foot={
        <>
          <p className="small">{paperWords(book, pages, sheets, words)}</p>
          <Button
            look="go"
            icon={<Icon of={Printer} />}
            onClick={() => {
              if (pages > 0) void printing.print();
            }}
          >
            {words.startPrint}
          </Button>
          <PrintOutcome printing={printing} drawn={drawn} sheets={sheets} />
        </>
      }
    >
      <h2>{words.settings}</h2>
      <EditionNumber printing={printing} />
      <DeskChoice name={words.editionMonth}>
        <input
          className="n"
          type="month"
          value={edition.month}
          onChange={(event) => {
            if (MONTH.test(event.target.value)) {
              printing.setEdition({ ...edition, month: event.target.value });
            }
          }}
        />
      </DeskChoice>
      <SizeChoice book={book} />
      <SidesChoice book={book} />
      <BlankChoice book={book} />
      <p className="hint">{words.blanksNote}</p>
      <PartsChoice book={book} />
      <p className="hint">
        {isFolded
          ? words.printHintFolded(sheets / 2 > SHEETS_A_LAYER ? SHEETS_A_LAYER : 0)
          : words.printHint}
      </p>
    </PrintDeskSheet>
  );
};
