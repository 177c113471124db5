/** WebDAV, as far as a folder on a host is needed: what is asked, what the answers mean. Pure; who sends is an argument. */
export { davFolder } from "./address.ts";
export type { DavFailure } from "./failure.ts";
export { isPlainXml, type ParseXml, type XmlNode } from "./multistatus.ts";
export { openWebDav, type WebDav } from "./web-dav.ts";
