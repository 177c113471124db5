/** The office: shell, routes and all its rooms. */

export type {
  DownloadDayView,
  DownloadRow,
  DownloadsDoor,
  DownloadsState,
  DownloadWishes,
} from "./downloads-door.ts";
export type { Homes, LibraryPlace } from "./homes.ts";
export type {
  FetchedAgain,
  GapsFilling,
  GivingState,
  HandoverDoor,
  InboxSource,
  InboxSourceFailure,
  ItemToFetch,
  PairingDoor,
  WaitingRow,
} from "./inbox-source.ts";
export { mountOffice } from "./mount-office.tsx";
export type {
  PortalsDoor,
  PortalsState,
  RuleMiss,
  RuleRow,
  RuleSigner,
  RulesNotKept,
  RuleTrouble,
} from "./portals-door.ts";
export type { FolderVersion, TakeUpHold, VersionDoor } from "./version-door.ts";
