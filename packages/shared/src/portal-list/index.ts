/** The portals that a site downloads from, with their columns: the start pages of a download session. */
export {
  addColumn,
  addPortals,
  editColumn,
  editPortal,
  moveColumn,
  movePortal,
  removeColumn,
  removePortal,
} from "./edit-portals.ts";
export { type HostYield, lastYields } from "./last-yield.ts";
export { hostOfAddress, isWithinHost, readAddress } from "./page-address.ts";
export { type Portal, type PortalColumn, readPortal, readPortalColumn } from "./portal-list.ts";
export { columnsOf, portalsInOrder } from "./portal-order.ts";
