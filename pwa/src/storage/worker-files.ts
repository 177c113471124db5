/**
 * The store's file layer for other workers of the same origin: the extension's download worker writes
 * through it, so that a file under a hash is always whole, whoever wrote it.
 */
export { isDiskFull } from "./failures.ts";
export { discardIncoming, keepUnderHash, openIncoming, sweepIncoming } from "./opfs-files.ts";
