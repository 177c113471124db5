import * as v from "valibot";
import { PROJECTOR_HASH } from "../beside.ts";
import { isOnOtherScreen, otherScreen, screenLeave } from "./screens.ts";
import type { Spot } from "./window-messages.ts";

const NAME = "dianbo-projector";

const fillSchema = v.object({ dianbo: v.literal("fill") });
const mineSchema = v.object({ dianbo: v.literal("projector-window") });

/** The projector's window as the host's holds it. */
export interface ProjectorWindow {
  /**
   * Opens it, on the second screen where the browser may know of it. It must be called from a key or a
   * click; false where the browser lets no window open.
   */
  open(mayAsk: boolean): Promise<boolean>;
  /** Whether the window that was held is closed; false while none is held. */
  isClosed(): boolean;
  close(): void;
  /** Whether it stands on another screen than the host's own window; `false` where the browser does not tell. */
  isElsewhere(middle: Spot): boolean;
  /** Lends the window the key that was just pressed, so that it may fill its screen. */
  fill(): void;
  /** Stops listening for the window that a reload of this one lost hold of. */
  letGo(): void;
}

const featuresOf = (at: Awaited<ReturnType<typeof otherScreen>>): string =>
  at === undefined
    ? "popup,width=960,height=540"
    : `popup,left=${at.availLeft},top=${at.availTop},width=${at.availWidth},height=${at.availHeight}`;

/** Holds the projector's window. */
export const holdProjectorWindow = (): ProjectorWindow => {
  let held: Window | undefined;
  const hear = ({ origin, data, source }: MessageEvent<unknown>): void => {
    if (origin !== location.origin || !v.is(mineSchema, data)) return;
    if (source !== null && "closed" in source) held = source;
  };
  window.addEventListener("message", hear);
  const openAt = (features: string): boolean => {
    const address = new URL(location.href);
    address.hash = PROJECTOR_HASH;
    held = window.open(address, NAME, features) ?? undefined;
    return held !== undefined;
  };
  return {
    open: async (mayAsk) => {
      const leave = await screenLeave();
      if (leave === "granted") return openAt(featuresOf(await otherScreen()));
      if (!openAt(featuresOf(undefined))) return false;
      if (leave === "none" || !mayAsk) return true;
      const at = await otherScreen();
      if (at !== undefined) {
        held?.moveTo(at.availLeft, at.availTop);
        held?.resizeTo(at.availWidth, at.availHeight);
      }
      return true;
    },
    isClosed: () => held?.closed ?? false,
    isElsewhere: isOnOtherScreen,
    close: () => {
      held?.close();
      held = undefined;
    },
    fill: () => {
      // Not every key counts for the browser: Esc is none, and a message with nothing to lend is an error.
      if (!navigator.userActivation.isActive) return;
      const lent = { targetOrigin: location.origin, delegate: "fullscreen" };
      held?.postMessage({ dianbo: "fill" }, lent);
    },
    letGo: () => window.removeEventListener("message", hear),
  };
};

/** In the projector's window: tells the window that opened it which one it is, and fills the screen when that one lends it a key. */
export const obeyOpener = (): (() => void) => {
  const hear = ({ origin, data }: MessageEvent<unknown>): void => {
    if (origin !== location.origin || !v.is(fillSchema, data)) return;
    if (document.fullscreenElement === null)
      document.documentElement.requestFullscreen().catch(() => undefined);
  };
  window.addEventListener("message", hear);
  return () => window.removeEventListener("message", hear);
};

/** In the projector's window: lets a host that was opened anew take hold of it. */
export const tellOpener = (): void => {
  const opener: Window | null = window.opener;
  opener?.postMessage({ dianbo: "projector-window" }, location.origin);
};

const full = matchMedia("(display-mode: fullscreen)");

/** Whether the window fills its screen, by the browser's key (F11) or by ours. */
export const fillsScreen = (): boolean => document.fullscreenElement !== null || full.matches;
