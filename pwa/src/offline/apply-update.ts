import { SKIP_WAITING } from "./skip-waiting.ts";

/**
 * Puts the newer version that waits in place, and opens this window anew with it. To be called where no other
 * window of the app is open: its screens would look for files of the old version. `false` where none waits.
 */
export const applyUpdate = async (): Promise<boolean> => {
  const registration = await navigator.serviceWorker.getRegistration();
  if (registration?.waiting == null) return false;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  registration.waiting.postMessage(SKIP_WAITING);
  return true;
};
