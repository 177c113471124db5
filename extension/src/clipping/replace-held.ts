import { type Clip, coursewareOfClip } from "@dianbo/shared/clip";
import type { Courseware } from "@dianbo/shared/courseware";
import { putBack, replaceCourseware } from "@dianbo/shared/programme";
import { err, ok, type Result } from "@dianbo/shared/result";
import { cancelDownload } from "../downloading/index.ts";
import { articleCopyOf } from "./article-copy.ts";
import type { ClipDesk } from "./clip-desk.ts";
import { type ClipDraft, clipOfDraft } from "./clip-draft.ts";
import type { Held } from "./find-held.ts";
import {
  type SavedClip,
  type SaveFailure,
  saveFailure,
  startFile,
  withoutLeave,
} from "./save-clip.ts";

/** What stood where a newer clip stands now: enough to give it back. */
export type Replaced =
  | {
      readonly where: "library";
      readonly before: Courseware;
      /** Its row in the inbox, where it still waited for its file. */
      readonly row: Clip | undefined;
    }
  | { readonly where: "inbox"; readonly before: Clip };

const clipInPlace = async (
  draft: ClipDraft,
  held: Held,
  mayFetch: boolean,
  desk: ClipDesk,
): Promise<Clip> => {
  const before = held.where === "library" ? held.item : held.clip;
  const { kind, body } = draft.recognised;
  const plain = clipOfDraft(draft, {
    id: before.id,
    category: before.category ?? undefined,
    clock: desk.clock,
    post: desk.library?.identity().post,
  });
  const article =
    kind === "article" && body !== undefined
      ? await articleCopyOf(body, async () => undefined)
      : null;
  return withoutLeave({ ...plain, article }, mayFetch);
};

/**
 * Puts the page in the place of what is held: number and category stay, and in the library it is one
 * step of undo. A newer film is fetched by a row in the inbox; the old one stays until it is here.
 */
export const replaceHeld = async (
  draft: ClipDraft,
  held: Held,
  mayFetch: boolean,
  desk: ClipDesk,
): Promise<Result<SavedClip, SaveFailure>> => {
  const clip = await clipInPlace(draft, held, mayFetch, desk);
  if (held.where === "inbox") {
    const before = held.clip;
    const tags = [...new Set([...before.tags, ...clip.tags])];
    const saved = await desk.inbox.update(before.id, () => ({ ...clip, tags }));
    if (!saved.ok) return err(saveFailure(saved.error));
    startFile(saved.value, desk);
    const replaced: Replaced = { where: "inbox", before };
    return ok({ clip: saved.value, number: undefined, attached: [], replaced });
  }
  const { library } = desk;
  if (library === undefined) return err({ type: "not-stored" });
  const kept = await library.apply<{ readonly type: string }>(({ snapshot }) => {
    const now = snapshot.items.get(held.item.id);
    return now === undefined
      ? err({ type: "not-stored" })
      : ok(replaceCourseware(now, coursewareOfClip(clip)));
  });
  if (!kept.ok) return err(saveFailure(kept.error));
  const row = await desk.inbox.get(clip.id);
  if (clip.file.state !== "none") {
    const waiting = await desk.inbox.save({ ...clip, replaces: true });
    if (waiting.ok) startFile(waiting.value, desk);
  }
  const replaced: Replaced = { where: "library", before: held.item, row };
  return ok({ clip, number: held.item.number ?? undefined, attached: [], replaced });
};

/** Gives back what stood there before, file included; a download under way is stopped. */
export const undoReplace = async (
  clip: Clip,
  replaced: Replaced,
  desk: ClipDesk,
): Promise<void> => {
  if (clip.file.state === "waiting") {
    await cancelDownload(clip.id, desk.inbox).catch(() => undefined);
  }
  if (replaced.where === "inbox") {
    await desk.inbox.save(replaced.before);
    return;
  }
  if (replaced.row === undefined) await desk.inbox.remove(clip.id);
  else await desk.inbox.save(replaced.row);
  await desk.library?.apply(({ snapshot }) => {
    const now = snapshot.items.get(clip.id);
    return ok(
      now === undefined
        ? { label: { type: "edit-courseware" }, puts: [] }
        : putBack(now, replaced.before),
    );
  });
};
