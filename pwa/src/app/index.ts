/** The office: shell, routes and all its rooms. */
export { mountOffice } from "./mount-office.tsx";
export type {
  GivingState,
  HandoverDoor,
  InboxSource,
  InboxSourceFailure,
  WaitingRow,
} from "./inbox-source.ts";
