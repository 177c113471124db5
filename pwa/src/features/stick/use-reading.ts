import { useEffect, useMemo, useSyncExternalStore } from "react";
import { APP_VERSION } from "../../app/app-version.ts";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { receiptLibrary } from "../../app/receipts.ts";
import { type ReadDesk, type ReadState, readingDesk, type StickOnDesk } from "./read-desk.ts";
import { factsOf, type StickFacts } from "./what-is-on-it.ts";

/** The reading of a stick: the desk, what lies on it, and what that is to this library. */
export interface Reading {
  readonly desk: ReadDesk;
  readonly state: ReadState;
  readonly opened: { readonly on: StickOnDesk; readonly facts: StickFacts } | undefined;
}

/** The desk and its facts, told anew when the library changes: a list was taken, receipts were entered. */
export const useReading = (): Reading => {
  const desk = readingDesk(useDependencies());
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const snapshot = useSnapshot();
  const { site } = useIdentity();
  useEffect(() => {
    void desk.look();
  }, [desk]);
  const { open, held, bad, edition } = state;
  const opened = useMemo(
    () =>
      open === undefined
        ? undefined
        : {
            on: open,
            facts: factsOf(open.stick, site, {
              items: snapshot.items.values(),
              held,
              bad,
              receipts: receiptLibrary(snapshot, site),
              version: APP_VERSION,
              edition,
            }),
          },
    [open, site, snapshot, held, bad, edition],
  );
  return { desk, state, opened };
};
