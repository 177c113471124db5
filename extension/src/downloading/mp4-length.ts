/** What an MP4's own boxes say about the file's length. */
export type Mp4Verdict =
  /** Its boxes end where the bytes end, and the one that plays it is there. */
  | "whole"
  /** A box reaches beyond the last byte, or the one that plays it is missing. */
  | "short"
  /** A second file begins behind the first. */
  | "again"
  /** No walk is possible: not MP4, an open last box, or bytes behind the last that are no box. */
  | "unknown";

/** A walk over a file's top boxes while its bytes pass. */
export interface Mp4Walk {
  /** Takes bytes that stand at `at`; they must come in order. */
  feed(bytes: Uint8Array, at: number): void;
  verdict(size: number): Mp4Verdict;
}

/** Size and type of a box, and the large size where that follows. */
const HEAD = 16;
const TYPE = /^[a-zA-Z0-9 ©_-]{4}$/u;

/** Starts a walk at the first byte of a file. Only the heads of the top boxes are looked at. */
export const walkMp4 = (): Mp4Walk => {
  const head = new Uint8Array(HEAD);
  let filled = 0;
  let next = 0;
  let lost = false;
  let again = false;
  let boxes = 0;
  let plays = false;

  const readBox = (): void => {
    const view = new DataView(head.buffer);
    const type = String.fromCharCode(...head.subarray(4, 8));
    const short = view.getUint32(0);
    if (short === 1 && filled < HEAD) return;
    const size = short === 1 ? Number(view.getBigUint64(8)) : short;
    if (type === "ftyp" && boxes > 0) again = true;
    // Size 0 is a last box that reaches to the end, wherever that is.
    if (size < 8 || !TYPE.test(type) || (boxes === 0 && type !== "ftyp")) lost = true;
    if (type === "moov" || type === "moof") plays = true;
    boxes += 1;
    next += size;
    filled = 0;
  };

  return {
    feed: (bytes, at) => {
      let from = next + filled - at;
      while (!lost && !again && from < bytes.length) {
        const short = new DataView(head.buffer).getUint32(0) === 1;
        const wanted = filled < 8 || !short ? Math.max(8 - filled, 0) : HEAD - filled;
        const part = bytes.subarray(from, from + wanted);
        head.set(part, filled);
        filled += part.length;
        if (filled === 8 || filled === HEAD) readBox();
        from = next + filled - at;
      }
    },
    verdict: (size) => {
      if (again) return "again";
      if (lost || boxes === 0) return "unknown";
      if (!plays || next > size) return "short";
      return filled === 0 && next === size ? "whole" : "unknown";
    },
  };
};
