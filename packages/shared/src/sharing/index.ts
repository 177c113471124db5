/** Lists that leave the house: the safe container, and the package of another site. */
export {
  type ContainerFailure,
  type ContainerLimits,
  readContainer,
  writeContainer,
} from "./container.ts";
export { hasHiddenCharacters, onOneLine, withoutHiddenCharacters } from "./hidden-characters.ts";
