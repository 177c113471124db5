import {
  type FolderFile,
  readManifest,
  type StickBook,
  USB_EDITION_NAME,
} from "@dianbo/shared/book-folder";
import type { SiteId } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import { type Receipt, readReceipt } from "@dianbo/shared/usb-edition";
import { INDEX_PATH } from "./folder-index.ts";
import {
  type Folder,
  type FolderFailure,
  fileAt,
  folderFailureOf,
  seeFolder,
} from "./folder-shape.ts";
import { LIST_PATH } from "./made-files.ts";

/** Why a folder cannot be opened as somebody's stick. */
export type OpenStickFailure =
  | FolderFailure
  /** No index lies there: it is not a 点播本 folder, or not its top. */
  | { readonly type: "no-book" }
  /** Its index is there and cannot be read. */
  | { readonly type: "index-broken" }
  | { readonly type: "newer-book" };

/** A stick or folder that some PC of some site has made. */
export interface OpenedStick {
  readonly site: SiteId;
  /** The book for the USB edition; a folder for films alone has none. */
  readonly book: StickBook | undefined;
  /** Films that lie there with the length that the index says. Their bytes are checked when they are taken. */
  readonly files: readonly FolderFile[];
  /** Lines of the index whose file is gone or has another length: half films, lies. */
  readonly spoilt: readonly FolderFile[];
  /** The USB edition that lies there, by the mark of its bytes; `undefined` where there is none. */
  readonly edition: string | undefined;
  /** The book's list, as another site takes it in. */
  readonly list: File | undefined;
  /** What was played from it and comes home. */
  readonly receipts: readonly Receipt[];
}

/** What a receipt's file is called, whatever a browser has added to a second one of a day. */
const RECEIPT_FILE = /^点播本回执.*\.json$/u;

/** A longer file is no receipt. Bytes. */
const RECEIPT_LIMIT = 4_000_000;

/** Receipts lie at the top, where the person has saved them, or one step down. */
const receiptsIn = async (folder: Folder): Promise<readonly Receipt[]> => {
  const found: Receipt[] = [];
  for await (const name of folder.keys()) {
    if (!RECEIPT_FILE.test(name)) continue;
    const file = await fileAt(folder, name);
    if (file === undefined || file.size > RECEIPT_LIMIT) continue;
    const receipt = readReceipt(await file.text());
    if (receipt.ok) found.push(receipt.value);
  }
  return found;
};

/** Opens a folder that a PC has made, this site's or another's. Nothing is written there. */
export const openStick = async (folder: Folder): Promise<Result<OpenedStick, OpenStickFailure>> => {
  try {
    const index = await fileAt(folder, INDEX_PATH);
    if (index === undefined) {
      await seeFolder(folder);
      return err({ type: "no-book" });
    }
    const read = readManifest(await index.text());
    if (!read.ok) {
      return err({ type: read.error.type === "newer-book" ? "newer-book" : "index-broken" });
    }
    const { site, book, media, made = [] } = read.value;
    const files: FolderFile[] = [];
    const spoilt: FolderFile[] = [];
    for (const file of media) {
      const lying = await fileAt(folder, file.path);
      (lying?.size === file.size ? files : spoilt).push(file);
    }
    const receipts = await receiptsIn(folder);
    return ok({
      site,
      book,
      files,
      spoilt,
      edition: made.find(({ path }) => path === USB_EDITION_NAME)?.from,
      list: await fileAt(folder, LIST_PATH),
      receipts,
    });
  } catch (error) {
    return err(folderFailureOf(error));
  }
};
