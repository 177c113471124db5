import { pinyin } from "pinyin-pro";

/** Looked up once per character: titles repeat the same few hundred. */
const known = new Map<string, readonly string[]>();

/** All readings of a character without tones; none for what is no 汉字. Only in workers: the library is large. */
export const readingsOfCharacter = (character: string): readonly string[] => {
  const before = known.get(character);
  if (before !== undefined) return before;
  const readings = /\p{Script=Han}/u.test(character)
    ? [
        ...new Set(pinyin(character, { multiple: true, type: "array", toneType: "none", v: true })),
      ].filter((reading) => /^[a-z]+$/u.test(reading))
    : [];
  known.set(character, readings);
  return readings;
};
