import { CATEGORY_NAMES, categorySchema } from "@dianbo/shared/category";
import type { Json } from "@dianbo/shared/changes";
import { coursewareKindSchema, mediaFileSchema, sourceSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import type { Words } from "../../locales/index.ts";

/** So much of a long text tells two values apart. */
const SHOWN = 160;

/** A value of a list as a person reads it. */
export const valueInWords = (field: string, value: Json, words: Words["item"]): string => {
  if (value === null || value === "") return words.nothing;
  const category = v.safeParse(categorySchema, value);
  if (field === "category" && category.success) return CATEGORY_NAMES[category.output];
  const kind = v.safeParse(coursewareKindSchema, value);
  if (field === "kind" && kind.success) return words.kinds[kind.output];
  const source = v.safeParse(sourceSchema, value);
  if (field === "source" && source.success) return source.output.url.slice(0, SHOWN);
  const media = v.safeParse(mediaFileSchema, value);
  if (media.success) return media.output.name;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "string" || typeof value === "number") return String(value).slice(0, SHOWN);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return value.length === 0 ? words.nothing : value.join("、").slice(0, SHOWN);
  }
  return JSON.stringify(value).slice(0, SHOWN);
};
