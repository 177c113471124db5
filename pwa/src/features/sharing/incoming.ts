import type { Instant } from "@dianbo/shared/clock";
import type { MediaHash } from "@dianbo/shared/courseware";
import { err, ok, type Result } from "@dianbo/shared/result";
import {
  isOlderList,
  judgeSigner,
  knownSite,
  type ListFailure,
  type ListSigner,
  openPackage,
  type PackagedFilm,
  type SentList,
  type SharedList,
  type SignerStanding,
  signerOfText,
} from "@dianbo/shared/sharing";
import { keyWords } from "@dianbo/shared/signing";
import { isListFile } from "../../app/caught-list.ts";
import { sha512 } from "../../app/site-key.ts";
import type { LibrarySnapshot, SiteIdentity } from "../../storage/index.ts";

/** Films as they lie in a file that was opened. */
export interface FilmsInFile {
  readonly file: Blob;
  readonly films: ReadonlyMap<MediaHash, PackagedFilm>;
}

/** By whom a list is, as far as this site can tell. */
export interface Signed {
  readonly standing: SignerStanding;
  readonly signer: ListSigner | undefined;
  /** Its key in four words. */
  readonly words: string | undefined;
  /** The four words of the key that was known before. */
  readonly wordsBefore: string | undefined;
  /** When the newest list that was taken of this site had been made, where this one is older. */
  readonly newest: Instant | undefined;
}

/** A list that came and is looked through. */
export interface Incoming extends FilmsInFile {
  readonly list: SharedList;
  readonly signed: Signed;
}

/** Why a chosen file could not be looked through. */
export type OpenListFailure =
  | ListFailure
  | { readonly type: "wrong-file" }
  | { readonly type: "unreadable" };

/** What is known here of the sites whose lists come. */
export interface KnownHere {
  readonly records: LibrarySnapshot["records"];
  readonly site: SiteIdentity["site"];
}

const wordsOf = async (key: string | null | undefined): Promise<string | undefined> =>
  key == null ? undefined : (await keyWords(key, sha512)).join(" ");

const signedBy = async (
  list: SharedList,
  signer: ListSigner | undefined,
  { records, site }: KnownHere,
): Promise<Signed> => {
  const known = knownSite(records, list.site, site);
  const standing = await judgeSigner(list.site, signer, known, sha512);
  return {
    standing,
    signer,
    words: await wordsOf(signer?.publicKey),
    wordsBefore: standing === "known" ? undefined : await wordsOf(known?.key),
    newest: isOlderList(list, known) ? known.newest : undefined,
  };
};

/**
 * A list that came as text or code, whose signature holds where it has one. A still code has no room for one
 * and older programs signed no text, so that none is no reason to be loud here. No film goes with it.
 */
export const incomingText = async (
  { list, seal }: SentList,
  here: KnownHere,
): Promise<Result<Incoming, ListFailure>> => {
  const signer = await signerOfText(seal, sha512);
  if (!signer.ok) return signer;
  const signed = await signedBy(list, signer.value, here);
  const quiet: Signed =
    signer.value === undefined
      ? { ...signed, standing: "unsigned", wordsBefore: undefined }
      : signed;
  return ok({ list, signed: quiet, file: new Blob(), films: new Map() });
};

/** Opens a file as a package: its list is read, its films stay where they are. */
export const openIncoming = async (
  file: File,
  here: KnownHere,
): Promise<Result<Incoming, OpenListFailure>> => {
  if (!isListFile(file)) return err({ type: "wrong-file" });
  try {
    const source = {
      size: file.size,
      read: async (from: number, to: number) =>
        new Uint8Array(await file.slice(from, to).arrayBuffer()),
    };
    const opened = await openPackage(source, sha512);
    if (!opened.ok) return opened;
    const { list, signer, films } = opened.value;
    return ok({ list, signed: await signedBy(list, signer, here), file, films });
  } catch {
    // The browser throws where a file has gone or changed since it was chosen.
    return err({ type: "unreadable" });
  }
};
