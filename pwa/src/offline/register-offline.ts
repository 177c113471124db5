/** A newer version has been fetched and waits for the next start. */
let waiting = false;
const listeners = new Set<() => void>();

const setWaiting = (): void => {
  waiting = true;
  for (const listener of listeners) listener();
};

/** Whether a newer version waits; for `useSyncExternalStore` with `subscribeToUpdates`. */
export const isUpdateWaiting = (): boolean => waiting;

/** Calls back when a newer version has been fetched; returns how to stop. */
export const subscribeToUpdates = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * Makes the hosted app start without a network. A newer version is only announced, never put in place
 * under an open window. A browser that refuses (a private window) goes on as a plain web page.
 */
export const registerOffline = async (): Promise<void> => {
  if (!("serviceWorker" in navigator)) return;
  const { Workbox } = await import("workbox-window");
  const workbox = new Workbox("./service-worker.js", { scope: "./" });
  workbox.addEventListener("waiting", setWaiting);
  await workbox.register().catch(() => undefined);
};
