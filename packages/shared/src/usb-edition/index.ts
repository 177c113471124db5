/** The USB edition: what it reads from the stick, and the receipt that it carries home. */

export {
  type MergedReceipt,
  mergeReceipt,
  mergeReceipts,
  type ReceiptLibrary,
} from "./merge-receipt.ts";
export { readStick, type Stick, type StickFailure, stickAddress } from "./read-stick.ts";
export {
  clockWasWrong,
  RECEIPT_ENDING,
  RECEIPT_LIMIT,
  type Receipt,
  type ReceiptFailure,
  type ReceiptRow,
  readReceipt,
  receiptName,
  receiptRow,
  receiptText,
} from "./receipt.ts";
