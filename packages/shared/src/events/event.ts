import * as v from "valibot";
import { instantSchema } from "../clock/index.ts";

/** The rooms an event may name; whatever else an address says is `other`. */
const ROOMS = [
  "today",
  "inbox",
  "library",
  "item",
  "set-menus",
  "set-menu",
  "book",
  "print",
  "handoff",
  "schedule",
  "wishes",
  "register",
  "ledgers",
  "share",
  "portals",
  "downloads",
  "pre-flight",
  "keeping",
  "backup",
  "move",
  "settings",
  "study-room",
  "other",
] as const;

/** What was done, by the name of its label; an act of a newer version is `other`. */
const ACTS = [
  "add-courseware",
  "file-courseware",
  "edit-courseware",
  "tag-courseware",
  "delete-courseware",
  "restore-courseware",
  "settle",
  "settle-numbers",
  "keep-shared-number",
  "give-new-number",
  "create-set-menu",
  "edit-set-menu",
  "delete-set-menu",
  "duplicate-set-menu",
  "add-to-menu",
  "remove-from-menu",
  "move-in-menu",
  "edit-activity",
  "copied-by-hand",
  "print-sheet",
  "add-portals",
  "add-column",
  "edit-portal",
  "move-portal",
  "set-target",
  "note-wishes",
  "count-wish",
  "link-wish",
  "unlink-wish",
  "decline-wish",
  "answer-wish",
  "reopen-wish",
  "reword-wish",
  "remove-wish",
  "keep-ballot",
  "enter-ticks",
  "remove-ballot",
  "add-session",
  "edit-session",
  "call-off-session",
  "remove-session",
  "add-session-rule",
  "edit-session-rule",
  "end-session-rule",
  "add-branch",
  "edit-branch",
  "remove-branch",
  "add-plan-row",
  "add-plan-rows",
  "edit-plan-row",
  "remove-plan-row",
  "replace-in-menu",
  "record-showing",
  "correct-register",
  "take-receipts",
  "answer-showing",
  "skip-showing",
  "enter-ledger",
  "continue-ledger",
  "correct-ledger",
  "print-ledger",
  "keep-ledger",
  "drop-ledger",
  "add-ledger",
  "remove-ledger",
  "call-roll",
  "write-report",
  "send-report",
  "answer-use",
  "ask-questions",
  "answer-question",
  "reopen-question",
  "remove-question",
  "remove-portal",
  "save-filter",
  "rename-filter",
  "delete-filter",
  "print-supplement",
  "share-list",
  "change-site-key",
  "take-back-list",
  "take-from-channel",
  "adopt-leases",
  "open-room",
  "print-edition",
  "load-sample",
  "remove-sample",
  "import",
  "undo",
  "redo",
  "other",
] as const;

/** What can go wrong while the book is open or being opened. */
const FAILURES = [
  "disk-full",
  "not-stored",
  "nothing-to-undo",
  "moved-on",
  "shelf-full",
  "blocked",
  "newer-data",
  "storage-refused",
  "embedded",
  "damaged",
  "file-missing",
  "file-unreadable",
  "film-cut-off",
  "film-not-decoded",
  "film-not-supported",
  "film-no-picture",
  "film-stuck",
  "file-not-shown",
  "picture-not-shown",
  "part-broken",
  "other",
] as const;

/** The kinds of thrown errors that are told apart by name. */
const FAULTS = [
  "Error",
  "TypeError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "AbortError",
  "ConstraintError",
  "DataCloneError",
  "DataError",
  "DatabaseClosedError",
  "InvalidAccessError",
  "InvalidStateError",
  "NetworkError",
  "NotAllowedError",
  "NotFoundError",
  "NotReadableError",
  "NotSupportedError",
  "QuotaExceededError",
  "SecurityError",
  "TimeoutError",
  "TransactionInactiveError",
  "UnknownError",
  "ValiError",
  "VersionError",
  "other",
] as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295));

const common = { at: instantSchema, room: v.picklist(ROOMS) };

/**
 * One event, of listed words and whole numbers only: a name, a title, an address or a file's name has
 * no field it could stand in, so what is copied for a helper cannot hold one.
 */
export const eventSchema = v.variant("type", [
  v.strictObject({ ...common, type: v.literal("act"), act: v.picklist(ACTS), count }),
  v.strictObject({ ...common, type: v.literal("failed"), failure: v.picklist(FAILURES) }),
  v.strictObject({
    ...common,
    type: v.literal("fault"),
    fault: v.picklist(FAULTS),
    /** Which of our own scripts, as `scriptNumber` of its name; 0 where the fault is not in ours. */
    script: count,
    line: count,
    column: count,
  }),
]);
/** One event of the ring; see `eventSchema`. */
export type Event = v.InferOutput<typeof eventSchema>;

/** A room an event may name. */
export type EventRoom = (typeof ROOMS)[number];

const listed =
  <const T extends readonly string[]>(words: T) =>
  (word: string): T[number] | "other" =>
    words.find((each) => each === word) ?? "other";

/** The listed act, or `other`. */
export const actNamed = listed(ACTS);
/** The listed failure, or `other`. */
export const failureNamed = listed(FAILURES);
/** The listed kind of error, or `other`. */
export const faultNamed = listed(FAULTS);

/** The room of an address within the office, such as `/library/abc`; the rest of the address is dropped. */
export const roomOfPath = (path: string): EventRoom => {
  const [, room = "", within = ""] = path.split("/");
  if (room === "") return "today";
  if (room === "library" && within !== "") return "item";
  if (room === "set-menus" && within !== "") return "set-menu";
  if (room === "book" && within === "print") return "print";
  return listed(ROOMS)(room);
};

/**
 * A number for a script's name (FNV-1a over its characters, 32 bits): whoever has the built product
 * finds the file by it, and a path that holds a person's name cannot be read back from the text.
 */
export const scriptNumber = (name: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash;
};
