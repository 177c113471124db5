import { readSiteTargets, SITE_TARGETS_ID, setDownloadDays } from "@dianbo/shared/ledger";
import { ok } from "@dianbo/shared/result";
import { useDependencies, useIdentity, useSnapshot } from "./library-context.tsx";

/** What a week is measured by where a site has said nothing. */
const USUAL_DAYS = 2;

/**
 * How many days a week the site means to go online, and the way to set it. Where the book is elsewhere its
 * settings are there too: what the extension remembers for itself stands in.
 */
export const useDownloadTarget = (): {
  readonly days: number;
  readonly set: (days: number) => void;
} => {
  const { library, inbox } = useDependencies();
  const { records } = useSnapshot();
  const { site } = useIdentity();
  const door = inbox?.downloads;
  const wished = door?.state()?.wishes.weekTarget;
  if (inbox?.handover !== undefined && door !== undefined) {
    return {
      days: wished ?? USUAL_DAYS,
      set: (weekTarget) => void door.wish({ weekTarget }),
    };
  }
  const { downloadDays } = readSiteTargets(records.get(SITE_TARGETS_ID), site);
  return {
    days: downloadDays ?? wished ?? USUAL_DAYS,
    set: (days) => void library.apply(() => ok(setDownloadDays(days))),
  };
};
