import { canonicalUrl } from "@dianbo/shared/courseware";
import type { ListLink } from "@dianbo/shared/page-list";
import { useEffect, useState } from "react";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import type { ListedItem } from "../inbox/index.ts";

/** Where a row of a list is held already. */
export type HeldLink =
  | { readonly where: "library"; readonly number: number | undefined }
  | { readonly where: "inbox" }
  | { readonly where: "queue" };

const inLibraryAndInbox = async (desk: ClipDesk): Promise<ReadonlyMap<string, HeldLink>> => {
  const held = new Map<string, HeldLink>();
  for (const row of await desk.inbox.all()) {
    if (row.type === "clip") held.set(row.clip.source.canonical, { where: "inbox" });
  }
  for (const item of desk.library?.snapshot().items.values() ?? []) {
    if (item.life === "deleted" || item.source == null) continue;
    held.set(item.source.canonical, { where: "library", number: item.number ?? undefined });
  }
  return held;
};

/** By address: which of a list's items are held, by canonical address, or wait in the queue. */
export const useHeldLinks = (
  links: readonly ListLink[],
  queued: readonly ListedItem[],
  desk: ClipDesk,
): ReadonlyMap<string, HeldLink> | undefined => {
  const [held, setHeld] = useState<ReadonlyMap<string, HeldLink> | undefined>(undefined);
  useEffect(() => {
    let stopped = false;
    const refresh = (): void => {
      void inLibraryAndInbox(desk).then((known) => {
        if (!stopped) setHeld(known);
      });
    };
    refresh();
    const stops = [desk.inbox.subscribe(refresh), desk.library?.subscribe(refresh)];
    return () => {
      stopped = true;
      for (const stop of stops) stop?.();
    };
  }, [desk]);
  if (held === undefined) return undefined;
  const waiting = new Set(
    queued.filter(({ state }) => state.state === "waiting").map(({ link }) => link.url),
  );
  const found = new Map<string, HeldLink>();
  for (const { url } of links) {
    const one =
      held.get(canonicalUrl(url)) ?? (waiting.has(url) ? { where: "queue" as const } : undefined);
    if (one !== undefined) found.set(url, one);
  }
  return found;
};
