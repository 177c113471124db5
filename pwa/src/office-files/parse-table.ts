import { err, type Result } from "@dianbo/shared/result";
import { decodeTextFile, readDelimited } from "./delimited.ts";
import { holdsHtmlTable, readHtmlTables } from "./html-table.ts";
import { TABLE_LIMITS, type TableFailure, type TableFile } from "./table.ts";
import { readWorkbook } from "./workbook.ts";

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The stream's name that a workbook with a password has, in UTF-16. */
const LOCKED = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);

const contains = (bytes: Uint8Array, wanted: readonly number[]): boolean => {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes.subarray(at, at + wanted.length), wanted)) return true;
  }
  return false;
};

const parseText = (text: string): Result<TableFile, TableFailure> =>
  holdsHtmlTable(text) ? readHtmlTables(text) : readDelimited(text);

/**
 * Reads a table from a file's bytes or from what was pasted, by what it is and not by its name: .xlsx,
 * text in UTF-8, UTF-16 or GB18030, or a page with tables. Runs in a worker; tests call it here.
 */
export const parseTable = (source: Uint8Array | string): Result<TableFile, TableFailure> => {
  if (source.length > TABLE_LIMITS.bytes) {
    return err({ type: "table-too-large", limit: TABLE_LIMITS.bytes });
  }
  if (typeof source === "string") return parseText(source);
  if (startsWith(source, ZIP)) return readWorkbook(source);
  if (startsWith(source, OLE)) {
    return err({ type: contains(source, LOCKED) ? "locked-workbook" : "old-workbook" });
  }
  const text = decodeTextFile(source);
  return text.ok ? parseText(text.value) : text;
};
