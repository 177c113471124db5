/**
 * The store's file layer for other workers of the same origin: the extension's download worker writes
 * through it, so that a file under a hash is always whole, whoever wrote it.
 */
export { isDiskFull } from "./failures.ts";
export { keepUnderHash } from "./keep-under-hash.ts";
export { discardIncoming, openIncoming, sweepIncoming } from "./opfs-files.ts";
