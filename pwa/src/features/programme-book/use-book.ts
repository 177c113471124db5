import { lifeOf } from "@dianbo/shared/changes";
import { type CivilDate, civilDateOf } from "@dianbo/shared/clock";
import { type Edition, nextEditionNumber } from "@dianbo/shared/programme";
import {
  type Blanks,
  type BookContent,
  type BookLayout,
  bookContent,
} from "@dianbo/shared/programme-book";
import { useMemo } from "react";
import * as v from "valibot";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useMemoSettings } from "../../app/use-memo-settings.ts";
import { type LibrarySnapshot, numberBookOf } from "../../storage/index.ts";

const MEMO = "programme-book";

const part = v.optional(v.boolean(), true);

const settingsSchema = v.object({
  blanks: v.optional(
    v.union([v.literal("fill"), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(18))]),
    "fill",
  ),
  size: v.optional(v.picklist([16, 18, 22]), 16),
  sides: v.optional(v.picklist(["one", "two", "folded"]), "one"),
  parts: v.optional(v.object({ cover: part, pinyin: part, numbers: part, back: part }), {}),
});

/** What the person chose for the book's paper; remembered on this PC. */
export type BookSettings = BookLayout & { readonly blanks: Blanks };

/** What the person chose for the edition in hand. */
export interface EditionInHand {
  readonly number: number;
  /** `YYYY-MM`. */
  readonly month: string;
}

/** The book as it stands now, with the settings of the edition in hand. */
export interface BookAtWork {
  readonly content: BookContent;
  readonly siteName: string;
  readonly settings: BookSettings;
  choose(settings: Partial<BookSettings>): void;
  readonly edition: EditionInHand;
  /** The last printed edition, if any. */
  readonly printed: { readonly number: number; readonly date: CivilDate } | undefined;
}

/** Every edition that counts as printed, the latest first; one whose printing was taken back does not. */
export const printedEditions = (
  { editions, records }: Pick<LibrarySnapshot, "editions" | "records">,
  site: Parameters<typeof lifeOf>[1],
): readonly Edition[] =>
  [...editions.values()]
    .filter(({ id }) => {
      const record = records.get(id);
      return record !== undefined && lifeOf(record, site) !== "deleted";
    })
    .sort((a, b) => b.number - a.number || b.printedAt - a.printedAt);

/** Reads the book from the library; what was chosen for its paper is remembered on this PC. */
export const useBook = (): BookAtWork => {
  const { library, clock, newId } = useDependencies();
  const snapshot = useSnapshot();
  const [settings, choose] = useMemoSettings(MEMO, settingsSchema);
  const identity = library.identity();

  const { blanks, size } = settings;
  const content = useMemo(
    () =>
      bookContent(
        {
          book: numberBookOf(snapshot, identity.device),
          menus: [...snapshot.menus.values()],
          entries: [...snapshot.entries.values()],
          itemOf: (id) => snapshot.items.get(id),
        },
        { blanks, size },
        newId,
      ),
    [snapshot, identity.device, blanks, size, newId],
  );

  const editions = useMemo(
    () => printedEditions(snapshot, identity.site),
    [snapshot, identity.site],
  );
  const [last] = editions;
  return {
    content,
    siteName: identity.siteName,
    settings,
    choose,
    edition: { number: nextEditionNumber(editions), month: civilDateOf(clock.now()).slice(0, 7) },
    printed:
      last === undefined ? undefined : { number: last.number, date: civilDateOf(last.printedAt) },
  };
};
