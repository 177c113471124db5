/** Who and what a thing is: site, device, writer, post, record. See docs/data-model.md. */
export { bytesToHex, hexToBytes } from "./hexadecimal.ts";
export {
  type DeviceId,
  deviceIdSchema,
  deviceOf,
  type NewId,
  newDeviceId,
  newRecordId,
  newSiteId,
  newWriterId,
  type Post,
  postSchema,
  type RecordId,
  recordIdSchema,
  type SiteId,
  siteIdSchema,
  type WriterId,
  writerIdSchema,
} from "./ids.ts";
export { isPost, isRecordId, isSiteId, isWriterId } from "./is-id.ts";
export {
  JOIN_FILE_ENDING,
  JOIN_FILE_LIMIT,
  type JoinFileFailure,
  readJoinFile,
  type SiteToJoin,
  writeJoinFile,
} from "./join-file.ts";
export { makeSiteKey, type Sha512 } from "./make-site-key.ts";
export { type SiteKey, siteKeySchema } from "./site-key.ts";
