import type { Library } from "@dianbo/pwa/storage";
import type { Category } from "@dianbo/shared/category";
import { type Clip, coursewareOfClip, isComplete } from "@dianbo/shared/clip";
import { newRecordId, type RecordId } from "@dianbo/shared/identity";
import { type CapturedDocument, withoutHidden } from "@dianbo/shared/portal";
import {
  addCourseware,
  deleteCourseware,
  editCourseware,
  fileCourseware,
  restoreCourseware,
} from "@dianbo/shared/programme";
import { err, ok, type Result } from "@dianbo/shared/result";
import { cancelDownload, startDownload } from "../downloading/index.ts";
import { articleCopyOf, type KeepPicture } from "./article-copy.ts";
import type { ClipDesk } from "./clip-desk.ts";
import { type ClipDraft, clipOfDraft, sourceOf } from "./clip-draft.ts";
import { countHabit, type FiledPage } from "./filing-habits.ts";
import { findHeld } from "./find-held.ts";
import type { Replaced } from "./replace-held.ts";

/** A clip could not be saved. Nothing of it is left half done. */
export type SaveFailure =
  | { readonly type: "disk-full" }
  | { readonly type: "not-stored" }
  | { readonly type: "shelf-full" }
  /** Another panel was quicker. */
  | { readonly type: "held-already" };

/** What a failed write means for a clip. */
export const saveFailure = (error: { readonly type: string }): SaveFailure => {
  if (error.type === "disk-full" || error.type === "shelf-full") return { type: error.type };
  return { type: "not-stored" };
};

/** Puts a clip into the library, or brings back the item that an undo had taken out, and numbers it. */
const fileInLibrary = async (clip: Clip, library: Library): Promise<Result<null, SaveFailure>> => {
  const kept = await library.apply<{ readonly type: string }>(({ snapshot, book, newId }) => {
    const item = snapshot.items.get(clip.id);
    const record = snapshot.records.get(clip.id);
    if (item === undefined || record === undefined) {
      return addCourseware(clip.id, coursewareOfClip(clip), book, newId);
    }
    // What an undo took out comes back as it is now, under the number it had.
    const { title, tags, reviewed, category } = clip;
    const back =
      item.life === "alive"
        ? []
        : [
            ...restoreCourseware([record]).puts,
            ...editCourseware(item, { title, tags, reviewed }).puts,
          ];
    if (category == null)
      return ok({ label: { type: "restore-courseware", count: 1 }, puts: back });
    const filed = fileCourseware([item], category, book, newId);
    return filed.ok
      ? ok({ label: filed.value.label, puts: [...back, ...filed.value.puts] })
      : filed;
  });
  return kept.ok ? ok(null) : err(saveFailure(kept.error));
};

/** A saved clip: its row, and its number where it has one already. */
export interface SavedClip {
  readonly clip: Clip;
  readonly number: number | undefined;
  /** What stood in its place before, where it is the newer of two. */
  readonly replaced?: Replaced;
  /** What hung on the page and was kept along with it. */
  readonly attached: readonly { readonly clip: Clip; readonly number: number | undefined }[];
}

const numberOf = (id: RecordId, desk: ClipDesk): number | undefined =>
  desk.library?.snapshot().items.get(id)?.number ?? undefined;

/** Keeps a clip: in the inbox first, then, filed and at home, in the library with its number. */
const keepClip = async (clip: Clip, desk: ClipDesk): Promise<Result<SavedClip, SaveFailure>> => {
  const saved = await desk.inbox.save(clip);
  if (!saved.ok) return err(saveFailure(saved.error));
  if (clip.category != null && desk.library !== undefined) {
    const filed = await fileInLibrary(clip, desk.library);
    if (!filed.ok) return filed;
    // What lacks nothing has left the inbox; what waits for its file stays there until it has it.
    if (isComplete(clip)) await desk.inbox.remove(clip.id);
  }
  return ok({ clip, number: numberOf(clip.id, desk), attached: [] });
};

/** What the habit of filing learns from a clip. */
const pageOf = ({ source, column, title, tags }: Clip): FiledPage => ({
  host: source.portal,
  column: column ?? undefined,
  title,
  tags,
});

/** What the person decided with one stroke. */
export interface SaveChoice {
  readonly category: Category | undefined;
  /** Whether the browser let us fetch from the hosts of file and pictures. */
  readonly mayFetch: boolean;
  /** Attachments to be kept as items of their own. */
  readonly attachments: readonly CapturedDocument[];
  /** The clip of an earlier stroke that was undone: its id, and so its number, is taken up again. */
  readonly again: RecordId | undefined;
}

const attachmentClip = (document: CapturedDocument, owner: Clip, id: RecordId): Clip => ({
  ...owner,
  id,
  kind: "document",
  title:
    withoutHidden(document.label)
      .replace(/\.\w{2,5}$/u, "")
      .trim()
      .slice(0, 300) || owner.title,
  minutes: null,
  source: sourceOf(document.url),
  fileUrl: document.url.slice(0, 4000),
  file: { state: "waiting" },
  article: null,
  cover: null,
});

/** A clip whose file may not be fetched waits for leave. */
export const withoutLeave = (clip: Clip, mayFetch: boolean): Clip =>
  mayFetch || clip.file.state !== "waiting"
    ? clip
    : { ...clip, file: { state: "failed", reason: "no-permission", received: 0 } };

/**
 * Starts a download without waiting for its engine: what is saved is said to be at once. Where the
 * engine does not come up the row waits on, and the next start of the browser goes on with it.
 */
export const startFile = (clip: Clip, desk: ClipDesk): void => {
  if (clip.file.state === "waiting") startDownload(clip.id, desk.inbox).catch(() => undefined);
};

const noPicture: KeepPicture = async () => undefined;

/**
 * Saves a draft in one stroke. An article is kept with its text at once; its pictures follow by
 * `fetchPictures`. A file to fetch is started here and goes on without the panel.
 */
export const saveDraft = async (
  draft: ClipDraft,
  choice: SaveChoice,
  desk: ClipDesk,
): Promise<Result<SavedClip, SaveFailure>> => {
  if ((await findHeld(draft.source.canonical, desk)) !== undefined) {
    return err({ type: "held-already" });
  }
  const id = choice.again ?? newRecordId(desk.newId);
  const post = desk.library?.identity().post;
  const { kind, body } = draft.recognised;
  const plain = clipOfDraft(draft, { id, category: choice.category, clock: desk.clock, post });
  const article =
    kind === "article" && body !== undefined ? await articleCopyOf(body, noPicture) : null;
  const clip = withoutLeave({ ...plain, article }, choice.mayFetch);
  const saved = await keepClip(clip, desk);
  if (!saved.ok) return saved;
  const attached: SavedClip[] = [];
  for (const document of choice.attachments) {
    const hanging = withoutLeave(
      attachmentClip(document, clip, newRecordId(desk.newId)),
      choice.mayFetch,
    );
    const kept = await keepClip(hanging, desk);
    if (!kept.ok) continue;
    attached.push(kept.value);
    startFile(hanging, desk);
  }
  startFile(clip, desk);
  if (choice.category !== undefined) {
    await (desk.countHabit ?? countHabit)(pageOf(clip), choice.category, 1);
  }
  return ok({ ...saved.value, attached });
};

/** Files a saved clip under another category, wherever it stands. */
export const refileClip = async (
  clip: Clip,
  category: Category,
  desk: ClipDesk,
): Promise<Result<SavedClip, SaveFailure>> => {
  const updated = await desk.inbox.update(clip.id, (row) => ({ ...row, category }));
  const now: Clip = updated.ok ? updated.value : { ...clip, category };
  if (desk.library !== undefined) {
    const filed = await fileInLibrary(now, desk.library);
    if (!filed.ok) return filed;
    if (updated.ok && isComplete(now)) await desk.inbox.remove(clip.id);
  }
  const page = pageOf(clip);
  if (clip.category != null) await countHabit(page, clip.category, -1);
  await countHabit(page, category, 1);
  return ok({ clip: now, number: numberOf(clip.id, desk), attached: [] });
};

const takeOut = async (clip: Clip, desk: ClipDesk): Promise<void> => {
  if (clip.file.state === "waiting") {
    cancelDownload(clip.id, desk.inbox).catch(() => undefined);
  }
  await desk.inbox.remove(clip.id);
  await desk.library?.apply(({ snapshot }) => {
    const record = snapshot.records.get(clip.id);
    return ok(deleteCourseware(record === undefined ? [] : [record]));
  });
};

/** Takes a saved clip back, with what hung on it: out of inbox and library, downloads stopped. */
export const undoSave = async (saved: SavedClip, desk: ClipDesk): Promise<void> => {
  const { clip, attached } = saved;
  for (const one of [clip, ...attached.map((hanging) => hanging.clip)]) await takeOut(one, desk);
  if (clip.category == null) return;
  const page = pageOf(clip);
  await countHabit(page, clip.category, -1);
};
