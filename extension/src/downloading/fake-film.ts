/** Films as far as their boxes go, for tests; nobody can watch them. */

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Bytes one after the other. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** So many empty bytes. */
export const zeros = (count: number): Uint8Array => new Uint8Array(count);

/** A box of MP4. */
export const box = (type: string, ...content: readonly Uint8Array[]): Uint8Array => {
  const body = joined(...content);
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, body.length + 8);
  head.set(latin(type), 4);
  return joined(head, body);
};

/** A file's first box. */
export const FTYP = box("ftyp", latin("isom"), zeros(12));

const holding = (...content: readonly Uint8Array[]): Uint8Array =>
  box("trak", box("tkhd", zeros(84)), box("mdia", box("minf", box("stbl", ...content))));

/** Main profile, level 3: `hvc1.1.6.L90.90`. The same bytes stand for any other coding. */
const CONFIG = Uint8Array.of(1, 1, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 90);

/** The description of a film with sound whose picture is coded like this. */
export const moovOf = (entry: "hvc1" | "avc1"): Uint8Array =>
  box(
    "moov",
    box("mvhd", zeros(100)),
    holding(box("stsd", zeros(8), box("mp4a")), box("stts", zeros(40))),
    holding(
      box("stsd", zeros(8), box(entry, zeros(78), box(entry === "hvc1" ? "hvcC" : "avcC", CONFIG))),
      box("stts", zeros(40)),
    ),
  );

/** A film in HEVC with so many bytes of picture, its description before them or behind. */
export const hevcFilm = (
  bytes: number,
  described: "in front" | "behind",
): Uint8Array<ArrayBuffer> =>
  described === "in front"
    ? joined(FTYP, moovOf("hvc1"), box("mdat", zeros(bytes)))
    : joined(FTYP, box("mdat", zeros(bytes)), moovOf("hvc1"));
