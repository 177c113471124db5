/** Files put on a host, so that whoever reads meanwhile has what stood there before or the new whole. */
export { bucketAddress, regionOf } from "./bucket-address.ts";
export { bucketTarget } from "./bucket-target.ts";
export { davTarget } from "./dav-target.ts";
export type { HostFailure, PublishTarget } from "./publish-target.ts";
export { tryTarget } from "./try-target.ts";
export { type Progress, type Standing, type Uploaded, uploadFiles } from "./upload-files.ts";
