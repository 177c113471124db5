import { civilDateSchema } from "@dianbo/shared/clock";
import * as v from "valibot";
import type { DraftEdits } from "../clipping/clip-draft.ts";

const keyOf = (canonical: string): string => `clip-draft:${canonical}`;

const editsSchema = v.object({
  title: v.exactOptional(v.pipe(v.string(), v.maxLength(300))),
  tags: v.exactOptional(v.array(v.pipe(v.string(), v.maxLength(100)))),
  reviewed: v.exactOptional(v.boolean()),
  withFile: v.exactOptional(v.boolean()),
  publisher: v.exactOptional(v.pipe(v.string(), v.maxLength(60))),
  publishedAt: v.exactOptional(civilDateSchema),
  body: v.exactOptional(
    v.object({
      from: v.literal("person"),
      html: v.pipe(v.string(), v.maxLength(500_000)),
      text: v.pipe(v.string(), v.maxLength(200_000)),
    }),
  ),
  keepBoth: v.exactOptional(v.boolean()),
});

/** What was changed by hand on this page before the panel was closed. */
export const readEdits = async (canonical: string): Promise<DraftEdits> => {
  const key = keyOf(canonical);
  const stored = v.safeParse(editsSchema, (await chrome.storage.session.get(key))[key]);
  return stored.success ? stored.output : {};
};

/** Keeps it until the browser closes; nothing typed is lost with the panel. */
export const keepEdits = async (canonical: string, edits: DraftEdits): Promise<void> => {
  await chrome.storage.session.set({ [keyOf(canonical)]: edits });
};

/** Forgets it, once it is saved. */
export const forgetEdits = async (canonical: string): Promise<void> => {
  await chrome.storage.session.remove(keyOf(canonical));
};
