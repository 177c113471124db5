import { type Changes, type Json, put } from "@dianbo/shared/changes";
import type { Clip } from "@dianbo/shared/clip";
import type { MediaFile } from "@dianbo/shared/courseware";
import { ok } from "@dianbo/shared/result";
import { picturesLock } from "../handoff/ready-rows.ts";
import { removeUnused } from "../inbox/index.ts";
import { articleCopyOf, type KeepPicture } from "./article-copy.ts";
import type { ClipDesk } from "./clip-desk.ts";
import type { ClipDraft } from "./clip-draft.ts";
import { keepPicture } from "./keep-picture.ts";

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/**
 * Fetches cover and pictures of a clip that is saved already and puts them into it, wherever it stands;
 * until then it is not handed over by itself.
 * @returns how many pictures could not be had.
 */
export const fetchPictures = (
  draft: ClipDraft,
  clip: Pick<Clip, "id" | "title">,
  desk: ClipDesk,
  onProgress: (done: number, all: number) => void,
): Promise<number> =>
  navigator.locks.request(picturesLock(clip.id), () => fetchAll(draft, clip, desk, onProgress));

const fetchAll = async (
  draft: ClipDraft,
  clip: Pick<Clip, "id" | "title">,
  desk: ClipDesk,
  onProgress: (done: number, all: number) => void,
): Promise<number> => {
  const { body, kind, cover: coverUrl } = draft.recognised;
  const all = kind === "article" ? (body?.html.match(/<img\b/giu)?.length ?? 0) : 0;
  let done = 0;
  let missing = 0;
  const keep: KeepPicture = async (url) => {
    const kept = await keepPicture(url, desk.media);
    done += 1;
    if (kept === undefined) missing += 1;
    onProgress(done, all);
    return kept;
  };
  const cover = coverUrl === undefined ? undefined : await keepPicture(coverUrl, desk.media);
  const article = all > 0 && body !== undefined ? await articleCopyOf(body, keep) : undefined;
  const parts = {
    ...(cover === undefined ? {} : { cover }),
    ...(article === undefined ? {} : { article }),
  };
  if (Object.keys(parts).length === 0) return missing;
  const before: (MediaFile | null | undefined)[] = [
    desk.library?.snapshot().items.get(clip.id)?.cover,
  ];
  await desk.inbox.update(clip.id, (row) => {
    before.push(row.cover);
    return { ...row, ...parts };
  });
  if (desk.library?.snapshot().items.has(clip.id) === true) {
    const record = { id: clip.id, kind: "courseware" };
    const changes: Changes = {
      label: { type: "edit-courseware", name: clip.title },
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
