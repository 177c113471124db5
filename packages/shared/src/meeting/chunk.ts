import * as v from "valibot";
import { type RecordState, recordStateSchema } from "../changes/index.ts";
import { type Instant, instantSchema } from "../clock/index.ts";
import { type DeviceId, type Post, postSchema, type SiteId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { type NamesRow, namesRowSchema } from "./names-row.ts";

/** Where the logs of a site lie in a folder or on a server. */
export const meetingFolder = (site: SiteId): string => `dianbo-${site.slice(0, 12)}`;

/** What a log carries: the library's records, or what names people. */
export type Stream = "records" | "names";

/** A chunk's file: its stream, its log (one run of one PC, or one snapshot), its number in it from 1. */
export interface ChunkName {
  readonly stream: Stream;
  readonly log: string;
  readonly number: number;
}

const NAME = /^(records|names)-([A-Za-z0-9_-]{16,40})-(\d{4})\.bin$/u;
/** A log has at most so many chunks. */
export const MOST_CHUNKS = 9999;

/** A chunk's file name. */
export const chunkFile = ({ stream, log, number }: ChunkName): string =>
  `${stream}-${log}-${String(number).padStart(4, "0")}.bin`;

/** A file name as a chunk's; `undefined` for all that is none: conflict copies, half-synced files under another name. */
export const readChunkFile = (file: string): ChunkName | undefined => {
  const [, stream, log, digits] = NAME.exec(file) ?? [];
  const number = Number(digits);
  if (log === undefined || !(number >= 1)) return undefined;
  return { stream: stream === "names" ? "names" : "records", log, number };
};

/** The version this app writes; it reads this one. */
const VERSION = 1;

/** What a chunk says. Fields of a newer version that are not known are left aside. */
const chunkContentSchema = v.object({
  format: v.literal("dianbo-meeting"),
  /** When it was written, by the writer's clock. */
  at: instantSchema,
  post: postSchema,
  /** In the first chunk of a snapshot: in how many chunks it lies, and the logs that it stands for. */
  snapshot: v.optional(
    v.object({
      parts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_CHUNKS)),
      supersedes: v.pipe(v.array(v.string()), v.maxLength(10_000)),
    }),
  ),
  /** Files that the writer could not read (`<device>/<file>`): whoever wrote them writes anew. */
  unreadable: v.optional(v.pipe(v.array(v.string()), v.maxLength(1000))),
  records: v.optional(v.array(recordStateSchema)),
  names: v.optional(v.array(namesRowSchema)),
});
/** What a chunk says; see `chunkContentSchema`. */
export interface ChunkContent {
  readonly at: Instant;
  readonly post: Post;
  readonly snapshot?: { readonly parts: number; readonly supersedes: string[] } | undefined;
  readonly unreadable?: readonly string[] | undefined;
  readonly records?: readonly RecordState[] | undefined;
  readonly names?: readonly NamesRow[] | undefined;
}

/** The hands that make a chunk unreadable for strangers; the platform's own, handed in. */
export interface ChunkCipher {
  /** Eight bytes in hexadecimal that tell one key from another, and nothing of the key. */
  readonly mark: string;
  /** Twelve random bytes, new each time. */
  nonce(): Uint8Array;
  /** AES-256-GCM over the gzipped bytes; the answer ends with its tag. */
  seal(plain: Uint8Array, nonce: Uint8Array, bound: Uint8Array): Promise<Uint8Array>;
  /** The bytes again; `undefined` where they are not what was sealed, or more than a chunk may hold. */
  open(sealed: Uint8Array, nonce: Uint8Array, bound: Uint8Array): Promise<Uint8Array | undefined>;
}

/** Why a chunk was not taken. Nothing of it is, and it is tried again next time. */
export interface ChunkFailure {
  readonly type: /** Shorter than it says: still on its way, or cut off. */
    | "not-whole"
    /** Not what was written there, or not under this name. */
    | "damaged"
    /** Sealed by another key: the site has a new one, or it is another site's. */
    | "other-key"
    /** Written by a newer version of the app. */
    | "newer-app";
}

/** `DBMEET`, version, a zero; the key's mark; the nonce; how many bytes follow. */
const MAGIC = new TextEncoder().encode("DBMEET");
const MARK_AT = 8;
const NONCE_AT = 16;
const LENGTH_AT = 28;
/** Bytes before the sealed ones. */
const HEAD_LENGTH = 32;

const inHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Where a chunk belongs: it opens there and nowhere else. */
export interface ChunkHome {
  readonly site: SiteId;
  readonly device: DeviceId;
  readonly file: string;
}

const boundTo = (head: Uint8Array, { site, device, file }: ChunkHome): Uint8Array => {
  const home = new TextEncoder().encode(`${site}\n${device}\n${file}`);
  const bound = new Uint8Array(head.length + home.length);
  bound.set(head);
  bound.set(home, head.length);
  return bound;
};

/** The bytes of a chunk's file. */
export const sealChunk = async (
  content: ChunkContent,
  home: ChunkHome,
  cipher: ChunkCipher,
): Promise<Uint8Array> => {
  const plain = new TextEncoder().encode(JSON.stringify({ format: "dianbo-meeting", ...content }));
  const nonce = cipher.nonce();
  const head = new Uint8Array(HEAD_LENGTH);
  head.set(MAGIC);
  head[MAGIC.length] = VERSION;
  for (let at = 0; at < 8; at += 1) {
    head[MARK_AT + at] = Number.parseInt(cipher.mark.slice(at * 2, at * 2 + 2), 16);
  }
  head.set(nonce, NONCE_AT);
  // The length is not bound: it is told by the bytes themselves, and written once they are known.
  const sealed = await cipher.seal(plain, nonce, boundTo(head.slice(0, LENGTH_AT), home));
  new DataView(head.buffer).setUint32(LENGTH_AT, sealed.length);
  const file = new Uint8Array(HEAD_LENGTH + sealed.length);
  file.set(head);
  file.set(sealed, HEAD_LENGTH);
  return file;
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
};

/** Opens a chunk's file. Whatever the bytes are, it answers and does not throw. */
export const openChunk = async (
  file: Uint8Array,
  home: ChunkHome,
  cipher: ChunkCipher,
): Promise<Result<ChunkContent, ChunkFailure>> => {
  if (file.length < HEAD_LENGTH) return err({ type: "not-whole" });
  if (!MAGIC.every((byte, at) => file[at] === byte)) {
    // Some services make room for a file before its bytes come.
    const empty = file.subarray(0, HEAD_LENGTH).every((byte) => byte === 0);
    return err({ type: empty ? "not-whole" : "damaged" });
  }
  if ((file[MAGIC.length] ?? 0) > VERSION) return err({ type: "newer-app" });
  if (inHex(file.subarray(MARK_AT, NONCE_AT)) !== cipher.mark) return err({ type: "other-key" });
  const length = new DataView(file.buffer, file.byteOffset).getUint32(LENGTH_AT);
  if (file.length < HEAD_LENGTH + length) return err({ type: "not-whole" });
  if (file.length > HEAD_LENGTH + length) return err({ type: "damaged" });
  const plain = await cipher.open(
    file.subarray(HEAD_LENGTH),
    file.subarray(NONCE_AT, LENGTH_AT),
    boundTo(file.subarray(0, LENGTH_AT), home),
  );
  if (plain === undefined) return err({ type: "damaged" });
  const content = v.safeParse(chunkContentSchema, parsed(plain));
  return content.success ? ok(content.output) : err({ type: "damaged" });
};
