import * as v from "valibot";
import type { Language } from "../language/index.ts";

const shortText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

/** What a book, a column or an answer is called; a county's own form may have a Chinese name alone. */
export const namingSchema = v.object({ "zh-CN": shortText, en: v.optional(shortText) });
/** A name in both languages; see `namingSchema`. */
export type Naming = v.InferOutput<typeof namingSchema>;

/** The name in a language, the Chinese one where there is no other. */
export const nameIn = (naming: Naming, language: Language): string =>
  (language === "en" ? naming.en : undefined) ?? naming["zh-CN"];

/** A name in both languages. */
export const named = (zh: string, en: string): Naming => ({ "zh-CN": zh, en });
