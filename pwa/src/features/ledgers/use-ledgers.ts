import {
  allForms,
  type BookForm,
  isKept,
  type Ledgers,
  readLedgers,
} from "@dianbo/shared/ledger-book";
import { type RollCount, readRollCounts } from "@dianbo/shared/roll-call";
import { useMemo } from "react";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";

/** The site's books, read out of its records. */
export const useLedgers = (): {
  readonly ledgers: Ledgers;
  /** All books there are, and those that the site keeps. */
  readonly forms: readonly BookForm[];
  readonly kept: readonly BookForm[];
} => {
  const { records } = useSnapshot();
  const { site } = useIdentity();
  return useMemo(() => {
    const ledgers = readLedgers(records.values(), site);
    const forms = allForms(ledgers.ownForms);
    return { ledgers, forms, kept: forms.filter(({ id }) => isKept(ledgers.kept, id)) };
  }, [records, site]);
};

/** What roll calls came to, in the order of their days. */
export const useRollCounts = (): readonly RollCount[] => {
  const { records } = useSnapshot();
  const { site } = useIdentity();
  return useMemo(() => readRollCounts(records.values(), site), [records, site]);
};
