import { readSiteTargets, SITE_TARGETS_ID } from "@dianbo/shared/ledger";
import { readReport, reportRecordId } from "@dianbo/shared/report";
import { daysOfMonth, monthOf, plusDays, plusMonths } from "@dianbo/shared/session";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import type { DueReport } from "./tasks.ts";

/** Last month's card, where the site has said by which day it is due and it was not marked as sent. */
export const useDueReport = (): DueReport | undefined => {
  const { records } = useSnapshot();
  const { site } = useIdentity();
  const { date: today } = useSiteTime();
  const { reportDay } = readSiteTargets(records.get(SITE_TARGETS_ID), site);
  if (reportDay === undefined) return undefined;
  const month = plusMonths(monthOf(today), -1);
  const last = daysOfMonth(month).at(-1);
  const { sentOn } = readReport(records.get(reportRecordId({ type: "month", month }, site)), site);
  return sentOn !== undefined || last === undefined
    ? undefined
    : { month, by: plusDays(last, reportDay) };
};
