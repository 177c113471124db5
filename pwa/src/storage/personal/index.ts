/** What names people (rosters, roll calls, signed rows): in tables of their own, sealed where a PIN is set. */
export { NAMES_ENDING, type NamesFailure, readNames, writeNames } from "./names-file.ts";
export { keyOf, type Personal } from "./personal-row.ts";
export {
  openPersonal,
  type PersonalFailure,
  type PersonalState,
  type PersonalStore,
} from "./personal-store.ts";
export { canSeal } from "./sealing.ts";
