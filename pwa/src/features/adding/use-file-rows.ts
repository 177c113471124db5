import type { Courseware } from "@dianbo/shared/courseware";
import { useEffect, useMemo, useRef, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { type NumberProblem, readOwnNumber } from "./own-number.ts";
import { newRow, readBroughtFile, underOldNumber } from "./read-file.ts";
import { type FileRow, isOpen, readMinutes } from "./row.ts";
import { type SaveOutcome, saveRows } from "./save-rows.ts";

/** So many files at a time; more would be a list nobody reads through. */
export const MOST_FILES = 200;

/** What a row lacks before it can be saved. */
export interface RowProblems {
  readonly title: boolean;
  readonly minutes: boolean;
  readonly number: NumberProblem | undefined;
}

/** The files that are looked through before they are saved. */
export interface FileRows {
  readonly rows: readonly FileRow[];
  /** All items of the library, for what is taken. */
  readonly known: readonly Courseware[];
  /** How many files of the last handful were left out because it was too many. */
  readonly leftOut: number;
  readonly saving: boolean;
  readonly outcome: SaveOutcome | undefined;
  readonly problems: ReadonlyMap<string, RowProblems>;
  add(files: readonly File[]): void;
  change(key: string, part: Partial<FileRow>): void;
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

/** Files are read one after the other, so that an old disk is not asked for all at once. */
export const useFileRows = (): FileRows => {
  const { library, media, newId } = useDependencies();
  const { items } = useSnapshot();
  const [rows, setRows] = useState<readonly FileRow[]>([]);
  const [leftOut, setLeftOut] = useState(0);
  const [outcome, setOutcome] = useState<SaveOutcome>();
  const [saving, setSaving] = useState<AbortController>();
  const made = useRef(0);
  const reading = useRef(Promise.resolve());
  const known = useMemo(() => [...items.values()], [items]);

  const change = (key: string, part: Partial<FileRow>): void =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));

  const problems = useMemo(() => {
    const numbers = rows.filter(isOpen);
    return new Map(
      rows.map((row): [string, RowProblems] => {
        if (!isOpen(row)) return [row.key, NOTHING_WRONG];
        const others = numbers.filter(({ key }) => key !== row.key).map(({ number }) => number);
        const own = readOwnNumber(row.number, known, others);
        return [
          row.key,
          {
            title: row.title.trim() === "",
            minutes: readMinutes(row.minutes) === undefined,
            number: own.ok ? undefined : own.error,
          },
        ];
      }),
    );
  }, [rows, known]);

  const add = (files: readonly File[]): void => {
    const room = Math.max(0, MOST_FILES - rows.length);
    const fresh = files.slice(0, room).map((file) => {
      made.current += 1;
      return newRow(`file-${made.current}`, file);
    });
    setLeftOut(files.length - fresh.length);
    setOutcome(undefined);
    setRows((before) => [...before, ...fresh]);
    for (const { key, file } of fresh) {
      reading.current = reading.current.then(async () => {
        const facts = await readBroughtFile(file, [...library.snapshot().items.values()]);
        change(key, facts);
      });
    }
  };

  const withOldNumber = (row: FileRow): FileRow =>
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
      { apply: (command) => library.apply(command), media, newId },
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
    add,
    change,
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
