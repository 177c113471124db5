import * as v from "valibot";
import { type Changes, type Json, put, type RecordState, shownValues } from "../changes/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";

/** The kind of the one record that holds what a site has set itself. */
const SITE_TARGETS_KIND = "site-targets";

/** The same on all PCs of a site, so that what two posts set without having met joins field by field. */
export const SITE_TARGETS_ID = v.parse(recordIdSchema, "site-targets------------");

/** What the fields of a branch's targets begin with; its id follows. */
const BRANCH_FIELDS = {
  showings: "branch-",
  training: "training-of-",
  hours: "hours-of-",
} as const;

/** The largest figure of each target; the smallest is 1. */
export const TARGET_LIMITS = {
  /** Download days a week. */
  downloadDays: 7,
  /** Showings a month. */
  showings: 31,
  /** The administrators' training a month. */
  training: 31,
  /** Hours of showing a year. */
  hours: 2000,
  /** The day of the next month by which a month's card is due. */
  reportDay: 28,
} as const;
/** A target that is one figure of the site's; see `TARGET_LIMITS`. */
export type TargetName = keyof typeof TARGET_LIMITS;

/** What a branch can set itself: showings and training a month, hours of showing a year. */
export type BranchTargetName = keyof typeof BRANCH_FIELDS;
/** The names of a branch's targets, in the order in which they are shown. */
export const BRANCH_TARGETS = ["showings", "training", "hours"] as const;
/** What a branch has set itself; what it has not set is missing. */
export type BranchTargets = Readonly<Partial<Record<BranchTargetName, number>>>;

/** What a site has set itself (本站目标): nobody pads a book for it, and nobody else sees it. */
export interface SiteTargets extends Readonly<Record<TargetName, number | undefined>> {
  /** What branches have set themselves; one that has set nothing is not in it. */
  readonly branches: ReadonlyMap<RecordId, BranchTargets>;
}

const figureWithin = (most: number, value: Json | undefined): number | undefined => {
  const read = v.safeParse(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)), value);
  return read.success ? read.output : undefined;
};

/** What the site has set itself; a figure that does not fit says nothing. */
export const readSiteTargets = (record: RecordState | undefined, ownSite: SiteId): SiteTargets => {
  const shown = record === undefined ? {} : shownValues(record, ownSite);
  const branches = new Map<RecordId, BranchTargets>();
  for (const [field, value] of Object.entries(shown)) {
    const name = BRANCH_TARGETS.find((one) => field.startsWith(BRANCH_FIELDS[one]));
    if (name === undefined) continue;
    const id = v.safeParse(recordIdSchema, field.slice(BRANCH_FIELDS[name].length));
    const figure = figureWithin(TARGET_LIMITS[name], value);
    if (!id.success || figure === undefined) continue;
    branches.set(id.output, { ...branches.get(id.output), [name]: figure });
  }
  const of = (name: TargetName): number | undefined =>
    figureWithin(TARGET_LIMITS[name], shown[name]);
  return {
    downloadDays: of("downloadDays"),
    showings: of("showings"),
    training: of("training"),
    hours: of("hours"),
    reportDay: of("reportDay"),
    branches,
  };
};

const within = (most: number, value: number): number =>
  Math.min(most, Math.max(1, Math.round(value)));

const setField = (field: string, value: number | null): Changes => ({
  label: { type: "set-target" },
  puts: [put({ id: SITE_TARGETS_ID, kind: SITE_TARGETS_KIND }, field, value)],
});

/** Sets one target, within its limits; `undefined` says that the site has set itself none. */
export const setTarget = (name: TargetName, value: number | undefined): Changes =>
  setField(name, value === undefined ? null : within(TARGET_LIMITS[name], value));

/** Sets one target of a branch, within its limits; `undefined` says none. */
export const setBranchTarget = (
  branch: RecordId,
  name: BranchTargetName,
  value: number | undefined,
): Changes =>
  setField(
    `${BRANCH_FIELDS[name]}${branch}`,
    value === undefined ? null : within(TARGET_LIMITS[name], value),
  );

/** Sets how often a week the site means to go online; a figure between 1 and 7 is taken. */
export const setDownloadDays = (days: number): Changes => setTarget("downloadDays", days);
