import type { ClipFileState } from "@dianbo/shared/clip";
import type { PlacedRow } from "./day-content.ts";

/** Why a file did not come. */
export type WhyFailed = Extract<ClipFileState, { state: "failed" }>["reason"];

/** Trying again cannot help these; or it was the person's own wish. */
const FOR_GOOD: ReadonlySet<WhyFailed> = new Set<WhyFailed>([
  "cancelled",
  "protected",
  "live",
  "endless",
  "unplayable",
]);

const reasonOf = ({ row, standing }: PlacedRow): WhyFailed | undefined =>
  (standing === "cut" || standing === "refused") && row.file?.state === "failed"
    ? row.file.reason
    : undefined;

/** Whether trying a row again may bring it. */
export const canRetry = (placed: PlacedRow): boolean => {
  const reason = reasonOf(placed);
  return reason !== undefined && !FOR_GOOD.has(reason);
};

/** What did not come, counted by the reason, the most frequent first. What a person stopped is no failure. */
export const failedByReason = (
  rows: readonly PlacedRow[],
): readonly { readonly reason: WhyFailed; readonly count: number }[] => {
  const counts = new Map<WhyFailed, number>();
  for (const placed of rows) {
    const reason = reasonOf(placed);
    if (reason === undefined || reason === "cancelled") continue;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count);
};
