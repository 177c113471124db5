import { type Changes, type Json, put } from "@dianbo/shared/changes";
import type { Clip } from "@dianbo/shared/clip";
import type { MediaFile } from "@dianbo/shared/courseware";
import { ok } from "@dianbo/shared/result";
import { picturesLock } from "../handoff/ready-rows.ts";
import { type OwedPictures, type PicturesOwed, removeUnused } from "../inbox/index.ts";
import { articleCopyOf, type KeepPicture } from "./article-copy.ts";
import type { ClipDesk } from "./clip-desk.ts";
import type { ClipDraft } from "./clip-draft.ts";
import { keepPicture } from "./keep-picture.ts";

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));

const IMAGE = /<img\b/giu;

/** What a clip is to get of the pictures that its page shows; `undefined` where that is nothing. */
export const picturesOf = (
  { recognised: { kind, body, cover } }: ClipDraft,
  { id, title }: Pick<Clip, "id" | "title">,
): OwedPictures | undefined => {
  const article = kind === "article" && body !== undefined && body.html.search(IMAGE) >= 0;
  if (!article && cover === undefined) return undefined;
  return { id, title, body: article ? body : null, cover: cover ?? null };
};

/**
 * Fetches cover and pictures of a clip that is saved already and puts them into it, wherever it stands;
 * until then it is not handed over by itself.
 * @returns how many pictures could not be had.
 */
export const fetchPictures = (
  pictures: OwedPictures,
  desk: ClipDesk,
  onProgress: (done: number, all: number) => void,
): Promise<number> =>
  navigator.locks.request(picturesLock(pictures.id), () => fetchAll(pictures, desk, onProgress));

/** The same for pictures that were noted: once they are there, nothing is owed any more. */
export const fetchNoted = (
  owed: PicturesOwed,
  pictures: OwedPictures,
  desk: ClipDesk,
  onProgress: (done: number, all: number) => void,
): Promise<number> =>
  navigator.locks.request(picturesLock(pictures.id), async () => {
    const missing = await fetchAll(pictures, desk, onProgress);
    await owed.settle(pictures.id);
    return missing;
  });

/**
 * Fetches what was noted and left, once whoever fetched it is gone and its lock with it. Where that page got to
 * its end nothing is owed any more; without a network it stays noted.
 */
export const fetchLeft = (
  owed: PicturesOwed,
  id: string,
  withDesk: (fetch: (desk: ClipDesk) => Promise<void>) => Promise<void>,
): Promise<void> =>
  navigator.locks.request(picturesLock(id), async () => {
    const pictures = (await owed.all()).find((one) => one.id === id);
    if (pictures === undefined || !navigator.onLine) return;
    await withDesk(async (desk) => {
      await fetchAll(pictures, desk, () => undefined);
      await owed.settle(id);
    });
  });

const fetchAll = async (
  { id, title, body, cover: coverUrl }: OwedPictures,
  desk: ClipDesk,
  onProgress: (done: number, all: number) => void,
): Promise<number> => {
  const all = body?.html.match(IMAGE)?.length ?? 0;
  let done = 0;
  let missing = 0;
  const keep: KeepPicture = async (url) => {
    const kept = await keepPicture(url, desk.media);
    done += 1;
    if (kept === undefined) missing += 1;
    onProgress(done, all);
    return kept;
  };
  const cover = coverUrl === null ? undefined : await keepPicture(coverUrl, desk.media);
  const article = body !== null ? await articleCopyOf(body, keep) : undefined;
  const parts = {
    ...(cover === undefined ? {} : { cover }),
    ...(article === undefined ? {} : { article }),
  };
  if (Object.keys(parts).length === 0) return missing;
  const before: (MediaFile | null | undefined)[] = [desk.library?.snapshot().items.get(id)?.cover];
  await desk.inbox.update(id, (row) => {
    before.push(row.cover);
    return { ...row, ...parts };
  });
  if (desk.library?.snapshot().items.has(id) === true) {
    const record = { id, kind: "courseware" };
    const changes: Changes = {
      label: { type: "edit-courseware", name: title },
      puts: Object.entries(parts).map(([field, value]) => put(record, field, asJson(value))),
    };
    await desk.library.apply(() => ok(changes), { undoable: false });
  }
  if (cover !== undefined) {
    // A film that came faster than its page's picture has a frame of its own as cover: nobody's from now on.
    const covers = before.flatMap((one) => (one == null ? [] : [one.hash]));
    await removeUnused(covers, { ...desk, items: desk.library?.snapshot().items.values() ?? [] });
  }
  return missing;
};
