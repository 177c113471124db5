import { type Json, jsonSchema } from "@dianbo/shared/changes";
import { readKeptCards, takeCards } from "@dianbo/shared/report";
import * as v from "valibot";
import type { Library } from "./library.ts";

/** The memo of the cards that other sites sent up: see `features/reports`. */
const CARDS = "report-cards-kept";

/**
 * The memos that belong to the site, not to this browser: they go along with a backup and with a move. Which
 * memos stay, and why, is said in `tests/storage/carried.test.ts`, which knows every memo there is.
 */
const CARRIED_MEMOS = [
  // Who is to send a card, and the key of each site as it was first seen.
  "report-cards",
  CARDS,
  // When the room is open, the office's telephone, who invites; how the book is printed.
  "printed-sheets",
  "programme-book",
  "session-starts-at",
] as const;

const carriedSchema = v.object({ key: v.picklist(CARRIED_MEMOS), value: jsonSchema });

/** What goes along, each as `{ key, value }`; memos that were never written are left out. */
export const carriedMemos = async (
  library: Pick<Library, "readMemo">,
): Promise<readonly Json[]> => {
  const rows: Json[] = [];
  for (const key of CARRIED_MEMOS) {
    const row = v.safeParse(carriedSchema, { key, value: await library.readMemo(key) });
    if (row.success && row.output.value !== null) rows.push(row.output);
  }
  return rows;
};

/**
 * Takes in what came along. `over`: the library became another, so its memos do too. `beside`: what was chosen
 * here stays, cards of both are kept, the newer of two. What is none of ours, or of a newer app, is left out;
 * each value is parsed again by whoever reads it.
 */
export const keepCarriedMemos = async (
  library: Pick<Library, "readMemo" | "writeMemo">,
  rows: readonly Json[],
  way: "over" | "beside",
): Promise<void> => {
  for (const row of rows) {
    const carried = v.safeParse(carriedSchema, row);
    if (!carried.success) continue;
    const { key, value } = carried.output;
    const own = way === "over" ? undefined : ((await library.readMemo(key)) ?? undefined);
    if (own === undefined) await library.writeMemo(key, value);
    else if (key === CARDS) {
      await library.writeMemo(key, takeCards(readKeptCards(own), readKeptCards(value)).cards);
    }
  }
};
