/** Hosts that this PC writes to with a password: WebDAV folders and object stores, asked by the browser's own means. */
export { reachBucket } from "./reach-bucket.ts";
export { reachWebDav } from "./reach-web-dav.ts";
