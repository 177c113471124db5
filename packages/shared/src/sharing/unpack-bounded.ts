/** Packed bytes unpacked at one go: deflate makes at most 1,032 times as many of them, 4 MB. */
const STEP = 4096;

/** One of fflate's unpackers (`Inflate`, `Gunzip`), as far as it is used. */
interface Unpacker {
  push(packed: Uint8Array, isLast: boolean): void;
}

/**
 * Unpacks a stranger's bytes and stops as soon as they give more than `most`; `undefined` then, where they
 * are broken, and where they do not end.
 */
export const unpackBounded = (
  packed: Uint8Array,
  most: number,
  unpacker: (onPart: (part: Uint8Array, isLast: boolean) => void) => Unpacker,
): Uint8Array | undefined => {
  const parts: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const open = unpacker((part, isLast) => {
    length += part.length;
    if (length <= most) parts.push(part);
    ended = isLast;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      open.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      if (length > most) return undefined;
    }
  } catch {
    // The unpacker speaks of broken bytes by throwing.
    return undefined;
  }
  if (!ended) return undefined;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
