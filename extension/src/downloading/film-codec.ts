/** What a stretch of an MP4 says of how its picture is coded. */
export type CodecSeen =
  /** HEVC, as RFC 6381 names it. */
  | { readonly type: "hevc"; readonly codecs: string }
  /** The box that would say it begins at this byte of the file, behind the stretch. */
  | { readonly type: "further"; readonly at: number }
  /** Nothing is said that anybody must be warned of, or it cannot be read. */
  | { readonly type: "nothing" };

const NOTHING: CodecSeen = { type: "nothing" };
/** Boxes that hold boxes, on the way to the one that names the coding. */
const HOLDERS: ReadonlySet<string> = new Set(["moov", "trak", "mdia", "minf", "stbl"]);
const HEVC: ReadonlySet<string> = new Set(["hvc1", "hev1"]);
/** Of `stsd`: version and flags, and the count of its entries. */
const STSD_HEAD = 8;
/** Of a picture's entry: all before its own boxes. */
const PICTURE_HEAD = 78;
const TYPE = /^[a-zA-Z0-9 ©_-]{4}$/u;

interface Box {
  readonly type: string;
  /** Where its content begins, and where the box ends, both from the stretch's first byte. */
  readonly from: number;
  readonly end: number;
}

/** The boxes between two places, as far as their heads lie there; ends where none can be. */
function* boxesOf(view: DataView, from: number, end: number): Generator<Box> {
  for (let at = from; at + 8 <= Math.min(end, view.byteLength); ) {
    const short = view.getUint32(at);
    if (short === 1 && at + 16 > view.byteLength) return;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((place) => view.getUint8(at + place)));
    const head = short === 1 ? 16 : 8;
    if (size < head || !TYPE.test(type)) return;
    yield { type, from: at + head, end: at + size };
    at += size;
  }
}

const hex = (value: number): string => value.toString(16).toUpperCase();

/** The name of what a decoder's configuration (ISO/IEC 14496-15, `hvcC`) asks for. */
const nameOf = (entry: string, view: DataView, at: number): string => {
  const profile = view.getUint8(at + 1);
  const space = ["", "A", "B", "C"][profile >> 6] ?? "";
  let flags = view.getUint32(at + 2);
  let turned = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    turned = ((turned << 1) | (flags & 1)) >>> 0;
    flags >>>= 1;
  }
  const bounds = [6, 7, 8, 9, 10, 11].map((place) => view.getUint8(at + place));
  while (bounds.at(-1) === 0) bounds.pop();
  const tier = (profile & 0x20) === 0 ? "L" : "H";
  const level = `${tier}${view.getUint8(at + 12)}`;
  return [`${entry}.${space}${profile & 0x1f}`, hex(turned), level, ...bounds.map(hex)].join(".");
};

const entryIn = (view: DataView, { from, end }: Box): string | undefined => {
  for (const entry of boxesOf(view, from + STSD_HEAD, end)) {
    if (!HEVC.has(entry.type)) continue;
    for (const part of boxesOf(view, entry.from + PICTURE_HEAD, entry.end)) {
      if (part.type === "hvcC" && part.from + 13 <= view.byteLength) {
        return nameOf(entry.type, view, part.from);
      }
    }
  }
  return undefined;
};

const hevcIn = (view: DataView, { from, end }: Box): string | undefined => {
  for (const box of boxesOf(view, from, end)) {
    const found = box.type === "stsd" ? entryIn(view, box) : undefined;
    const deeper = HOLDERS.has(box.type) ? hevcIn(view, box) : undefined;
    if (found !== undefined || deeper !== undefined) return found ?? deeper;
  }
  return undefined;
};

/**
 * Looks for the coding in a stretch of an MP4 that stands at byte `at` of the file, where a box begins. A
 * film whose description was cut off by the stretch's end says nothing.
 */
export const seeCodec = (stretch: Uint8Array, at: number): CodecSeen => {
  const view = new DataView(stretch.buffer, stretch.byteOffset, stretch.byteLength);
  let next = 0;
  for (const box of boxesOf(view, 0, view.byteLength)) {
    if (at === 0 && next === 0 && box.type !== "ftyp") return NOTHING;
    if (box.type === "moov") {
      const codecs = hevcIn(view, box);
      return codecs === undefined ? NOTHING : { type: "hevc", codecs };
    }
    // A film in fragments describes itself before them, and this one has not.
    if (box.type === "moof") return NOTHING;
    next = box.end;
  }
  return next > view.byteLength ? { type: "further", at: at + next } : NOTHING;
};
