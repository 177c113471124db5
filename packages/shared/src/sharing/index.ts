/** Lists that leave the house: the safe container, and the package of another site. */
export { isHostileText } from "./clean-value.ts";
export {
  type ContainerFailure,
  type ContainerLimits,
  readContainer,
  writeContainer,
} from "./container.ts";
export { decodeList } from "./decode-list.ts";
export {
  encodeList,
  type ListMade,
  type Selection,
  type ShareableLibrary,
  selectedItems,
} from "./encode-list.ts";
export { hasHiddenCharacters, onOneLine, withoutHiddenCharacters } from "./hidden-characters.ts";
export { LIST_LIMITS, type ListFailure, type SharedList } from "./list-file.ts";
export {
  type Difference,
  type ListRow,
  type TakeFailure,
  type TakenList,
  type Taking,
  type TakingLibrary,
  takeList,
} from "./take-list.ts";
export { listAsText, listFromText, type TextFailure } from "./text/list-text.ts";
export { unpackBounded } from "./unpack-bounded.ts";
