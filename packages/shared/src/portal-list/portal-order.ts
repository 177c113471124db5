import type { RecordId } from "../identity/index.ts";
import { sortEntries } from "../set-menu/index.ts";
import type { Portal, PortalColumn } from "./portal-list.ts";

/** The portals that are not deleted, in the order of the list. */
export const portalsInOrder = (portals: Iterable<Portal>): readonly Portal[] =>
  sortEntries([...portals].filter(({ life }) => life !== "deleted"));

/** The columns of one portal that are not deleted, in order. */
export const columnsOf = (
  portal: RecordId,
  columns: Iterable<PortalColumn>,
): readonly PortalColumn[] =>
  sortEntries([...columns].filter((one) => one.portal === portal && one.life !== "deleted"));
