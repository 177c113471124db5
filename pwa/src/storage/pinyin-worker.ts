import { pinyin } from "pinyin-pro";
import * as v from "valibot";
import { pinyinRequestSchema } from "./pinyin-messages.ts";
import { simplifiedOf } from "./simplified.ts";

/** Looked up once per character: titles repeat the same few hundred. */
const known = new Map<string, readonly string[]>();

const readingsOfCharacter = (character: string): readonly string[] => {
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

const readingsAsSaid = (text: string): readonly (readonly string[])[] =>
  pinyin(text, { type: "array", toneType: "none", v: true }).map((reading) => [reading]);

addEventListener("message", (event: MessageEvent<unknown>) => {
  const request = v.safeParse(pinyinRequestSchema, event.data);
  if (!request.success) return;
  const { job, texts, asSaid } = request.output;
  postMessage({
    job,
    simplified: texts.map(simplifiedOf),
    readings: texts.map((text) =>
      asSaid === true ? readingsAsSaid(text) : [...text].map(readingsOfCharacter),
    ),
  });
});
