import * as v from "valibot";
import { civilDateOf, type Instant, instantSchema } from "../clock/index.ts";
import { recordIdSchema, type SiteId, siteIdSchema } from "../identity/index.ts";
import type { RegisterLine } from "../ledger/index.ts";
import { err, ok, type Result } from "../result/index.ts";

/** The ending of a receipt's file. */
export const RECEIPT_ENDING = ".json";
/** A longer file is none: a thousand showings take half of this. Bytes. */
export const RECEIPT_LIMIT = 1_000_000;

/** The newest form that this version knows; newer ones only add, unless their number is higher. */
const VERSION = 1;

/** One thing that was shown from the stick: what and when, and no name of anybody. */
const receiptRowSchema = v.object({
  /** Minted when it began to play: the same row is the same showing, however often the receipt is read. */
  id: recordIdSchema,
  item: recordIdSchema,
  number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1001), v.maxValue(59999))),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  startedAt: instantSchema,
  /** The set menu it was played from. */
  menu: v.optional(recordIdSchema),
  /** How long it really ran, and whether to its end, where that is known. */
  played: v.optional(
    v.object({
      seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
      completed: v.boolean(),
    }),
  ),
});
/** One row of a receipt; see `receiptRowSchema`. */
export type ReceiptRow = v.InferOutput<typeof receiptRowSchema>;

const receiptSchema = v.object({
  format: v.literal("dianbo-receipt"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  site: siteIdSchema,
  /** When the stick was made: no clock that is right can be before it. */
  madeAt: instantSchema,
  /** When the receipt was written, by the clock of the PC that played. */
  writtenAt: instantSchema,
  rows: v.pipe(v.array(v.unknown()), v.maxLength(5000)),
});

/** The receipt (回执) that a stick carries home: what was shown from it. Counts only, not signed. */
export interface Receipt {
  readonly site: SiteId;
  readonly madeAt: Instant;
  readonly writtenAt: Instant;
  /** By time. */
  readonly rows: readonly ReceiptRow[];
  /** Rows that do not fit and are left out. */
  readonly unreadable: number;
}

/** Why a file is no receipt that can be read. */
export type ReceiptFailure = { readonly type: "no-receipt" | "newer-receipt" };

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const byTime = (a: ReceiptRow, b: ReceiptRow): number =>
  a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);

/** Reads a receipt. A row that does not fit is left out and counted; of two rows with one id the first counts. */
export const readReceipt = (text: string): Result<Receipt, ReceiptFailure> => {
  if (text.length > RECEIPT_LIMIT) return err({ type: "no-receipt" });
  const read = v.safeParse(receiptSchema, parsedJson(text));
  if (!read.success) return err({ type: "no-receipt" });
  const { version, site, madeAt, writtenAt, rows } = read.output;
  if (version > VERSION) return err({ type: "newer-receipt" });
  const known = new Map<string, ReceiptRow>();
  let unreadable = 0;
  for (const line of rows) {
    const row = v.safeParse(receiptRowSchema, line);
    if (!row.success) unreadable += 1;
    else if (!known.has(row.output.id)) known.set(row.output.id, row.output);
  }
  return ok({ site, madeAt, writtenAt, rows: [...known.values()].sort(byTime), unreadable });
};

/** A receipt as it is written: the same showings give the same bytes. */
export const receiptText = ({ site, madeAt, writtenAt, rows }: Receipt): string =>
  `${JSON.stringify(
    {
      format: "dianbo-receipt",
      version: VERSION,
      site,
      madeAt,
      writtenAt,
      // Parsed once more: fields come in the schema's order.
      rows: [...rows].sort(byTime).map((row) => v.parse(receiptRowSchema, row)),
    },
    null,
    1,
  )}\n`;

/** The name of a receipt's file, by its day: `点播本回执-2026-11-24.json`. */
export const receiptName = (writtenAt: Instant): string =>
  `点播本回执-${civilDateOf(writtenAt)}${RECEIPT_ENDING}`;

/** A line of the register as a receipt carries it; what has no item of the book is not carried. */
export const receiptRow = (line: RegisterLine): ReceiptRow | undefined =>
  line.item == null
    ? undefined
    : {
        id: line.id,
        item: line.item,
        title: line.title,
        startedAt: line.startedAt,
        ...(line.number == null ? {} : { number: line.number }),
        ...(line.menu == null ? {} : { menu: line.menu }),
        ...(line.played == null ? {} : { played: line.played }),
      };

/** Whether the clock of the PC that played stood before the stick was even made. */
export const clockWasWrong = ({ madeAt, rows }: Pick<Receipt, "madeAt" | "rows">): boolean =>
  rows.some(({ startedAt }) => startedAt < madeAt);

/**
 * When its rows were really played, as far as one can tell. A PC with a dead battery begins at 1970 or 2009
 * each time; a row from before the stick was made is counted from the day it was made, the distances between
 * such rows kept. The same receipt gives the same times on every PC that reads it.
 */
export const playedAt = ({
  madeAt,
  rows,
}: Pick<Receipt, "madeAt" | "rows">): ReadonlyMap<ReceiptRow["id"], Instant> => {
  const early = rows.filter(({ startedAt }) => startedAt < madeAt);
  const first = Math.min(...early.map(({ startedAt }) => startedAt));
  return new Map(
    rows.map(({ id, startedAt }) => {
      if (startedAt >= madeAt) return [id, startedAt];
      const moved = v.safeParse(instantSchema, madeAt + startedAt - first);
      return [id, moved.success ? moved.output : madeAt];
    }),
  );
};
