const BLOCK = 16;

const bytesOfHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));

/** A block that decrypts to nothing but padding after `before`: some portals leave their own out. */
const paddingAfter = async (
  key: CryptoKey,
  before: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-CBC", iv: before }, key, new Uint8Array(0)),
  );

/** Decrypts a fragment (RFC 8216, AES-128: CBC with PKCS7 over the whole). Rejects where the key does not fit. */
export const decryptFragment = async (
  bytes: Uint8Array<ArrayBuffer>,
  rawKey: Uint8Array<ArrayBuffer>,
  ivHex: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const key = await crypto.subtle.importKey("raw", rawKey, "AES-CBC", false, [
    "encrypt",
    "decrypt",
  ]);
  const algorithm = { name: "AES-CBC", iv: bytesOfHex(ivHex) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes));
  } catch {
    const padding = await paddingAfter(key, bytes.slice(-BLOCK));
    const padded = new Uint8Array(bytes.length + padding.length);
    padded.set(bytes);
    padded.set(padding, bytes.length);
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, padded));
  }
};
