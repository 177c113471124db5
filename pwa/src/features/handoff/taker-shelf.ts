import type { Clip } from "@dianbo/shared/clip";
import { coursewareOfClip } from "@dianbo/shared/clip";
import { type Courseware, findSameSource } from "@dianbo/shared/courseware";
import { addCourseware, attachMedia } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import type { Library, LibrarySnapshot, MediaStore } from "../../storage/index.ts";
import type { Refusal, TakerShelf } from "./taker.ts";

const standingFor = (clip: Clip, snapshot: LibrarySnapshot): Courseware | undefined => {
  const own = snapshot.items.get(clip.id);
  if (own !== undefined) return own;
  const same = findSameSource(snapshot.items.values(), { canonical: clip.source.canonical });
  return same?.life === "deleted" ? undefined : same;
};

/** Whether a clip brings a film or document to an item that so far is only a title. */
const bringsFile = (clip: Clip, item: Courseware): boolean =>
  clip.file.state === "held" && item.media == null;

const refusalOf = (type: string): Refusal => {
  switch (type) {
    case "disk-full":
    case "file-missing":
    case "hash-differs":
    case "shelf-full":
      return type;
    default:
      return "not-stored";
  }
};

/** Stores handed-over clips in this library and its media store: files first, then the row. */
export const openTakerShelf = (library: Library, media: MediaStore): TakerShelf => ({
  hasFile: (hash) => media.has(hash),
  keepFile: async (blob, hash) => {
    const kept = await media.keep(blob, hash);
    return kept.ok ? kept : { ok: false, error: { type: refusalOf(kept.error.type) } };
  },
  held: (clip) => {
    const item = standingFor(clip, library.snapshot());
    return item === undefined || bringsFile(clip, item) ? undefined : (item.number ?? null);
  },
  store: async (clip) => {
    const fields = coursewareOfClip(clip);
    const stored = await library.apply(({ snapshot, book, newId }) => {
      const standing = standingFor(clip, snapshot);
      if (standing === undefined) return addCourseware(clip.id, fields, book, newId);
      if (fields.media == null) return ok({ label: { type: "add-courseware" }, puts: [] });
      return ok(attachMedia(standing, fields.media, fields.minutes));
    });
    if (!stored.ok) return { ok: false, error: { type: refusalOf(stored.error.type) } };
    return ok(standingFor(clip, stored.value)?.number ?? null);
  },
});
