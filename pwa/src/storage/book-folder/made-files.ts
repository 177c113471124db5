import {
  articleScript,
  type BookManifest,
  coverPath,
  MANIFEST_FOLDER,
  type MadeFile,
  type ScriptedArticle,
  USB_EDITION_NAME,
  withMade,
} from "@dianbo/shared/book-folder";
import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import { sha256 } from "../backup-file.ts";
import { inUtf8, writeVerified } from "./folder-index.ts";
import { type Folder, type FolderFailure, fileAt, folderFailureOf } from "./folder-shape.ts";
import type { StickPlan } from "./plan-stick.ts";

/** Whoever makes the small files of a stick: it takes a page to clean an article or to shrink a picture. */
export interface StickMakers {
  /** The USB edition, whole; `undefined` where this build carries none. */
  usbEdition(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** A page that any browser opens, and the article as its script carries it; pictures inside both. */
  article(
    item: Courseware,
  ): Promise<{ readonly page: string; readonly scripted: ScriptedArticle } | undefined>;
  /** A small JPEG of a picture. */
  cover(hash: MediaHash): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The book's list, packed as it is shared; `mark` changes only where more than its date does. */
  list(): Promise<{ readonly mark: string; readonly bytes: Uint8Array<ArrayBuffer> }>;
}

/** Where the book's list lies on a stick, as another site takes it in. */
export const LIST_PATH = `${MANIFEST_FOLDER}/list.dianbo`;

/** One small file to be made: where, from what, and how. */
interface Making {
  readonly path: string;
  readonly from: string;
  readonly make: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** What a file that ours must not be written over begins with where it is ours. */
const PAGE_BEGINS = "<!doctype html><!-- dianbo ";

const PAGE_MARK = 1;

/** Everything small that a plan wants on the stick. */
const makingsOf = async (plan: StickPlan, makers: StickMakers): Promise<readonly Making[]> => {
  const usb = await makers.usbEdition();
  const makings: Making[] = [];
  if (usb !== undefined) {
    makings.push({ path: USB_EDITION_NAME, from: await sha256(usb), make: async () => usb });
  }
  for (const { item, copy, page, script } of plan.articles) {
    const from = await sha256(inUtf8(`${PAGE_MARK}\n${item.title}\n${copy.html}`));
    let made: ReturnType<StickMakers["article"]> | undefined;
    const article = () => {
      made ??= makers.article(item);
      return made;
    };
    makings.push({
      path: page,
      from,
      make: async () => {
        const text = (await article())?.page;
        return text === undefined ? undefined : inUtf8(`${PAGE_BEGINS}${item.id} -->${text}`);
      },
    });
    makings.push({
      path: script,
      from,
      make: async () => {
        const scripted = (await article())?.scripted;
        made = undefined;
        return scripted === undefined ? undefined : inUtf8(articleScript(item.id, scripted));
      },
    });
  }
  const list = await makers.list();
  makings.push({ path: LIST_PATH, from: list.mark, make: async () => list.bytes });
  for (const hash of plan.covers) {
    makings.push({ path: coverPath(hash), from: "1", make: () => makers.cover(hash) });
  }
  return makings;
};

const isThere = async (
  folder: Folder,
  { path, from }: Making,
  known: ReadonlyMap<string, MadeFile>,
): Promise<boolean> => {
  const before = known.get(path);
  return before?.from === from && (await fileAt(folder, path))?.size === before.size;
};

/** A page on a shelf that somebody else put there is left alone. */
const isSomebodys = async (
  folder: Folder,
  path: string,
  known: ReadonlyMap<string, MadeFile>,
): Promise<boolean> => {
  if (known.has(path) || !/^\d/u.test(path)) return false;
  const lying = await fileAt(folder, path);
  return (
    lying !== undefined &&
    lying.size > 0 &&
    (await lying.slice(0, PAGE_BEGINS.length).text()) !== PAGE_BEGINS
  );
};

/** Makes one small file and reads it back; `undefined` where there is nothing to make it from. */
const writeOne = async (folder: Folder, { path, make }: Making): Promise<number | undefined> => {
  const bytes = await make();
  if (bytes === undefined) return undefined;
  await writeVerified(folder, path, bytes);
  return bytes.length;
};

/**
 * Writes the small files of a stick that are not there or were made from something else, each read back.
 * Answers the index with all that are there now, and what stopped it where it did not come to its end.
 */
export const writeMadeFiles = async (
  plan: StickPlan,
  folder: Folder,
  makers: StickMakers,
  watch: {
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<{
  readonly index: BookManifest;
  readonly written: number;
  readonly stopped: FolderFailure | undefined;
}> => {
  let { index } = plan.book;
  let written = 0;
  const known = new Map((index.made ?? []).map((file) => [file.path, file]));
  try {
    const makings = await makingsOf(plan, makers);
    for (const [at, making] of makings.entries()) {
      if (watch.signal.aborted) return { index, written, stopped: { type: "stopped" } };
      watch.onProgress(at, makings.length);
      const { path, from } = making;
      if (await isThere(folder, making, known)) continue;
      if (await isSomebodys(folder, path, known)) continue;
      const size = await writeOne(folder, making);
      if (size === undefined) continue;
      index = withMade(index, { path, size, from });
      written += 1;
    }
    return { index, written, stopped: undefined };
  } catch (error) {
    return { index, written, stopped: folderFailureOf(error) };
  }
};
