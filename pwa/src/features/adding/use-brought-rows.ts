import type { Category } from "@dianbo/shared/category";
import type { Courseware, KeepingPlace } from "@dianbo/shared/courseware";
import type { OldRow } from "@dianbo/shared/old-list";
import { useEffect, useMemo, useRef, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { readSubtitleFile } from "../../app/read-subtitle-file.ts";
import { hashFile, rememberLyingFiles } from "../../storage/film-folders/index.ts";
import { withSubtitles } from "./beside-film.ts";
import { type NumberProblem, problemsOfNumbers, readOwnNumber } from "./own-number.ts";
import { type BroughtFile, newRow, readBroughtFile, underOldNumber } from "./read-file.ts";
import { type BroughtRow, categoryOf, isOpen, readMinutes } from "./row.ts";
import { type SaveOutcome, saveRows } from "./save-rows.ts";
import { heldByTitle, joinFilms, rowOfTable } from "./take-table.ts";

/** So many rows at a time; more would be a list nobody reads through. */
export const MOST_ROWS = 2000;

/** What a row lacks before it can be saved. */
export interface RowProblems {
  readonly title: boolean;
  readonly minutes: boolean;
  readonly number: NumberProblem | undefined;
}

/** What is looked through before it is saved: files, rows of a table, and both joined. */
export interface BroughtRows {
  readonly rows: readonly BroughtRow[];
  /** All items of the library, for what is taken. */
  readonly known: readonly Courseware[];
  /** How many of the last handful were left out because it was too many. */
  readonly leftOut: number;
  readonly saving: boolean;
  readonly outcome: SaveOutcome | undefined;
  readonly problems: ReadonlyMap<string, RowProblems>;
  /** Whether films of an opened folder stay where they lie. */
  readonly staying: boolean;
  setStaying(staying: boolean): void;
  add(files: readonly BroughtFile[], leftOut?: number): void;
  /** Takes rows of a table; what the list has no room for is told and can be taken afterwards. */
  addListed(rows: readonly OldRow[], place: KeepingPlace | undefined): void;
  change(key: string, part: Partial<BroughtRow>): void;
  /** Files every row that has no category yet. */
  fileRest(category: Category): void;
  takeOldNumber(key: string): void;
  takeAllOldNumbers(): void;
  remove(key: string): void;
  save(): void;
  stop(): void;
}

/** Of a row that is not to be changed nothing is asked. */
export const NOTHING_WRONG: RowProblems = { title: false, minutes: false, number: undefined };

/** Whether a row has what it takes to be saved. */
export const isSound = (problems: RowProblems | undefined): boolean =>
  problems !== undefined && !problems.title && !problems.minutes && problems.number === undefined;

const problemsOf = (
  rows: readonly BroughtRow[],
  known: readonly Courseware[],
): ReadonlyMap<string, RowProblems> => {
  const numbers = problemsOfNumbers(
    rows.map((row) => (isOpen(row) ? row.number : "")),
    known,
  );
  return new Map(
    rows.map((row, at): [string, RowProblems] => [
      row.key,
      isOpen(row)
        ? {
            title: row.title.trim() === "",
            minutes: readMinutes(row.minutes) === undefined,
            number: numbers[at],
          }
        : NOTHING_WRONG,
    ]),
  );
};

/** Files are read one after the other, so that an old disk is not asked for all at once. */
export const useBroughtRows = (): BroughtRows => {
  const { library, media, newId } = useDependencies();
  const { items } = useSnapshot();
  const [rows, setRows] = useState<readonly BroughtRow[]>([]);
  const [leftOut, setLeftOut] = useState(0);
  const [staying, setStaying] = useState(true);
  const [outcome, setOutcome] = useState<SaveOutcome>();
  const [saving, setSaving] = useState<AbortController>();
  const made = useRef(0);
  const reading = useRef(Promise.resolve());
  const known = useMemo(() => [...items.values()], [items]);
  const problems = useMemo(() => problemsOf(rows, known), [rows, known]);

  const change = (key: string, part: Partial<BroughtRow>): void =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));

  const nextKey = (): string => {
    made.current += 1;
    return `row-${made.current}`;
  };

  const add = (files: readonly BroughtFile[], beyond = 0): void => {
    const films = withSubtitles(files);
    const taken = films
      .slice(0, Math.max(0, MOST_ROWS - rows.length))
      .map((film) => ({ row: newRow(nextKey(), film), lying: film.subtitles }));
    const fresh = taken.map(({ row }) => row);
    setLeftOut(films.length - fresh.length + beyond);
    setOutcome(undefined);
    setRows((before) => joinFilms([...before, ...fresh]));
    for (const {
      row: { key, file },
      lying,
    } of taken) {
      if (file === undefined) continue;
      reading.current = reading.current.then(async () => {
        const subtitles = lying === undefined ? undefined : await readSubtitleFile(lying);
        const facts = await readBroughtFile(file, [...library.snapshot().items.values()]);
        setRows((before) =>
          before.map((row) =>
            row.key === key
              ? // What the table said stands where the file does not tell it.
                { ...row, ...facts, subtitles, minutes: facts.minutes || row.minutes }
              : row,
          ),
        );
      });
    }
  };

  const addListed: BroughtRows["addListed"] = (old, place) => {
    const held = heldByTitle(known);
    const fresh = old.slice(0, Math.max(0, MOST_ROWS - rows.length)).map((one): BroughtRow => {
      const row = rowOfTable(nextKey(), one);
      const item = held(row);
      const listed = { line: one.line, ...row.listed, place: row.listed?.place ?? place };
      return item === undefined
        ? { ...row, listed }
        : {
            ...row,
            listed,
            state: { type: "held", title: item.title, number: item.number ?? undefined },
          };
    });
    setLeftOut(old.length - fresh.length);
    setOutcome(undefined);
    setRows((before) => joinFilms([...before, ...fresh]));
  };

  const withOldNumber = (row: BroughtRow): BroughtRow =>
    row.oldNumber === undefined || !isOpen(row) ? row : underOldNumber(row);

  // Leaving the room stops a save: nothing goes on that nobody sees.
  useEffect(() => () => saving?.abort(), [saving]);

  const save = (): void => {
    const sound = rows.filter((row) => isOpen(row) && isSound(problems.get(row.key)));
    if (saving !== undefined || sound.length === 0) return;
    const stop = new AbortController();
    setSaving(stop);
    setOutcome(undefined);
    void saveRows(
      sound,
      {
        apply: (command) => library.apply(command),
        media,
        newId,
        staying: staying
          ? { hash: hashFile, remember: (lying) => rememberLyingFiles(library, lying) }
          : undefined,
      },
      (key, state) => change(key, { state }),
      stop.signal,
    ).then((ended) => {
      setOutcome(ended);
      setSaving(undefined);
    });
  };

  return {
    rows,
    known,
    leftOut,
    saving: saving !== undefined,
    outcome,
    problems,
    staying,
    setStaying,
    add,
    addListed,
    change,
    fileRest: (category) =>
      setRows((before) =>
        before.map((row) =>
          isOpen(row) && categoryOf(row) === undefined
            ? { ...row, category, reason: undefined }
            : row,
        ),
      ),
    takeOldNumber: (key) =>
      setRows((before) => before.map((row) => (row.key === key ? withOldNumber(row) : row))),
    takeAllOldNumbers: () =>
      setRows((before) =>
        before.map((row) =>
          row.oldNumber !== undefined && readOwnNumber(String(row.oldNumber), known).ok
            ? withOldNumber(row)
            : row,
        ),
      ),
    remove: (key) => setRows((before) => before.filter((row) => row.key !== key)),
    save,
    stop: () => saving?.abort(),
  };
};
