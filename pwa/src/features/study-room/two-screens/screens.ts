import * as v from "valibot";
import type { Spot } from "./window-messages.ts";

const screenSchema = v.object({ isExtended: v.boolean() });
const placedSchema = v.object({
  availLeft: v.number(),
  availTop: v.number(),
  availWidth: v.number(),
  availHeight: v.number(),
});

/** Whether this PC has a second screen that shows something else than the first; undefined where the browser does not tell. */
export const isExtended = (): boolean | undefined => {
  const read = v.safeParse(screenSchema, screen);
  return read.success ? read.output.isExtended : undefined;
};

/** Where this window stands. */
export const middleOfWindow = (): Spot => ({
  left: screenX + outerWidth / 2,
  top: screenY + outerHeight / 2,
});

/** Whether a spot lies on another screen than this window; `false` where the browser does not tell. */
export const isOnOtherScreen = ({ left, top }: Spot): boolean => {
  const read = v.safeParse(placedSchema, screen);
  if (!read.success || isExtended() !== true) return false;
  const { availLeft, availTop, availWidth, availHeight } = read.output;
  const across = left < availLeft || left > availLeft + availWidth;
  return across || top < availTop || top > availTop + availHeight;
};

/** A screen beside the one that this window is on. Pixels over all screens. */
export type OtherScreen = v.InferOutput<typeof placedSchema>;
const detailsSchema = v.object({
  screens: v.array(v.unknown()),
  currentScreen: v.unknown(),
});

/** What a window may learn of the screens: at once, after a question to the host, or never. */
export type ScreenLeave = "granted" | "prompt" | "none";

/** Chromium up to 110 knows the permission by its first name. */
const NAMES = ["window-management", "window-placement"] as const;

/** Whether the browser would tell about the screens, without asking anybody. */
export const screenLeave = async (): Promise<ScreenLeave> => {
  if (!("getScreenDetails" in window)) return "none";
  for (const name of NAMES) {
    try {
      // The names are younger than the types; a browser that does not know one throws.
      const query: unknown = Reflect.apply(navigator.permissions.query, navigator.permissions, [
        { name },
      ]);
      const { state } = v.parse(v.object({ state: v.string() }), await query);
      return state === "granted" || state === "prompt" ? state : "none";
    } catch {}
  }
  return "none";
};

/** The screen beside this window's; the browser asks the host first where it was not allowed yet. */
export const otherScreen = async (): Promise<OtherScreen | undefined> => {
  const ask: unknown = Reflect.get(window, "getScreenDetails");
  if (typeof ask !== "function") return undefined;
  try {
    const details = v.parse(detailsSchema, await Reflect.apply(ask, window, []));
    const other = details.screens.find((one) => one !== details.currentScreen);
    const read = v.safeParse(placedSchema, other);
    return read.success ? read.output : undefined;
  } catch {
    // Refused: the host drags the window over by hand.
    return undefined;
  }
};
