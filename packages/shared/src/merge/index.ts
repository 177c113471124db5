/** Two laws that must not be confused: merge joins replicas of one site, import takes another site's list. */
export {
  type ImportedRecord,
  importRecord,
  type OwnDevices,
  planImport,
  type SameSource,
} from "./import-list.ts";
export { joinRecords, joinReplicas } from "./join-records.ts";
export { settleValue, type Waiting, waitingPairs } from "./waiting.ts";
