import { pinyin } from "pinyin-pro";
import * as v from "valibot";
import { pinyinRequestSchema } from "./pinyin-messages.ts";
import { readingsOfCharacter } from "./readings-of-character.ts";
import { simplifiedOf } from "./simplified.ts";

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
