import type { Category } from "@dianbo/shared/category";
import { bytesLeft } from "@dianbo/shared/clip";
import type { Courseware } from "@dianbo/shared/courseware";
import type { DownloadEntry } from "@dianbo/shared/ledger";
import type { DownloadRow, DownloadsState } from "../../app/downloads-door.ts";

/** How a row stands, in the groups of the page. */
export type Standing = "running" | "cut" | "refused" | "paused" | "waiting" | "held";

/** Which failures time or a better line may mend; the others need a person or cannot be mended. */
const CUT: ReadonlySet<string> = new Set([
  "network",
  "cut-short",
  "stalled",
  "busy",
  "disk-full",
  "no-room",
]);

/** How a row stands. */
const standingOf = (row: DownloadRow): Standing => {
  if (row.heldAt !== undefined || row.file === undefined) return "held";
  switch (row.file.state) {
    case "none":
    case "held":
      return "held";
    case "downloading":
      return "running";
    case "waiting":
      return row.waits === "goOn" || row.waits === "allGoOn" ? "paused" : "waiting";
    case "failed":
      if (row.file.reason === "cancelled") return "refused";
      return row.notBefore !== undefined || CUT.has(row.file.reason) ? "cut" : "refused";
  }
};

const RANK: readonly Standing[] = ["running", "cut", "refused", "paused", "waiting", "held"];

/** A row with its standing and its place among those that wait, from 1. */
export interface PlacedRow {
  readonly row: DownloadRow;
  readonly standing: Standing;
  readonly place: number | undefined;
}

/** The rows of the session, and what is unfinished of earlier ones: what runs first, what is kept last. */
export const placedRows = ({ rows, day }: DownloadsState): readonly PlacedRow[] => {
  let waiting = 0;
  const placed = rows
    .map((row) => ({ row, standing: standingOf(row) }))
    .filter(({ row, standing }) => row.day === day?.id || standing !== "held")
    .map(({ row, standing }) => {
      if (standing === "waiting" || standing === "paused") waiting += 1;
      const place = standing === "waiting" ? waiting : undefined;
      return { row, standing, place };
    });
  return RANK.flatMap((rank) => placed.filter(({ standing }) => standing === rank));
};

/** Something that this session brought: by a download, or kept from the page itself. */
export interface Taken {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly category: Category | undefined;
  readonly minutes: number;
  readonly bytes: number;
  readonly number: number | undefined;
  readonly post: string | undefined;
}

/** What a row brought; the library's item says what it is now. */
const takenByRow = (
  row: DownloadRow,
  item: Courseware | undefined,
  day: DownloadsState["day"],
): Taken => ({
  id: row.id,
  title: item?.title ?? row.title,
  source: row.publisher ?? row.portal,
  category: item?.category ?? row.category,
  minutes: item?.minutes ?? row.minutes ?? 0,
  bytes: row.size ?? 0,
  number: item?.number ?? undefined,
  post: item?.clippedBy ?? day?.post,
});

/** What a line of the log brought: kept from the page itself, it never was in the queue. */
const takenByLine = (entry: DownloadEntry, item: Courseware | undefined): Taken => ({
  id: entry.item,
  title: item?.title ?? entry.title,
  source: entry.publisher ?? entry.portal,
  category: item?.category ?? entry.category ?? undefined,
  minutes: item?.minutes ?? entry.minutes ?? 0,
  bytes: entry.size ?? 0,
  number: item?.number ?? undefined,
  post: entry.post ?? undefined,
});

/** What the session has brought so far; the library's items say what they are now. */
export const takenIn = (
  { rows, day }: DownloadsState,
  items: ReadonlyMap<string, Courseware>,
  log: Iterable<DownloadEntry>,
): readonly Taken[] => {
  const taken = new Map<string, Taken>();
  const otherDays = new Set<string>();
  for (const row of rows) {
    if (row.day !== day?.id) {
      otherDays.add(row.id);
      continue;
    }
    const item = items.get(row.id);
    if (standingOf(row) !== "held" || item?.life === "deleted") continue;
    taken.set(row.id, takenByRow(row, item, day));
  }
  const isOfSession = ({ date, at, life }: DownloadEntry): boolean =>
    date === day?.date && at >= (day?.startedAt ?? 0) && life !== "deleted";
  for (const entry of log) {
    if (!isOfSession(entry) || taken.has(entry.item) || otherDays.has(entry.item)) continue;
    taken.set(entry.item, takenByLine(entry, items.get(entry.item)));
  }
  return [...taken.values()];
};

/** Seconds until all of known length that runs or waits is there, at the present speed. */
export const secondsLeft = (rows: readonly PlacedRow[]): number | undefined => {
  const speed = rows.reduce((sum, { row }) => sum + (row.speed ?? 0), 0);
  if (speed <= 0) return undefined;
  const bytes = rows.reduce((sum, { row, standing }) => {
    if (row.file?.state === "downloading") return sum + (bytesLeft(row.file) ?? 0);
    // What a person stopped does not come by itself.
    if (standing !== "waiting" || row.reached === undefined) return sum;
    return sum + (bytesLeft(row.reached) ?? 0);
  }, 0);
  return bytes === 0 ? undefined : bytes / speed;
};
