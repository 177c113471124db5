import * as v from "valibot";
import type { MediaHash } from "../courseware/index.ts";
import type { Sha512 } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { type KeyHandover, signatureHolds } from "../signing/index.ts";
import type { ContainerFailure } from "./container.ts";
import { parseJson, readListFile } from "./decode-list.ts";
import {
  LIST_LIMITS,
  LIST_NAME,
  type ListFailure,
  listFileSchema,
  type SharedList,
} from "./list-file.ts";
import { type ByteRange, type ByteSource, type OpenZip, openZip } from "./zip-source.ts";

/** Who signed a list, where the signature holds. */
export interface ListSigner {
  /** In hexadecimal; whether it is the key that is known of this site is for the taker to say. */
  readonly publicKey: string;
  /** The site's own words of how it came to this key. */
  readonly keyChanges: readonly KeyHandover[];
}

/** A film that lies in an opened package. */
export interface PackagedFilm {
  readonly hash: MediaHash;
  /** Bytes. */
  readonly size: number;
  /** Where its bytes lie in the file; what they are is known when their hash has been made. */
  range(): Promise<Result<ByteRange, ContainerFailure>>;
}

/** A package that was opened: its list is read and safe, its films lie where they lay. */
export interface OpenedPackage {
  readonly list: SharedList;
  /** Nobody where it is not signed. */
  readonly signer: ListSigner | undefined;
  readonly films: ReadonlyMap<MediaHash, PackagedFilm>;
}

/** What is taken in of a package's table of contents: 20,000 films and what may lie beside them. */
const LIMITS = { entries: 20_200, directoryBytes: 8 * 1024 * 1024 };

const signedListSchema = v.pick(listFileSchema, ["publisherKey", "signature", "keyChanges"]);

const signerOf = async (
  json: unknown,
  sha512: Sha512,
): Promise<Result<ListSigner | undefined, ListFailure>> => {
  const read = v.safeParse(signedListSchema, json);
  if (!read.success) return err({ type: "wrong-shape", where: "signature" });
  const { publisherKey: publicKey, signature, keyChanges = [] } = read.output;
  if (publicKey === undefined || signature === undefined) return ok(undefined);
  return (await signatureHolds(json, { publicKey, signature }, sha512))
    ? ok({ publicKey, keyChanges })
    : err({ type: "signature-wrong" });
};

/** The films that the list names and that lie there, each as long as the list says. */
const filmsOf = (
  list: SharedList,
  zip: OpenZip,
): Result<ReadonlyMap<MediaHash, PackagedFilm>, ContainerFailure> => {
  const films = new Map<MediaHash, PackagedFilm>();
  for (const { hash, size, path } of list.files) {
    const line = zip.lines.get(path);
    // Somebody who unpacked and packed again may have left films out: the list still says what they are.
    if (line === undefined) continue;
    if (line.method !== 0 || line.size !== size || line.packedSize !== size) {
      return err({ type: "package-damaged" });
    }
    films.set(hash, { hash, size, range: () => zip.locate(line) });
  }
  return ok(films);
};

/**
 * Opens a package of another site, of any size: reads its table of contents and its list, and leaves the
 * films where they are. The one gate for `.dianbo` files: the answer is a list that is safe to show and to
 * take, whose signature holds where it has one, or the reason why not. Rejects only where `source` does.
 */
export const openPackage = async (
  source: ByteSource,
  sha512: Sha512,
): Promise<Result<OpenedPackage, ListFailure>> => {
  const zip = await openZip(source, LIMITS);
  if (!zip.ok) return zip;
  const line = zip.value.lines.get(LIST_NAME);
  if (line === undefined) return err({ type: "not-a-list" });
  const manifest = await zip.value.unpack(line, LIST_LIMITS.unpackedBytes);
  if (!manifest.ok) return manifest;
  const json = parseJson(manifest.value);
  const list = readListFile(json);
  if (!list.ok) return list;
  const signer = await signerOf(json, sha512);
  if (!signer.ok) return signer;
  const films = filmsOf(list.value, zip.value);
  return films.ok ? ok({ list: list.value, signer: signer.value, films: films.value }) : films;
};

/** Bytes in memory as a source. */
export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (from, to) => bytes.subarray(from, to),
});
