import * as v from "valibot";
import type { Homes, LibraryPlace } from "./homes.ts";
import { MOVED_AWAY } from "./moved-away.ts";

const placeSchema = v.variant("at", [
  v.object({ at: v.literal("here") }),
  v.object({
    at: v.literal("there"),
    address: v.optional(v.undefined()),
    copy: v.picklist(["none", "kept", "arriving", "arrived"]),
    since: v.number(),
  }),
]);

const read = (): LibraryPlace => {
  const stored = localStorage.getItem(MOVED_AWAY);
  if (stored === null) return { at: "here" };
  try {
    const parsed = v.safeParse(placeSchema, JSON.parse(stored));
    return parsed.success ? parsed.output : { at: "here" };
  } catch {
    return { at: "here" };
  }
};

const NONE: ReadonlySet<string> = new Set();

/** What a hosted app knows: the library is here, or it moved into the extension. */
export const openHostedHomes = (): Homes => ({
  place: read,
  settle: async (place) => {
    if (place.at === "here") localStorage.removeItem(MOVED_AWAY);
    else localStorage.setItem(MOVED_AWAY, JSON.stringify({ ...place, address: undefined }));
  },
  subscribe: (listener) => {
    const heard = (event: StorageEvent): void => {
      if (event.key === MOVED_AWAY) listener();
    };
    window.addEventListener("storage", heard);
    return () => window.removeEventListener("storage", heard);
  },
  isAppAddress: () => false,
  usualAddress: "",
  filesInUse: async () => NONE,
});
