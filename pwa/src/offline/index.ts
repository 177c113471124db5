/** The hosted app without a network: registration, and word of a newer version. */
export { applyUpdate } from "./apply-update.ts";
export { isUpdateWaiting, registerOffline, subscribeToUpdates } from "./register-offline.ts";
export { takeShared } from "./shared-list.ts";
