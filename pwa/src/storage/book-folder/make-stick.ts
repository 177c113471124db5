import {
  type BookManifest,
  readStickBook,
  type StickBook,
  stickBook,
  USB_EDITION_NAME,
  withBook,
} from "@dianbo/shared/book-folder";
import { canonicalJson, type Json } from "@dianbo/shared/changes";
import type { Instant } from "@dianbo/shared/clock";
import type { LibrarySnapshot } from "../snapshot.ts";
import { type CopyBench, type CopyOutcome, type CopyProgress, copyBook } from "./copy-book.ts";
import { INDEX_PATH, writeIndex, writeIndexTwice } from "./folder-index.ts";
import { type FolderFailure, folderFailureOf } from "./folder-shape.ts";
import { sweepLeftovers } from "./leftovers.ts";
import { LIST_PATH, type StickMakers, writeMadeFiles } from "./made-files.ts";
import { coversThere, type StickPlan } from "./plan-stick.ts";

/** How far a stick is. */
export type StickProgress =
  | { readonly type: "preparing"; readonly done: number; readonly total: number }
  | ({ readonly type: "copying" } & CopyProgress);

/** What came of making a stick. */
export interface StickOutcome extends Omit<CopyOutcome, "index"> {
  /** Small files that were written: pages, covers, the USB edition. */
  readonly written: number;
  /** Whether the index was written: something of the book is new. */
  readonly wroteIndex: boolean;
  /** Whether the USB edition lies on the stick. */
  readonly hasEdition: boolean;
  /** Bytes that did not come any more. */
  readonly left: number;
  /** When the stick says that it was made; an earlier day where it was up to date already. */
  readonly madeAt: Instant | undefined;
}

/** Everything that making a stick needs besides its plan. */
export interface StickBench extends Omit<CopyBench, "onProgress"> {
  readonly snapshot: LibrarySnapshot;
  readonly siteName: string;
  readonly edition: StickBook["edition"];
  readonly madeAt: Instant;
  /** The version of the app. */
  readonly madeWith: string;
  readonly makers: StickMakers;
  readonly onProgress: (progress: StickProgress) => void;
}

const plainJson = (value: object): Json => JSON.parse(JSON.stringify(value));

/** A book as it reads from a stick: the same book gives the same bytes, whoever holds it. */
const asRead = (book: StickBook): StickBook => readStickBook(plainJson(book)) ?? book;

const isSameButForItsDay = (one: StickBook, other: StickBook): boolean =>
  canonicalJson(plainJson({ ...one, madeAt: 0 })) ===
  canonicalJson(plainJson({ ...other, madeAt: 0 }));

/** The index with the book as the stick can show it now; where nothing of it is new, its day stays too. */
const withBookNow = (
  plan: StickPlan,
  index: BookManifest,
  { snapshot, siteName, edition, madeAt, madeWith }: StickBench,
): BookManifest => {
  const made = new Set((index.made ?? []).map(({ path }) => path));
  const covers = [...snapshot.items.values()].flatMap(({ cover }) => cover?.hash ?? []);
  const book = asRead(
    stickBook({
      ...snapshot,
      madeAt,
      madeWith,
      siteName,
      edition,
      scope: plan.scope,
      files: index.media,
      articles: plan.allArticles.filter(({ page, script }) => made.has(page) && made.has(script)),
      covers: coversThere(covers, made),
    }),
  );
  const before = index.book;
  return withBook(index, before !== undefined && isSameButForItsDay(book, before) ? before : book);
};

/**
 * Makes a stick in one go: USB edition, articles, covers, the book's index, then the films, each read back.
 * Whatever cuts it off, the stick shows what it has, and the next run goes on from there.
 */
export const makeStick = async (plan: StickPlan, bench: StickBench): Promise<StickOutcome> => {
  const { folder, signal, onProgress } = bench;
  const { missing } = plan.book;
  const total = missing.reduce((sum, { size }) => sum + size, 0);
  let written = 0;
  let wroteIndex = false;
  let index = plan.book.index;
  const outcome = (copied: Omit<CopyOutcome, "index">): StickOutcome => ({
    ...copied,
    written,
    wroteIndex,
    hasEdition: (index.made ?? []).some(({ path }) => path === USB_EDITION_NAME),
    left: total - copied.copied.reduce((sum, { size }) => sum + size, 0),
    madeAt: index.book?.madeAt,
  });
  const broken = (stopped: FolderFailure): StickOutcome =>
    outcome({ copied: [], known: [], failed: [], stopped });
  try {
    await sweepLeftovers(folder, new Set(index.media.map(({ path }) => path)), [
      INDEX_PATH,
      LIST_PATH,
      ...(index.made ?? []).map(({ path }) => path),
      ...plan.articles.flatMap(({ page, script }) => [page, script]),
    ]);
    const made = await writeMadeFiles(plan, folder, bench.makers, {
      signal,
      onProgress: (done, count) => onProgress({ type: "preparing", done, total: count }),
    });
    ({ index, written } = made);
    if (made.stopped !== undefined) {
      // What was made is remembered, so that the next run need not make it again.
      await writeIndex(folder, index).catch(() => undefined);
      return broken(made.stopped);
    }
    index = withBookNow(plan, index, bench);
    // Written before the films too: a stick pulled out half way plays what it has.
    wroteIndex = await writeIndexTwice(folder, index);
  } catch (error) {
    return broken(folderFailureOf(error));
  }
  const copied = await copyBook(
    { ...plan.book, index },
    { ...bench, onProgress: (progress) => onProgress({ type: "copying", ...progress }) },
  );
  index = copied.index;
  if (copied.copied.length > 0) {
    index = withBookNow(plan, index, bench);
    try {
      await writeIndexTwice(folder, index);
    } catch (error) {
      return outcome({ ...copied, stopped: copied.stopped ?? folderFailureOf(error) });
    }
  }
  return outcome(copied);
};
