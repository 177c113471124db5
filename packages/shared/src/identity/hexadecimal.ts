/** Bytes in hexadecimal, small letters. */
export const bytesToHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The bytes behind hexadecimal digits; what is no pair of digits is left out. */
export const hexToBytes = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/[0-9a-f]{2}/gu) ?? [], (pair) => Number.parseInt(pair, 16));
