/** Who and what a thing is: site, device, writer, post, record. See docs/data-model.md. */
export {
  type DeviceId,
  deviceIdSchema,
  type NewId,
  type Post,
  postSchema,
  type RecordId,
  recordIdSchema,
  type SiteId,
  siteIdSchema,
  type WriterId,
  writerIdSchema,
  deviceOf,
  newDeviceId,
  newRecordId,
  newSiteId,
  newWriterId,
} from "./ids.ts";
