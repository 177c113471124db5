import { CATEGORY_NAMES, categorySchema } from "@dianbo/shared/category";
import type { Json } from "@dianbo/shared/changes";
import { civilDateOf, instantSchema } from "@dianbo/shared/clock";
import {
  articleCopySchema,
  coursewareKindSchema,
  mediaFileSchema,
  sourceSchema,
} from "@dianbo/shared/courseware";
import { subtitlesSchema } from "@dianbo/shared/subtitles";
import * as v from "valibot";
import { sizeInWords } from "../design/size-in-words.ts";
import type { Words } from "../locales/index.ts";

/** So much of a long text tells two values apart. */
const SHOWN = 200;

const plain = (value: Json, words: Words["item"]): string => {
  if (value === null || value === "") return words.nothing;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "string" || typeof value === "number") return String(value).slice(0, SHOWN);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return value.length === 0 ? words.nothing : value.join("、");
  }
  return JSON.stringify(value).slice(0, SHOWN);
};

/** A value that waits under 待定, as a person reads it. Values of a newer version are shown raw. */
export const pendingValueInWords = (field: string, value: Json, words: Words["item"]): string => {
  const as = <T>(schema: v.GenericSchema<unknown, T>, say: (parsed: T) => string): string => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? say(parsed.output) : plain(value, words);
  };
  switch (field) {
    case "category":
      return as(categorySchema, (category) => `${category} ${CATEGORY_NAMES[category]}`);
    case "kind":
      return as(coursewareKindSchema, (kind) => words.kinds[kind]);
    case "source":
      return as(sourceSchema, ({ url }) => url.slice(0, SHOWN));
    case "media":
    case "cover":
      return as(mediaFileSchema, ({ name, size }) => `${name} (${sizeInWords(size)})`);
    case "article":
      return as(articleCopySchema, ({ text }) => text.slice(0, SHOWN));
    case "subtitles":
      return as(subtitlesSchema, ({ name }) => name);
    case "clippedAt":
      return as(instantSchema, (at) => civilDateOf(at));
    default:
      return plain(value, words);
  }
};
