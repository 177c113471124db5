/** The hosted app without a network: registration, and word of a newer version. */
export { isUpdateWaiting, registerOffline, subscribeToUpdates } from "./register-offline.ts";
