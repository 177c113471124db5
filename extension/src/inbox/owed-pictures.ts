import { recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import { openTables } from "./open-tables.ts";

/** The pictures that a saved clip is still to get, as its page showed them when it was read. */
export const owedPicturesSchema = v.object({
  /** The clip's id. */
  id: recordIdSchema,
  title: v.string(),
  /** The article whose pictures they are, not yet sanitised; `null` where there is only a cover. */
  body: v.nullable(
    v.object({
      from: v.string(),
      html: v.pipe(v.string(), v.maxLength(2_000_000)),
      text: v.pipe(v.string(), v.maxLength(1_000_000)),
    }),
  ),
  /** The cover's address. */
  cover: v.nullable(v.pipe(v.string(), v.maxLength(8000))),
});
/** What a clip is still to get; see `owedPicturesSchema`. */
export type OwedPictures = v.InferOutput<typeof owedPicturesSchema>;

/** What saved clips are still to get. It outlives panel and browser. */
export interface PicturesOwed {
  /** Notes it before the first picture is asked for. Where the disk is full nothing is noted. */
  owe(pictures: OwedPictures): Promise<void>;
  all(): Promise<readonly OwedPictures[]>;
  settle(id: string): Promise<void>;
  /** Has every context look again. */
  tell(): void;
  /** Calls back after `tell`, from this context or another; returns how to stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** Opens what is owed in this profile; every context opens its own. */
export const openPicturesOwed = (name = "dianbo-inbox"): PicturesOwed => {
  const { db, tell, subscribe, close } = openTables(name, "owed-pictures");
  return {
    owe: async (pictures) => {
      // Without the note the pictures come all the same, if nobody is closed meanwhile.
      await db.owedPictures.put(pictures).catch(() => undefined);
    },
    all: async () =>
      (await db.owedPictures.toArray()).flatMap((stored) => {
        const row = v.safeParse(owedPicturesSchema, stored);
        return row.success ? [row.output] : [];
      }),
    settle: (id) => db.owedPictures.delete(id),
    tell,
    subscribe,
    close,
  };
};
