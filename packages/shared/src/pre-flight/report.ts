import type { Courseware } from "../courseware/index.ts";
import type { RecordId } from "../identity/index.ts";
import { entriesOf, type SetMenu, type SetMenuEntry } from "../set-menu/index.ts";
import type { Fault, Judged } from "./judge-item.ts";

/** One thing of a menu that has to play: a place of it, or its spare. */
export interface MenuPart {
  /** The place of the menu; `undefined` for the spare. */
  readonly entry: SetMenuEntry | undefined;
  /** The item's id; the item itself may be gone. */
  readonly id: RecordId;
  readonly item: Courseware | undefined;
}

/** Everything of a menu that has to play, in order, the spare last. Activities need nothing. */
export const partsOf = (
  menu: SetMenu,
  entries: Iterable<SetMenuEntry>,
  itemOf: (id: RecordId) => Courseware | undefined,
): readonly MenuPart[] => [
  ...entriesOf(menu.id, [...entries]).flatMap((entry): MenuPart[] =>
    entry.item == null ? [] : [{ entry, id: entry.item, item: itemOf(entry.item) }],
  ),
  ...(menu.spare == null ? [] : [{ entry: undefined, id: menu.spare, item: itemOf(menu.spare) }]),
];

/** The answer in one word: all plays; a step is missing; nothing plays. */
export type Verdict = "ready" | "almost" | "no";

/** A part with how it stands. */
export interface ReportLine extends MenuPart {
  readonly judged: Judged;
}

/** What a report comes to. A broken spare is told, but does not keep a menu from being ready. */
export interface ReportSums {
  readonly verdict: Verdict;
  readonly total: number;
  readonly plays: number;
  readonly broken: readonly ReportLine[];
  /** Played by hand: from a disc, the set-top box. */
  readonly byHand: number;
  /** Played from a folder, for which the browser wants a click after it was restarted. */
  readonly inFolder: number;
  readonly remarks: number;
}

/** Sums a report up. An empty menu shows nothing: that is no readiness. */
export const sumReport = (lines: readonly ReportLine[]): ReportSums => {
  const places = lines.filter(({ entry }) => entry !== undefined);
  const broken = lines.filter(({ judged }) => judged.fault !== undefined);
  const brokenPlaces = broken.filter(({ entry }) => entry !== undefined).length;
  const having = (type: string): number =>
    lines.filter(({ judged }) => judged.remarks.some((remark) => remark.type === type)).length;
  const verdict = brokenPlaces === places.length ? "no" : brokenPlaces === 0 ? "ready" : "almost";
  return {
    verdict,
    total: places.length,
    plays: places.length - brokenPlaces,
    broken,
    byHand: having("by-hand"),
    inFolder: having("in-folder"),
    remarks: lines.reduce((sum, { judged }) => sum + judged.remarks.length, 0),
  };
};

/** What can be done about a fault, the surest first: the room may have no network. */
export type Remedy = "allow" | "replace" | "copy" | "fetch" | "own-player";

/** The remedies of a fault in the order in which they are offered. */
export const remediesOf = (fault: Fault, item: Courseware | undefined): readonly Remedy[] => {
  const fetch: readonly Remedy[] = item?.source == null ? [] : ["fetch"];
  switch (fault.type) {
    case "leave-lapsed":
      return ["allow", "replace", "copy"];
    case "item-gone":
      return ["replace"];
    case "not-held":
    case "needs-net":
      return ["replace", ...fetch];
    case "cannot-decode":
    case "no-picture":
    case "does-not-open":
      return ["replace", "own-player", ...fetch];
    case "not-what-it-says":
      return ["replace", ...fetch];
    case "file-missing":
    case "empty":
    case "half":
    case "unreadable":
    case "differs":
      return ["replace", "copy", ...fetch];
  }
};
