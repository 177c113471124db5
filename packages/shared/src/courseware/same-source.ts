import type { RecordId } from "../identity/index.ts";
import type { Courseware } from "./courseware.ts";

/**
 * The item that came from the same page or holds the same file, if this site has one: nothing is
 * kept twice. Listed items win over deleted ones.
 */
export const findSameSource = (
  items: Iterable<Courseware>,
  wanted: {
    readonly canonical?: string | undefined;
    readonly hash?: string | undefined;
    readonly except?: RecordId | undefined;
  },
): Courseware | undefined => {
  let found: Courseware | undefined;
  for (const item of items) {
    if (item.id === wanted.except) continue;
    const same =
      (wanted.canonical !== undefined && item.source?.canonical === wanted.canonical) ||
      (wanted.hash !== undefined && item.media?.hash === wanted.hash);
    if (!same) continue;
    if (item.life !== "deleted") return item;
    found ??= item;
  }
  return found;
};
