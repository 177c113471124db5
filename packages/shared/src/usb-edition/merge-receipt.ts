import { create, type FieldPut } from "../changes/index.ts";
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
  readonly items: ReadonlyMap<RecordId, Courseware>;
}

/** What merging a receipt does. */
export interface MergedReceipt {
  readonly puts: readonly FieldPut[];
  /** Rows that are new here, by time, with the moment that goes into the register. */
  readonly added: readonly (ReceiptRow & { readonly playedAt: Instant })[];
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

/** A receipt may have been written while a film ran: of what was played the longest counts, and an end stays one. */
const longerPuts = (
  rows: readonly ReceiptRow[],
  { line }: Pick<ReceiptLibrary, "line">,
): readonly (readonly FieldPut[])[] =>
  rows.flatMap(({ id, played }) => {
    const known = line(id);
    if (played === undefined || known === undefined || known.struck != null) return [];
    const seconds = Math.max(played.seconds, known.played?.seconds ?? 0);
    const completed = played.completed || known.played?.completed === true;
    const same = known.played?.seconds === seconds && known.played.completed === completed;
    return same ? [] : [recordPlaybackEnd(id, { seconds, completed })];
  });

/**
 * Merges a receipt into the playback register: a showing that is there already changes nothing, so the same
 * receipt twice is once, and two receipts of one stick may overlap. A receipt of another site is refused.
 */
export const mergeReceipt = (
  receipt: Receipt,
  library: ReceiptLibrary,
): Result<MergedReceipt, { readonly type: "other-site" }> => {
  if (receipt.site !== library.site) return err({ type: "other-site" });
  const times = playedAt(receipt);
  const added = receipt.rows
    .filter(({ id }) => !library.has(id))
    .map((row) => ({ ...row, playedAt: times.get(row.id) ?? row.startedAt }));
  const lines = added.flatMap((row) =>
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
    ),
  );
  const longer = longerPuts(
    receipt.rows.filter(({ id }) => library.has(id)),
    library,
  );
  return ok({
    puts: [...lines, ...longer.flat(), ...spokenPuts(added, library.items)],
    added,
    longer: longer.length,
    already: receipt.rows.length - added.length - longer.length,
    clockWasWrong: clockWasWrong(receipt),
  });
};
