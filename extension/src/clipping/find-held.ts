import type { Clip } from "@dianbo/shared/clip";
import { type Courseware, findSameSource } from "@dianbo/shared/courseware";
import type { ClipDesk } from "./clip-desk.ts";

/** What a page is already held as: an item of the library, or a row of the inbox. */
export type Held =
  | { readonly where: "library"; readonly item: Courseware }
  | { readonly where: "inbox"; readonly clip: Clip };

/** Looks whether this page is held already, by its canonical address. */
export const findHeld = async (canonical: string, desk: ClipDesk): Promise<Held | undefined> => {
  const items = desk.library?.snapshot().items.values() ?? [];
  const item = findSameSource(items, { canonical });
  if (item !== undefined && item.life !== "deleted") return { where: "library", item };
  const clip = await desk.inbox.findByCanonical(canonical);
  return clip === undefined ? undefined : { where: "inbox", clip };
};
