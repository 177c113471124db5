import type { Changes } from "@dianbo/shared/changes";
import type { RecordId } from "@dianbo/shared/identity";
import {
  type BranchTargetName,
  readSiteTargets,
  SITE_TARGETS_ID,
  type SiteTargets,
  setBranchTarget,
  setDownloadDays,
  setTarget,
  type TargetName,
} from "@dianbo/shared/ledger";
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

/** All that the site has set itself, and the way to set it; each setter answers whether it was kept. */
export const useSiteTargets = (): {
  readonly targets: SiteTargets;
  readonly set: (name: TargetName, value: number | undefined) => Promise<boolean>;
  readonly setBranch: (
    branch: RecordId,
    name: BranchTargetName,
    value: number | undefined,
  ) => Promise<boolean>;
} => {
  const { library } = useDependencies();
  const { records } = useSnapshot();
  const { site } = useIdentity();
  const keep = async (changes: Changes): Promise<boolean> =>
    (await library.apply(() => ok(changes))).ok;
  return {
    targets: readSiteTargets(records.get(SITE_TARGETS_ID), site),
    set: (name, value) => keep(setTarget(name, value)),
    setBranch: (branch, name, value) => keep(setBranchTarget(branch, name, value)),
  };
};
