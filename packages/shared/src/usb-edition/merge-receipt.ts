import { create, type FieldPut, type RecordState, restoreRecord } from "../changes/index.ts";
import type { Instant } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import type { RecordId, SiteId } from "../identity/index.ts";
import { type RegisterLine, recordPlaybackEnd } from "../ledger/index.ts";
import { speakNumbers } from "../programme/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { clockWasWrong, playedAt, type Receipt, type ReceiptRow } from "./receipt.ts";

/** What of a library a receipt is merged into. */
export interface ReceiptLibrary {
  readonly site: SiteId;
  /** Whether there is a record of this id, lines that were taken back included. */
  readonly has: (id: RecordId) => boolean;
  /** The line of the register of this id. */
  readonly line: (id: RecordId) => RegisterLine | undefined;
  /** The record of a line whose taking in was undone here: taken in again it comes back. */
  readonly undone?: (id: RecordId) => RecordState | undefined;
  readonly items: ReadonlyMap<RecordId, Courseware>;
}

/** A row with the moment that goes into the register. */
export type DatedRow = ReceiptRow & { readonly playedAt: Instant };

/** What merging a receipt does. */
export interface MergedReceipt {
  readonly puts: readonly FieldPut[];
  /** Rows that are new here, by time. */
  readonly added: readonly DatedRow[];
  /** Rows that were taken in before, when a film had not run so long yet. */
  readonly longer: number;
  /** Rows that were taken in before and change nothing. */
  readonly already: number;
  readonly clockWasWrong: boolean;
}

/** Numbers that people were told at a showing stand for ever; a number that is none of the item's says nothing. */
const spokenPuts = (
  rows: readonly ReceiptRow[],
  items: ReceiptLibrary["items"],
): readonly FieldPut[] => {
  const told = new Map<RecordId, Set<number>>();
  for (const { item: id, number } of rows) {
    const item = items.get(id);
    if (item === undefined || number === undefined) continue;
    if (item.number !== number && !(item.formerNumbers ?? []).includes(number)) continue;
    told.set(id, (told.get(id) ?? new Set()).add(number));
  }
  return [...told].flatMap(([id, numbers]) => {
    let item = items.get(id);
    const puts: FieldPut[] = [];
    for (const number of numbers) {
      if (item === undefined) break;
      puts.push(...speakNumbers([{ ...item, number }]));
      item = { ...item, spoken: true, spokenNumbers: [...(item.spokenNumbers ?? []), number] };
    }
    return puts;
  });
};

type Played = ReceiptRow["played"];

/** A receipt may have been written while a film ran: of what was played the longest counts, and an end stays one. */
const longest = (one: Played, other: Played): Played => {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    seconds: Math.max(one.seconds, other.seconds),
    completed: one.completed || other.completed,
  };
};

const longerPuts = (
  rows: readonly ReceiptRow[],
  { line }: Pick<ReceiptLibrary, "line">,
): readonly (readonly FieldPut[])[] =>
  rows.flatMap(({ id, played }) => {
    const known = line(id);
    if (played === undefined || known === undefined || known.struck != null) return [];
    const before = known.played ?? undefined;
    const whole = longest(played, before) ?? played;
    const same = before?.seconds === whole.seconds && before.completed === whole.completed;
    return same ? [] : [recordPlaybackEnd(id, whole)];
  });

/** The rows of several receipts, each once; one receipt of a PC holds what its earlier ones held. */
const rowsOf = (receipts: readonly Receipt[]): readonly DatedRow[] => {
  const rows = new Map<RecordId, DatedRow>();
  for (const receipt of [...receipts].sort((a, b) => b.writtenAt - a.writtenAt)) {
    const times = playedAt(receipt);
    for (const row of receipt.rows) {
      const known = rows.get(row.id);
      const played = longest(known?.played, row.played);
      rows.set(row.id, {
        ...(known ?? { ...row, playedAt: times.get(row.id) ?? row.startedAt }),
        ...(played === undefined ? {} : { played }),
      });
    }
  }
  return [...rows.values()].sort((a, b) => a.playedAt - b.playedAt || (a.id < b.id ? -1 : 1));
};

const linePuts = (row: DatedRow): readonly FieldPut[] =>
  create(
    { id: row.id, kind: "playback" },
    {
      item: row.item,
      startedAt: row.playedAt,
      title: row.title,
      number: row.number,
      menu: row.menu,
      played: row.played,
    },
  );

/**
 * Merges receipts into the playback register, as one step: a showing that is there already changes nothing,
 * so the same receipt twice is once, and receipts of one stick may overlap. Those of another site are left
 * out and counted.
 */
export const mergeReceipts = (
  receipts: readonly Receipt[],
  library: ReceiptLibrary,
): MergedReceipt & { readonly foreign: number } => {
  const own = receipts.filter(({ site }) => site === library.site);
  const rows = rowsOf(own);
  const back = rows.flatMap((row) => {
    const record = library.undone?.(row.id);
    return record === undefined ? [] : [{ row, record }];
  });
  const undone = new Set(back.map(({ row }) => row.id));
  const added = rows.filter(({ id }) => !library.has(id) || undone.has(id));
  const known = rows.filter(({ id }) => library.has(id) && !undone.has(id));
  const longer = longerPuts(known, library);
  return {
    puts: [
      ...added.filter(({ id }) => !undone.has(id)).flatMap(linePuts),
      ...back.map(({ record }) => restoreRecord(record)),
      ...longer.flat(),
      ...spokenPuts(added, library.items),
    ],
    added,
    longer: longer.length,
    already: known.length - longer.length,
    clockWasWrong: own.some(clockWasWrong),
    foreign: receipts.length - own.length,
  };
};

/** Merges one receipt; see `mergeReceipts`. A receipt of another site is refused. */
export const mergeReceipt = (
  receipt: Receipt,
  library: ReceiptLibrary,
): Result<MergedReceipt, { readonly type: "other-site" }> => {
  if (receipt.site !== library.site) return err({ type: "other-site" });
  return ok(mergeReceipts([receipt], library));
};
