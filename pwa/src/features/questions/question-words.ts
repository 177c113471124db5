import { usePreferences } from "../../app/preferences.tsx";
import { questions as english } from "../../locales/en/questions.ts";
import { questions } from "../../locales/zh-CN/questions.ts";

/** All words of the question slips in one language. They come with the room: no other screen has a use for them. */
export type QuestionWords = typeof questions;

/** The words of the question slips in the language that is spoken. */
export const useQuestionWords = (): QuestionWords =>
  usePreferences().language === "en" ? english : questions;
