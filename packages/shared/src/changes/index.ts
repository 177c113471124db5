/** Records, dots, version vectors, and `Changes`: the one currency of writes. */
export {
  type ChangeLabel,
  type Changes,
  type Committed,
  changesSchema,
  commitChanges,
  create,
  deleteRecord,
  type FieldPut,
  fieldPutSchema,
  inverseOf,
  type Pen,
  penMemorySchema,
  put,
  restoreRecord,
  settle,
} from "./changes.ts";
export { isRecordState } from "./is-record-state.ts";
export { canonicalJson, type Json, jsonSchema } from "./json.ts";
export {
  deletedValueSchema,
  lifeOf,
  type PendingField,
  pendingFields,
  RECORD_KINDS,
  type RecordKind,
  type RecordState,
  rankWrites,
  recordStateSchema,
  seenAndHeld,
  shownValue,
  shownValues,
  sortWrites,
  type Write,
  writeKey,
  writeSchema,
} from "./record.ts";
export {
  compareDots,
  covers,
  type Dot,
  dotSchema,
  joinVectors,
  type VersionVector,
  versionVectorSchema,
  withDot,
} from "./version-vector.ts";
