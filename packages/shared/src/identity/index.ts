/** Who and what a thing is: site, device, writer, post, record. See docs/data-model.md. */
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
