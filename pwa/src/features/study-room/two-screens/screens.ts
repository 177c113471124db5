import * as v from "valibot";
import type { Corner } from "./window-messages.ts";

const screenSchema = v.object({ isExtended: v.boolean() });
const placedSchema = v.object({ availLeft: v.number(), availTop: v.number() });

/** Whether this PC has a second screen that shows something else than the first; undefined where the browser does not tell. */
export const isExtended = (): boolean | undefined => {
  const read = v.safeParse(screenSchema, screen);
  return read.success ? read.output.isExtended : undefined;
};

/** The corner of the screen that this window is on; undefined where the browser does not tell. */
export const cornerOfScreen = (): Corner | undefined => {
  const read = v.safeParse(placedSchema, screen);
  return read.success ? { left: read.output.availLeft, top: read.output.availTop } : undefined;
};

const detailedSchema = v.object({
  availLeft: v.number(),
  availTop: v.number(),
  availWidth: v.number(),
  availHeight: v.number(),
});
/** A screen beside the one that this window is on. Pixels over all screens. */
export type OtherScreen = v.InferOutput<typeof detailedSchema>;
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
    const read = v.safeParse(detailedSchema, other);
    return read.success ? read.output : undefined;
  } catch {
    // Refused: the host drags the window over by hand.
    return undefined;
  }
};
