/** Writes HLS lessons from films: the paths of a server, with their bytes. RFC 8216 names each tag. */
import { createCipheriv } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Film } from "./film.ts";

/** What a path of the lesson answers with. */
export interface LessonFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Files by path, with a leading slash. */
export type LessonFiles = Map<string, LessonFile>;

/** How a media playlist is written. */
export interface PlaylistShape {
  /** Folder part of its addresses, `/lesson/` unless told; the playlist is `<base>index.m3u8`. */
  readonly base?: string;
  /**
   * AES-128 over each segment. `rotateEvery`: another key after so many segments. Without `iv` the media
   * sequence number is the IV (RFC 8216, 5.2).
   */
  readonly aes?: { readonly iv?: Buffer; readonly rotateEvery?: number };
  readonly firstSequence?: number;
  /** All segments in one file, told apart by byte ranges. */
  readonly byteRanges?: boolean;
  /** Segment numbers (from 0) that begin after a discontinuity. */
  readonly discontinuities?: readonly number[];
  /** No end is marked: a live broadcast. */
  readonly live?: boolean;
  /** Lines put before the first segment, such as a key of a DRM. */
  readonly lines?: readonly string[];
  /** Appended to each segment's address, as portals sign them for a while. */
  readonly query?: string;
}

const PLAYLIST = "application/vnd.apple.mpegurl";

const keyFor = (turn: number): Buffer => Buffer.alloc(16, turn + 1);

const sequenceIv = (sequence: number): Buffer => {
  const iv = Buffer.alloc(16);
  iv.writeUInt32BE(sequence, 12);
  return iv;
};

const encrypted = (bytes: Buffer, key: Buffer, iv: Buffer): Buffer => {
  const cipher = createCipheriv("aes-128-cbc", key, iv);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
};

/** A playlist while it is being written. */
class PlaylistWriter {
  readonly files: LessonFiles = new Map();
  readonly lines: string[] = ["#EXTM3U", "#EXT-X-VERSION:7"];
  readonly #shape: PlaylistShape;
  readonly #base: string;
  readonly #query: string;
  readonly #type: string;
  readonly #whole: Buffer[] = [];
  readonly #wholeName: string;
  #number = 0;

  constructor(shape: PlaylistShape, type: string) {
    this.#shape = shape;
    this.#base = shape.base ?? "/lesson/";
    this.#query = shape.query ?? "";
    this.#type = type;
    this.#wholeName = type === "video/mp4" ? "whole.m4s" : "whole.ts";
  }

  addFile(name: string, bytes: Buffer, type = this.#type): void {
    this.files.set(this.#base + name, { type, bytes });
  }

  addMap(name: string, bytes: Buffer): void {
    this.addFile(name, bytes);
    this.lines.push(`#EXT-X-MAP:URI="${name}${this.#query}"`);
  }

  addSegment(clear: Buffer, seconds: number): void {
    if (this.#shape.discontinuities?.includes(this.#number) === true) {
      this.lines.push("#EXT-X-DISCONTINUITY");
    }
    const bytes = this.#shape.aes === undefined ? clear : this.#encrypt(clear, this.#shape.aes);
    this.lines.push(`#EXTINF:${seconds.toFixed(6)},`);
    if (this.#shape.byteRanges === true) {
      const at = this.#whole.reduce((sum, { length }) => sum + length, 0);
      this.lines.push(`#EXT-X-BYTERANGE:${bytes.length}@${at}`, this.#wholeName + this.#query);
      this.#whole.push(bytes);
    } else {
      const ending = this.#type === "video/mp4" ? "m4s" : "ts";
      const name = `part${String(this.#number).padStart(5, "0")}.${ending}`;
      this.addFile(name, bytes);
      this.lines.push(name + this.#query);
    }
    this.#number += 1;
  }

  finish(): LessonFiles {
    if (this.#whole.length > 0) this.addFile(this.#wholeName, Buffer.concat(this.#whole));
    if (this.#shape.live !== true) this.lines.push("#EXT-X-ENDLIST");
    this.addFile("index.m3u8", Buffer.from(`${this.lines.join("\n")}\n`), PLAYLIST);
    return this.files;
  }

  #encrypt(clear: Buffer, { iv, rotateEvery }: NonNullable<PlaylistShape["aes"]>): Buffer {
    const turn = rotateEvery === undefined ? 0 : Math.floor(this.#number / rotateEvery);
    const isFirst =
      rotateEvery === undefined ? this.#number === 0 : this.#number % rotateEvery === 0;
    if (isFirst) {
      this.addFile(`key-${turn}.bin`, keyFor(turn), "application/octet-stream");
      const named = iv === undefined ? "" : `,IV=0x${iv.toString("hex")}`;
      this.lines.push(`#EXT-X-KEY:METHOD=AES-128,URI="key-${turn}.bin"${named}`);
    }
    const sequence = (this.#shape.firstSequence ?? 0) + this.#number;
    return encrypted(clear, keyFor(turn), iv ?? sequenceIv(sequence));
  }
}

/** A media playlist of one or several films one after the other, and all that it names. */
export const mediaPlaylist = async (
  films: readonly Film[],
  shape: PlaylistShape = {},
): Promise<LessonFiles> => {
  const writer = new PlaylistWriter(
    shape,
    films[0]?.init === undefined ? "video/mp2t" : "video/mp4",
  );
  const longest = Math.max(...films.flatMap((film) => film.segments.map(({ seconds }) => seconds)));
  writer.lines.push(
    `#EXT-X-MEDIA-SEQUENCE:${shape.firstSequence ?? 0}`,
    `#EXT-X-TARGETDURATION:${Math.ceil(longest)}`,
    ...(shape.lines ?? []),
  );
  for (const [turn, film] of films.entries()) {
    if (turn > 0) writer.lines.push("#EXT-X-DISCONTINUITY");
    if (film.init !== undefined) {
      writer.addMap(`init-${turn}.mp4`, await readFile(join(film.folder, film.init)));
    }
    for (const { file, seconds } of film.segments) {
      writer.addSegment(await readFile(join(film.folder, file)), seconds);
    }
  }
  return writer.finish();
};

/** One rendition of a master playlist. */
export interface Variant {
  /** Address of its media playlist, relative to the master. */
  readonly uri: string;
  readonly width: number;
  readonly height: number;
  /** Bits a second. */
  readonly bandwidth: number;
  /** As RFC 6381 writes them: `avc1.42c00c,mp4a.40.2`. */
  readonly codecs?: string;
}

/** A master playlist; `audio` is the address of a separate sound rendition. */
export const masterPlaylist = (variants: readonly Variant[], audio?: string): LessonFile => {
  const lines = ["#EXTM3U", "#EXT-X-INDEPENDENT-SEGMENTS"];
  if (audio !== undefined) {
    lines.push(
      `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="普通话",DEFAULT=YES,AUTOSELECT=YES,LANGUAGE="zh",URI="${audio}"`,
    );
  }
  for (const { uri, width, height, bandwidth, codecs = "avc1.42c00c,mp4a.40.2" } of variants) {
    const sound = audio === undefined ? "" : ',AUDIO="sound"';
    lines.push(
      `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},RESOLUTION=${width}x${height},CODECS="${codecs}"${sound}`,
      uri,
    );
  }
  return { type: PLAYLIST, bytes: Buffer.from(`${lines.join("\n")}\n`) };
};
