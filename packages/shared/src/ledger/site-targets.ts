import * as v from "valibot";
import { type Changes, put, type RecordState } from "../changes/index.ts";
import { readFields } from "../courseware/index.ts";
import { recordIdSchema, type SiteId } from "../identity/index.ts";

/** The kind of the one record that holds what a site has set itself. */
const SITE_TARGETS_KIND = "site-targets";

/** The same on all PCs of a site, so that what two posts set without having met joins field by field. */
export const SITE_TARGETS_ID = v.parse(recordIdSchema, "site-targets------------");

/** Days from 1 to 7. */
const daysSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));

const targetsSchema = v.object({
  /** Download days a week. */
  downloadDays: v.nullish(daysSchema),
});

/** What a site has set itself (本站目标): nobody pads a book for it, and nobody else sees it. */
export interface SiteTargets {
  /** Download days a week; `undefined` where nobody has said. */
  readonly downloadDays: number | undefined;
}

const NONE: SiteTargets = { downloadDays: undefined };

/** What the site has set itself; a record that does not fit says nothing. */
export const readSiteTargets = (record: RecordState | undefined, ownSite: SiteId): SiteTargets => {
  if (record === undefined) return NONE;
  const fields = readFields(targetsSchema, record, ownSite);
  return fields.ok ? { downloadDays: fields.value.downloadDays ?? undefined } : NONE;
};

/** Sets how often a week the site means to go online; a figure between 1 and 7 is taken. */
export const setDownloadDays = (days: number): Changes => ({
  label: { type: "set-target" },
  puts: [
    put(
      { id: SITE_TARGETS_ID, kind: SITE_TARGETS_KIND },
      "downloadDays",
      Math.min(7, Math.max(1, Math.round(days))),
    ),
  ],
});
