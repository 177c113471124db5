import * as v from "valibot";
import { type Changes, put, type RecordState, shownValues } from "../changes/index.ts";
import { type CivilDate, civilDateSchema } from "../clock/index.ts";
import { type RecordId, recordIdSchema, type SiteId } from "../identity/index.ts";
import { type ReportSpan, spanKey } from "./span.ts";

/** The kind of record that keeps what the site has written into a report, and when it was sent up. */
const REPORT_KIND = "report";

/** The parts of a report that are words, in their order; a month has only those of `MONTH_SECTIONS`. */
export const SECTIONS = [
  "organisation",
  "rules",
  "courseware",
  "showings",
  "training",
  "results",
  "difficulties",
  "next",
] as const;
/** A part of a report that is words; see `SECTIONS`. */
export type Section = (typeof SECTIONS)[number];

const MONTH_SECTIONS: readonly Section[] = [
  "courseware",
  "showings",
  "training",
  "results",
  "difficulties",
];

/** The parts that a report over a span has. */
export const sectionsOf = (span: ReportSpan): readonly Section[] =>
  span.type === "year" ? SECTIONS : MONTH_SECTIONS;

/** The most characters of one part. */
export const SECTION_LENGTH = 4000;

const textSchema = v.pipe(v.string(), v.maxLength(SECTION_LENGTH));

/** What the site has made of a report. */
export interface KeptReport {
  /** Its own words; a part that nobody touched follows the figures. */
  readonly texts: Readonly<Partial<Record<Section, string>>>;
  /** The day on which it was sent up (已报). */
  readonly sentOn: CivilDate | undefined;
}

/** The same on all PCs of a site, so that what two posts wrote of one report joins part by part. */
export const reportRecordId = (span: ReportSpan, site: SiteId): RecordId =>
  v.parse(recordIdSchema, `${site.slice(0, 40)}_report_${spanKey(span)}`);

/** Reads what was made of a report; a value that does not fit says nothing. */
export const readReport = (record: RecordState | undefined, site: SiteId): KeptReport => {
  const shown: Readonly<Record<string, unknown>> =
    record === undefined ? {} : shownValues(record, site);
  const texts = Object.fromEntries(
    SECTIONS.flatMap((section) => {
      const text = v.safeParse(textSchema, shown[`text-${section}`]);
      return text.success ? [[section, text.output] as const] : [];
    }),
  );
  const sent = v.safeParse(civilDateSchema, shown["sentOn"]);
  return { texts, sentOn: sent.success ? sent.output : undefined };
};

/** Keeps the site's own words for a part; `undefined` goes back to what the figures say. */
export const writeSection = (
  span: ReportSpan,
  section: Section,
  text: string | undefined,
  site: SiteId,
): Changes => ({
  label: { type: "write-report" },
  puts: [
    put(
      { id: reportRecordId(span, site), kind: REPORT_KIND },
      `text-${section}`,
      text === undefined ? null : text.slice(0, SECTION_LENGTH),
    ),
  ],
});

/** Marks a report as sent up, or as not. */
export const markSent = (span: ReportSpan, on: CivilDate | undefined, site: SiteId): Changes => ({
  label: { type: "send-report" },
  puts: [put({ id: reportRecordId(span, site), kind: REPORT_KIND }, "sentOn", on ?? null)],
});
