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

/** The part of a text that differs from another, with what stands before and after it in both. */
export const differingPart = (
  text: string,
  other: string,
): { readonly before: string; readonly part: string; readonly after: string } => {
  const mine = [...text];
  const theirs = [...other];
  const shorter = Math.min(mine.length, theirs.length);
  let start = 0;
  while (start < shorter && mine[start] === theirs[start]) start += 1;
  let end = 0;
  while (end < shorter - start && mine[mine.length - 1 - end] === theirs[theirs.length - 1 - end]) {
    end += 1;
  }
  const until = mine.length - end;
  return {
    before: mine.slice(0, start).join(""),
    part: mine.slice(start, until).join(""),
    after: mine.slice(until).join(""),
  };
};
