import { type Waiting, waitingPairs } from "@dianbo/shared/merge";
import { useMemo } from "react";
import { useIdentity, useSnapshot } from "./library-context.tsx";

/** All that waits, this site's own pairs first. */
export const useWaiting = (): readonly Waiting[] => {
  const { records } = useSnapshot();
  const { site } = useIdentity();
  return useMemo(() => waitingPairs(records.values(), site), [records, site]);
};
