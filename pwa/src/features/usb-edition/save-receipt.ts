import type { Instant } from "@dianbo/shared/clock";
import { readRegister } from "@dianbo/shared/ledger";
import {
  RECEIPT_ENDING,
  type Receipt,
  type ReceiptRow,
  receiptName,
  receiptRow,
  receiptText,
  type Stick,
} from "@dianbo/shared/usb-edition";
import type { LibrarySnapshot } from "../../storage/index.ts";

/** How a receipt was saved. */
export type SavedReceipt =
  | { readonly type: "saved" | "downloaded"; readonly name: string }
  | { readonly type: "failed" | "put-off" };

/** In Chromium since 86, in no DOM library and in no other browser. */
interface FilePicker {
  showSaveFilePicker(options: {
    readonly suggestedName: string;
    readonly types: readonly {
      readonly description: string;
      readonly accept: Readonly<Record<string, readonly string[]>>;
    }[];
  }): Promise<FileSystemFileHandle>;
}
const hasFilePicker = (page: object): page is FilePicker =>
  "showSaveFilePicker" in page && typeof page.showSaveFilePicker === "function";

/** What was played from the stick on this PC, as a receipt carries it. */
export const playedRows = (snapshot: LibrarySnapshot, stick: Stick): readonly ReceiptRow[] =>
  readRegister(snapshot.records.values(), stick.site).lines.flatMap((line) =>
    line.struck == null ? (receiptRow(line) ?? []) : [],
  );

/** The receipt for so many rows. */
export const makeReceipt = (
  stick: Stick,
  rows: readonly ReceiptRow[],
  writtenAt: Instant,
): Receipt => ({
  site: stick.site,
  madeAt: stick.book.madeAt,
  writtenAt,
  rows,
  unreadable: 0,
});

/**
 * Saves a receipt where the person says, best onto the stick; where the browser lets nobody choose, among its
 * downloads. In the click itself.
 */
export const saveReceipt = async (receipt: Receipt, description: string): Promise<SavedReceipt> => {
  const name = receiptName(receipt.writtenAt);
  const text = receiptText(receipt);
  const download = (): SavedReceipt => {
    // The address holds the text itself: pages from file:// share no origin with a blob of theirs.
    const link = document.createElement("a");
    link.href = `data:application/json;charset=utf-8,${encodeURIComponent(text)}`;
    link.download = name;
    link.click();
    return { type: "downloaded", name };
  };
  if (!hasFilePicker(window)) return download();
  let handle: FileSystemFileHandle;
  try {
    handle = await window.showSaveFilePicker({
      suggestedName: name,
      types: [{ description, accept: { "application/json": [RECEIPT_ENDING] } }],
    });
  } catch (error) {
    // Thought better of it; anything else is a browser that shows no such window here.
    const closed = error instanceof DOMException && error.name === "AbortError";
    return closed ? { type: "put-off" } : download();
  }
  try {
    const writer = await handle.createWritable();
    await writer.write(text);
    await writer.close();
    return { type: "saved", name: handle.name };
  } catch {
    return { type: "failed" };
  }
};
