import type { Library, MediaStore } from "@dianbo/pwa/storage";
import { type Clip, filesOfClip } from "@dianbo/shared/clip";
import { mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import { type Inbox, removeUnused } from "../inbox/index.ts";

const KEY = "dropped-files";
const droppedSchema = v.array(mediaHashSchema);

const readDropped = async (): Promise<v.InferOutput<typeof droppedSchema>> => {
  const parsed = v.safeParse(droppedSchema, (await chrome.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.output : [];
};

/**
 * Notes the files of a row that was deleted. They stay for now, so that the deletion can be undone; the
 * next opening of the page removes them.
 */
export const noteDropped = async (clip: Clip): Promise<void> => {
  const files = filesOfClip(clip).map(({ hash }) => hash);
  if (files.length === 0) return;
  await chrome.storage.local.set({ [KEY]: [...(await readDropped()), ...files] });
};

/** Removes files of rows deleted in an earlier opening, unless something uses them again. */
export const removeDropped = async (
  inbox: Inbox,
  library: Library,
  media: MediaStore,
): Promise<void> => {
  const dropped = await readDropped();
  if (dropped.length === 0) return;
  await removeUnused(dropped, { inbox, media, items: library.snapshot().items.values() });
  await chrome.storage.local.remove(KEY);
};
