import type { Clip } from "@dianbo/shared/clip";
import { portalsInOrder } from "@dianbo/shared/portal-list";
import { builtInRules, type PortalRule } from "@dianbo/shared/portal-rule";
import { useMemo, useSyncExternalStore } from "react";
import type { WaitingRow } from "../../app/inbox-source.ts";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import type { PortalsDoor, PortalsState } from "../../app/portals-door.ts";
import { clippedFrom, type PortalFacts, portalFacts } from "./portal-facts.ts";

const never = () => () => undefined;
const nothing = () => undefined;
const NO_CLIPS: readonly Clip[] = [];

const clipsOf = (rows: readonly WaitingRow[] | undefined): readonly Clip[] =>
  rows?.flatMap((row) => (row.type === "clip" ? [row.clip] : [])) ?? NO_CLIPS;

/** The extension's door to leave and rules, with its present state; both missing elsewhere. */
export const usePortalsDoor = (): {
  readonly door: PortalsDoor | undefined;
  readonly state: PortalsState | undefined;
} => {
  const door = useDependencies().inbox?.portals;
  const state = useSyncExternalStore(door?.subscribe ?? never, door?.state ?? nothing);
  return { door, state };
};

/** The list as it is shown, and the rules that may be offered as ready portals. */
export const usePortals = (): {
  readonly facts: readonly PortalFacts[];
  readonly rules: readonly PortalRule[];
} => {
  const { inbox } = useDependencies();
  const { state } = usePortalsDoor();
  const { portals, columns, items } = useSnapshot();
  const rows = useSyncExternalStore(inbox?.subscribe ?? never, inbox?.rows ?? nothing);
  const rules = useMemo(() => state?.rules.map(({ rule }) => rule) ?? builtInRules(), [state]);
  const facts = useMemo(
    () =>
      portalFacts(
        portalsInOrder(portals.values()),
        columns.values(),
        rules,
        clippedFrom(items.values(), clipsOf(rows)),
        state,
      ),
    [portals, columns, items, rows, rules, state],
  );
  return { facts, rules };
};
