import type { Clip } from "@dianbo/shared/clip";
import { type Courseware, findSameSource, isListed } from "@dianbo/shared/courseware";
import { findLike, type Likeness, type Traits } from "@dianbo/shared/likeness";
import type { ClipDesk } from "./clip-desk.ts";
import { type ClipDraft, draftTitle, textMarkOfDraft } from "./clip-draft.ts";

/** What a page is already held as: an item of the library, or a row of the inbox. */
export type Held =
  | { readonly where: "library"; readonly item: Courseware }
  | { readonly where: "inbox"; readonly clip: Clip };

/** What is held, and what makes it look like the page. */
export interface LikeHeld {
  readonly held: Held;
  readonly likeness: Likeness;
}

/** Looks whether this page is held already, by its canonical address. */
export const findHeld = async (canonical: string, desk: ClipDesk): Promise<Held | undefined> => {
  const items = desk.library?.snapshot().items.values() ?? [];
  const item = findSameSource(items, { canonical });
  if (item !== undefined && item.life !== "deleted") return { where: "library", item };
  const clip = await desk.inbox.findByCanonical(canonical);
  return clip === undefined ? undefined : { where: "inbox", clip };
};

const traitsOfItem = ({ title, kind, source, media, textMark }: Courseware): Traits => ({
  title,
  // A film is a video of feature length: what a page plays may be either.
  kind: kind === "film" ? "video" : kind,
  canonical: source?.canonical,
  hash: media?.hash,
  mark: textMark ?? undefined,
});

const traitsOfClip = ({ title, kind, source, file, textMark }: Clip): Traits => ({
  title,
  kind,
  canonical: source.canonical,
  hash: file.state === "held" ? file.file.hash : undefined,
  mark: textMark ?? undefined,
});

/** Looks whether this page, or the same thing under another address, is held already. */
export const findLikeHeld = async (
  draft: ClipDraft,
  desk: ClipDesk,
): Promise<LikeHeld | undefined> => {
  const same = await findHeld(draft.source.canonical, desk);
  if (same !== undefined) return { held: same, likeness: "same-page" };
  const wanted: Traits = {
    title: draftTitle(draft).value,
    kind: draft.recognised.kind,
    mark: textMarkOfDraft(draft),
  };
  const items = [...(desk.library?.snapshot().items.values() ?? [])].filter(isListed);
  const item = findLike(items, traitsOfItem, wanted);
  if (item !== undefined) {
    return { held: { where: "library", item: item.candidate }, likeness: item.likeness };
  }
  const rows = (await desk.inbox.all()).flatMap((row) => (row.type === "clip" ? [row.clip] : []));
  const clip = findLike(rows, traitsOfClip, wanted);
  return clip === undefined
    ? undefined
    : { held: { where: "inbox", clip: clip.candidate }, likeness: clip.likeness };
};
