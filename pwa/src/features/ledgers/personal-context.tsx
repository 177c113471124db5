import { joinValues, type LedgerRow, type Values } from "@dianbo/shared/ledger-book";
import type { Person, Roll } from "@dianbo/shared/roll-call";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Opening } from "../../app/opening.tsx";
import {
  keyOf,
  openPersonal,
  type PersonalState,
  type PersonalStore,
} from "../../storage/personal/index.ts";

const PersonalContext = createContext<PersonalStore | undefined>(undefined);

/** Opens the personal tables for the rooms within; the rest of the office never does. */
export const PersonalProvider = ({
  children,
  waiting = <Opening />,
}: {
  readonly children: ReactNode;
  /** What stands there until they are open. */
  readonly waiting?: ReactNode;
}) => {
  const { clock, newId, library } = useDependencies();
  const [store, setStore] = useState<PersonalStore>();
  useEffect(() => {
    let left = false;
    let opened: PersonalStore | undefined;
    void openPersonal({ clock, newId, self: () => library.identity() }).then((store) => {
      opened = store;
      if (left) store.close();
      else setStore(store);
    });
    return () => {
      left = true;
      opened?.close();
    };
  }, [clock, newId, library]);
  return store === undefined ? (
    waiting
  ) : (
    <PersonalContext.Provider value={store}>{children}</PersonalContext.Provider>
  );
};

/** What names people, sorted by what it is. */
export interface PersonalView extends PersonalState {
  readonly store: PersonalStore;
  readonly people: readonly Person[];
  readonly rolls: readonly Roll[];
  /** The personal columns of a row; nothing while locked. */
  readonly cellsOf: (row: Pick<LedgerRow, "parts">) => Values;
}

/** The personal tables as they can be read now; drawn anew when they change. */
export const usePersonal = (): PersonalView => {
  const store = useContext(PersonalContext);
  if (store === undefined) throw new Error("a room stands outside PersonalProvider");
  const state = useSyncExternalStore(store.subscribe, store.state);
  return useMemo(() => {
    const people: Person[] = [];
    const rolls: Roll[] = [];
    for (const row of state.rows.values()) {
      if (row.kind === "person") people.push(row.value);
      if (row.kind === "roll") rolls.push(row.value);
    }
    return {
      ...state,
      store,
      people,
      rolls,
      cellsOf: ({ parts }) =>
        joinValues(
          parts.flatMap((id) => {
            const row = state.rows.get(keyOf({ kind: "cells", id }));
            return row?.kind === "cells" ? [row.value.values] : [];
          }),
        ),
    };
  }, [state, store]);
};
