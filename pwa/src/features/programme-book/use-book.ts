import { type CivilDate, civilDateOf } from "@dianbo/shared/clock";
import { nextEditionNumber } from "@dianbo/shared/programme";
import { useEffect, useMemo, useState } from "react";
import * as v from "valibot";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { numberBookOf } from "../../storage/index.ts";
import { type Blanks, type BookContent, bookContent } from "./book-content.ts";

const MEMO = "programme-book";
const DEFAULT_BLANKS = "fill";

const settingsSchema = v.object({
  blanks: v.optional(
    v.union([v.literal("fill"), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(18))]),
    DEFAULT_BLANKS,
  ),
});

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
  readonly blanks: Blanks;
  setBlanks(blanks: Blanks): void;
  readonly edition: EditionInHand;
  /** The last printed edition, if any. */
  readonly printed: { readonly number: number; readonly date: CivilDate } | undefined;
}

/** Reads the book from the library; blank rows are remembered on this PC. */
export const useBook = (): BookAtWork => {
  const { library, clock, newId } = useDependencies();
  const snapshot = useSnapshot();
  const [blanks, setBlanks] = useState<Blanks>(DEFAULT_BLANKS);
  const identity = library.identity();

  useEffect(() => {
    let left = false;
    void library.readMemo(MEMO).then((memo) => {
      const parsed = v.safeParse(settingsSchema, memo);
      if (!left && parsed.success) setBlanks(parsed.output.blanks);
    });
    return () => {
      left = true;
    };
  }, [library]);

  const content = useMemo(
    () =>
      bookContent(
        numberBookOf(snapshot, identity.device),
        [...snapshot.menus.values()],
        [...snapshot.entries.values()],
        (id) => snapshot.items.get(id),
        blanks,
        newId,
      ),
    [snapshot, identity.device, blanks, newId],
  );

  const editions = [...snapshot.editions.values()];
  const last = editions.reduce<(typeof editions)[number] | undefined>(
    (latest, one) => (latest === undefined || one.number > latest.number ? one : latest),
    undefined,
  );
  return {
    content,
    siteName: identity.siteName,
    blanks,
    setBlanks: (next) => {
      setBlanks(next);
      void library.writeMemo(MEMO, { blanks: next });
    },
    edition: { number: nextEditionNumber(editions), month: civilDateOf(clock.now()).slice(0, 7) },
    printed:
      last === undefined ? undefined : { number: last.number, date: civilDateOf(last.printedAt) },
  };
};
