/** Lists that leave the house: the safe container, and the package of another site. */
export { isHostileText } from "./clean-value.ts";
export { type CodeReader, type CodeSeen, openCodeReader } from "./code/code-reader.ts";
export { framesEnough } from "./code/frames-enough.ts";
export { type ListCode, listAsCode, STILL_VERSION } from "./code/list-code.ts";
export {
  type ContainerFailure,
  type ContainerLimits,
  readContainer,
  writeContainer,
} from "./container.ts";
export { crc32 } from "./crc32.ts";
export { decodeList } from "./decode-list.ts";
export {
  encodeList,
  filmsToPack,
  type ListMade,
  type ListSigning,
  listBytes,
  listFileOf,
  packageOfList,
  type Selection,
  type ShareableLibrary,
  selectedItems,
  signList,
} from "./encode-list.ts";
export { hasHiddenCharacters, onOneLine, withoutHiddenCharacters } from "./hidden-characters.ts";
export {
  isOlderList,
  judgeSigner,
  knownSite,
  type SignerStanding,
} from "./known-site.ts";
export {
  LIST_NAME,
  type ListFailure,
  type ListFile,
  type PackedFile,
  type SharedList,
} from "./list-file.ts";
export {
  bytesSource,
  type ListSigner,
  type OpenedPackage,
  openPackage,
  type PackagedFilm,
} from "./open-package.ts";
export {
  type Difference,
  type ListRow,
  type TakeFailure,
  type TakenList,
  type Taking,
  type TakingLibrary,
  takeList,
} from "./take-list.ts";
export { listAsText, listFromText, type SentList, type TextFailure } from "./text/list-text.ts";
export { signerOfText } from "./text/text-seal.ts";
export { unpackBounded } from "./unpack-bounded.ts";
export type { ByteSource } from "./zip-source.ts";
