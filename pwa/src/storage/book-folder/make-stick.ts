import {
  type BookManifest,
  MANIFEST_FOLDER,
  type StickBook,
  stickBook,
  withBook,
} from "@dianbo/shared/book-folder";
import type { Instant } from "@dianbo/shared/clock";
import type { LibrarySnapshot } from "../snapshot.ts";
import { type CopyBench, type CopyOutcome, type CopyProgress, copyBook } from "./copy-book.ts";
import { INDEX_PATH, writeIndex, writeIndexTwice } from "./folder-index.ts";
import { type FolderFailure, folderFailureOf, writeSmall } from "./folder-shape.ts";
import { sweepLeftovers } from "./leftovers.ts";
import { type StickMakers, writeMadeFiles } from "./made-files.ts";
import { coversThere, type StickPlan } from "./plan-stick.ts";

/** Where the book's list lies on a stick, as another site takes it in. */
export const LIST_PATH = `${MANIFEST_FOLDER}/list.dianbo`;

/** How far a stick is. */
export type StickProgress =
  | { readonly type: "preparing"; readonly done: number; readonly total: number }
  | ({ readonly type: "copying" } & CopyProgress);

/** What came of making a stick. */
export interface StickOutcome extends Omit<CopyOutcome, "index"> {
  /** Small files that were written: pages, covers, the USB edition. */
  readonly written: number;
  /** Whether the USB edition lies on the stick. */
  readonly hasEdition: boolean;
  /** Bytes that did not come any more. */
  readonly left: number;
}

/** Everything that making a stick needs besides its plan. */
export interface StickBench extends Omit<CopyBench, "onProgress"> {
  readonly snapshot: LibrarySnapshot;
  readonly siteName: string;
  readonly edition: StickBook["edition"];
  readonly madeAt: Instant;
  readonly makers: StickMakers;
  /** The book's list, packed as it is shared; another site takes the stick in by it. */
  readonly list: Uint8Array<ArrayBuffer>;
  readonly onProgress: (progress: StickProgress) => void;
}

/** The index with the book as the stick can show it now. */
const withBookNow = (
  plan: StickPlan,
  index: BookManifest,
  { snapshot, siteName, edition, madeAt }: StickBench,
): BookManifest => {
  const made = new Set((index.made ?? []).map(({ path }) => path));
  const covers = [...snapshot.items.values()].flatMap(({ cover }) => cover?.hash ?? []);
  return withBook(
    index,
    stickBook({
      ...snapshot,
      madeAt,
      siteName,
      edition,
      scope: plan.scope,
      files: index.media,
      articles: plan.allArticles.filter(({ page, script }) => made.has(page) && made.has(script)),
      covers: coversThere(covers, made),
    }),
  );
};

/**
 * Makes a stick in one go: USB edition, articles, covers, the book's index, then the films, each read back.
 * Whatever cuts it off, the stick shows what it has, and the next run goes on from there.
 */
export const makeStick = async (plan: StickPlan, bench: StickBench): Promise<StickOutcome> => {
  const { folder, signal, list, onProgress } = bench;
  const { missing } = plan.book;
  const total = missing.reduce((sum, { size }) => sum + size, 0);
  let written = 0;
  let index = plan.book.index;
  const outcome = (copied: Omit<CopyOutcome, "index">): StickOutcome => ({
    ...copied,
    written,
    hasEdition: (index.made ?? []).some(({ path }) => !path.includes("/")),
    left: total - copied.copied.reduce((sum, { size }) => sum + size, 0),
  });
  const broken = (stopped: FolderFailure): StickOutcome =>
    outcome({ copied: [], failed: [], stopped });
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
    await writeSmall(folder, LIST_PATH, list);
    // Written before the films too: a stick pulled out half way plays what it has.
    await writeIndexTwice(folder, index);
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
