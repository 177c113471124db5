import { instantSchema } from "@dianbo/shared/clock";
import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { type RecordId, recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { Library } from "../library.ts";

/** In the library's small memory, which stays on this machine: what was found of files, and of menus. */
const FILES = "file-checks";
const REPORTS = "pre-flight-reports";

/** So many menus' last reports are remembered. */
const MENUS = 40;

const fileCheckSchema = v.object({
  hash: mediaHashSchema,
  at: instantSchema,
  /** `good`: all its bytes are those that were kept. */
  state: v.picklist(["good", "broken"]),
});
/** What the last look at a file on this machine found. */
export type FileCheck = v.InferOutput<typeof fileCheckSchema>;

const reportSchema = v.object({
  menu: recordIdSchema,
  at: instantSchema,
  verdict: v.picklist(["ready", "almost", "no"]),
  total: v.number(),
  plays: v.number(),
  /** The items that do not play. */
  broken: v.array(v.string()),
  /** What stood in the menu then, so that a changed menu is not called checked. */
  items: v.array(v.string()),
});
/** What the last pre-flight of a menu on this machine came to. */
export type KeptReport = v.InferOutput<typeof reportSchema>;

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Calls back after anything was remembered in this tab; returns how to stop. */
export const subscribeToChecks = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const readList = async <S extends v.GenericSchema>(
  library: Pick<Library, "readMemo">,
  memo: string,
  schema: S,
): Promise<readonly v.InferOutput<S>[]> => {
  const read = v.safeParse(v.array(v.unknown()), await library.readMemo(memo));
  if (!read.success) return [];
  return read.output.flatMap((line) => {
    const one = v.safeParse(schema, line);
    return one.success ? [one.output] : [];
  });
};

/** What was found of files, by hash. */
export const readFileChecks = async (
  library: Pick<Library, "readMemo">,
): Promise<ReadonlyMap<MediaHash, FileCheck>> =>
  new Map((await readList(library, FILES, fileCheckSchema)).map((check) => [check.hash, check]));

/** One writing at a time, so that two checks that end together both stay. */
let writing: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<void>): Promise<void> => {
  const next = writing.then(work, work);
  writing = next;
  return next.then(tell);
};

/** Remembers what was found of a file. */
export const keepFileCheck = (
  library: Pick<Library, "readMemo" | "writeMemo">,
  check: FileCheck,
): Promise<void> =>
  inTurn(async () => {
    const known = await readFileChecks(library);
    await library.writeMemo(FILES, [...new Map(known).set(check.hash, check).values()]);
  });

/** Forgets files that are not there any more. */
export const forgetFileChecks = (
  library: Pick<Library, "readMemo" | "writeMemo">,
  gone: ReadonlySet<MediaHash>,
): Promise<void> =>
  inTurn(async () => {
    const known = await readFileChecks(library);
    await library.writeMemo(
      FILES,
      [...known.values()].filter(({ hash }) => !gone.has(hash)),
    );
  });

/** The last reports, by menu. */
export const readReports = async (
  library: Pick<Library, "readMemo">,
): Promise<ReadonlyMap<RecordId, KeptReport>> =>
  new Map((await readList(library, REPORTS, reportSchema)).map((one) => [one.menu, one]));

/** Remembers a menu's report. */
export const keepReport = (
  library: Pick<Library, "readMemo" | "writeMemo">,
  report: KeptReport,
): Promise<void> =>
  inTurn(async () => {
    const known = [...(await readReports(library)).values()];
    const others = known.filter(({ menu }) => menu !== report.menu).slice(1 - MENUS);
    await library.writeMemo(REPORTS, [...others, report]);
  });

/** Whether the person wants the library looked through in the background. */
const PAUSED = "file-checks-paused";

/** Whether the background's checks are paused on this machine. */
export const areChecksPaused = async (library: Pick<Library, "readMemo">): Promise<boolean> =>
  (await library.readMemo(PAUSED)) === true;

/** Pauses the background's checks, or lets them go on. */
export const pauseChecks = (library: Pick<Library, "writeMemo">, paused: boolean): Promise<void> =>
  inTurn(() => library.writeMemo(PAUSED, paused));
