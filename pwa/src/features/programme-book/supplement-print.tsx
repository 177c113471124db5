import { noteSupplement, speakNumbers } from "@dianbo/shared/programme";
import { isRightPage, type SupplementPage, supplementPages } from "@dianbo/shared/programme-book";
import { ok } from "@dianbo/shared/result";
import { CircleCheck, Printer, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import type { PaperRoomProps } from "../../app/paper-kinds.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { DeskChoice, PrintDeskSheet, PrintFrame } from "../../design/print-frame.tsx";
import { useWords } from "../../locales/index.ts";
import type { LibraryFailure } from "../../storage/index.ts";
import { sayMonth } from "./month-words.ts";
import { PageList } from "./page-list.tsx";
import { PageHead, PaperFrame } from "./paper-frame.tsx";
import css from "./print-desk.module.css";
import { SupplementRows } from "./supplement-rows.tsx";
import { type BookAtWork, useBook } from "./use-book.ts";
import { useMountedPages } from "./use-mounted-pages.ts";
import { failureWords, type PrintWindow, usePrintWindow } from "./use-printing.ts";
import { type PastEdition, usePastEditions } from "./use-supplement.ts";

/** What the supplement in hand is: to which edition, and the how-manieth. */
interface InHand extends PastEdition {
  readonly since: NonNullable<PastEdition["since"]>;
}

const Sheet = ({
  page,
  place,
  book,
  past,
}: {
  readonly page: SupplementPage;
  readonly place: number;
  readonly book: BookAtWork;
  readonly past: InHand;
}) => {
  const { programmeBook: words } = useWords();
  const part = past.since.content.supplements.length + 1;
  const name = book.siteName === "" ? words.bookAlone : words.footerBook(book.siteName);
  const title = words.supplementTo(past.edition.number, part);
  return (
    <PaperFrame
      name={words.pageName(place, title)}
      size={book.settings.size}
      isLeft={book.settings.sides !== "one" && !isRightPage(place)}
      own={0}
      foot={{
        place,
        left: `${name} · ${title} · ${sayMonth(book.edition.month, words)}`,
        right: words.supplementFoot(past.edition.number),
      }}
    >
      <PageHead
        category={0}
        sign={words.supplementSign}
        title={words.supplement}
        isContinued={place > 1}
        hint={words.supplementHint(past.edition.number)}
      />
      <SupplementRows page={page} size={book.settings.size} />
    </PaperFrame>
  );
};

const Outcome = ({
  printing,
  onDone,
  edition,
}: {
  readonly printing: PrintWindow;
  readonly onDone: () => void;
  readonly edition: number;
}) => {
  const { programmeBook: words } = useWords();
  const { state } = printing;
  switch (state.type) {
    case "asking":
      return (
        <div className={`note ${css.outcome ?? ""}`}>
          <p>{words.askSupplement}</p>
          <div className="row">
            <Button onClick={onDone}>{words.done}</Button>
            <Button look="text" onClick={() => printing.set({ type: "before" })}>
              {words.notYet}
            </Button>
          </div>
        </div>
      );
    case "recorded":
      return (
        <p className="note ok">
          <Icon of={CircleCheck} /> {words.supplementRecorded(edition)}
        </p>
      );
    case "failed":
      return (
        <p className="note bad" role="alert">
          <Icon of={TriangleAlert} />
          {state.words}
        </p>
      );
    default:
      return null;
  }
};

/** Holds a printed supplement: its numbers count as told, and its edition remembers it. */
const useKeepSupplement = (past: InHand | undefined, printing: PrintWindow) => {
  const { library } = useDependencies();
  const { programmeBook: words } = useWords();
  return async (): Promise<void> => {
    if (past === undefined) return;
    const { added, changed } = past.since.changes;
    const told = new Set([...added.map(({ id }) => id), ...changed.map(({ now }) => now.id)]);
    const kept = await library.apply<LibraryFailure>(({ snapshot, clock }) => {
      const record = snapshot.records.get(past.edition.id);
      return ok({
        label: { type: "print-supplement", count: past.edition.number },
        puts: [
          ...(record === undefined ? [] : noteSupplement(record, past.since.content, clock.now())),
          ...speakNumbers([...snapshot.items.values()].filter(({ id }) => told.has(id))),
        ],
      });
    });
    printing.set(
      kept.ok
        ? { type: "recorded", spoken: told.size, reserved: 0 }
        : { type: "failed", words: failureWords(kept.error, words) },
    );
  };
};

const Desk = ({
  past,
  editions,
  onChoose,
  withBlanks,
  onBlanks,
  pages,
  printing,
}: {
  readonly past: PastEdition | undefined;
  readonly editions: readonly PastEdition[];
  readonly onChoose: (id: string) => void;
  readonly withBlanks: boolean;
  readonly onBlanks: (withBlanks: boolean) => void;
  readonly pages: number;
  readonly printing: PrintWindow;
}) => {
  const { programmeBook: words, shell } = useWords();
  const inHand = past?.since === undefined ? undefined : { ...past, since: past.since };
  const keep = useKeepSupplement(inHand, printing);
  const blanks = inHand?.since.changes.added.filter(({ hasBlank }) => hasBlank) ?? [];
  return (
    <PrintDeskSheet
      name={words.supplement}
      foot={
        <>
          {pages === 0 ? null : (
            <>
              <p className="small">{words.pages(pages)}</p>
              <Button look="go" icon={<Icon of={Printer} />} onClick={() => void printing.print()}>
                {words.startPrint}
              </Button>
            </>
          )}
          <div role="status">
            <Outcome
              printing={printing}
              onDone={() => void keep()}
              edition={past?.edition.number ?? 0}
            />
          </div>
        </>
      }
    >
      <h2>{words.supplement}</h2>
      {past === undefined ? null : (
        <DeskChoice name={words.sinceEdition}>
          <select value={past.edition.id} onChange={(event) => onChoose(event.target.value)}>
            {editions.map(({ edition }) => (
              <option key={edition.id} value={edition.id}>
                {words.edition(edition.number)}
              </option>
            ))}
          </select>
        </DeskChoice>
      )}
      {inHand === undefined ? null : <p className="small">{words.changes(inHand.since.changes)}</p>}
      {blanks.length === 0 ? null : (
        <>
          <p className="small">
            {words.fitBlanks(
              blanks.length,
              blanks.map(({ number }) => number).join(shell.marks.list),
            )}
          </p>
          <label className="row">
            <input
              type="checkbox"
              checked={withBlanks}
              onChange={(event) => onBlanks(event.target.checked)}
            />
            {words.printBlanksToo}
          </label>
        </>
      )}
      {pages === 0 ? null : <p className="hint">{words.printHint}</p>}
    </PrintDeskSheet>
  );
};

/** The supplement (增补页): what has changed since an edition, so that a whole book need not be printed again. */
export const SupplementPrint = ({ kinds }: PaperRoomProps) => {
  const { programmeBook: words } = useWords();
  const book = useBook();
  const editions = usePastEditions(book);
  const [chosen, setChosen] = useState<string>();
  const [withBlanks, setWithBlanks] = useState(false);
  const past = editions.find(({ edition }) => edition.id === chosen) ?? editions[0];
  const { size } = book.settings;
  const pages = useMemo(
    () =>
      past?.since === undefined ? [] : supplementPages(past.since.changes, { size, withBlanks }),
    [past, size, withBlanks],
  );
  const mounted = useMountedPages(pages.length);
  const printing = usePrintWindow(mounted);

  const answer = (): string | undefined => {
    if (past === undefined) return words.noEditionYet;
    if (past.since === undefined) return words.editionWithoutRows(past.edition.number);
    if (pages.length > 0) return undefined;
    return past.since.changes.added.length > 0
      ? words.onlyBlanks(past.edition.number)
      : words.nothingChanged(past.edition.number);
  };
  const said = answer();
  return (
    <PrintFrame
      title={words.supplement}
      back="#/book"
      backName={words.back}
      kinds={kinds}
      size="A4"
      previewName={words.preview}
      desk={
        <Desk
          past={past}
          editions={editions}
          onChoose={setChosen}
          withBlanks={withBlanks}
          onBlanks={setWithBlanks}
          pages={pages.length}
          printing={printing}
        />
      }
    >
      {said === undefined ? null : <p className="note">{said}</p>}
      <PageList
        count={pages.length}
        pages={mounted}
        draw={(at) => {
          const page = pages[at];
          return page === undefined || past?.since === undefined ? null : (
            <Sheet
              key={at}
              page={page}
              place={at + 1}
              book={book}
              past={{ ...past, since: past.since }}
            />
          );
        }}
      />
    </PrintFrame>
  );
};
