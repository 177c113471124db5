import { useSyncExternalStore } from "react";
import * as v from "valibot";

/** `navigator.keyboard` of Chromium; other browsers have none, so it is looked at before use. */
const keyboardSchema = v.object({ keyboard: v.object({ lock: v.function() }) });

/** Firefox hands Esc over for the asking here; other browsers pass over what they do not know. */
const WITH_ESC = { navigationUI: "hide", keyboardLock: "browser" } as const;

/**
 * Fills the screen. Where the browser can, Esc then comes to the room instead of leaving full screen;
 * a refusal changes nothing.
 */
export const enterFullScreen = (): void => {
  document.documentElement
    .requestFullscreen(WITH_ESC)
    .then(() => {
      const parsed = v.safeParse(keyboardSchema, navigator);
      if (parsed.success)
        parsed.output.keyboard.lock.call(Reflect.get(navigator, "keyboard"), ["Escape"]);
    })
    .catch(() => undefined);
};

let asked = false;

/** Fills the screen with the first thing that is put on; whoever leaves full screen is left in peace. */
export const fillScreenOnce = (): void => {
  if (asked || document.fullscreenElement !== null) return;
  asked = true;
  enterFullScreen();
};

const subscribe = (listener: () => void): (() => void) => {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
};

/** Whether the room fills the screen. */
export const useFullScreen = (): boolean =>
  useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
