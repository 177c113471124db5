import * as v from "valibot";

const KEY = "lesson-height";

/** Heights of a picture, in pixels, that the site may want at most. */
export const LESSON_HEIGHTS = [480, 720, 1080] as const;
const heightSchema = v.picklist(LESSON_HEIGHTS);
/** The most height of a lesson's picture; see `LESSON_HEIGHTS`. */
export type LessonHeight = v.InferOutput<typeof heightSchema>;

/** What fits the study room's screen and an old PC. */
const USUAL: LessonHeight = 720;

/** The most height of the picture where a portal offers several; 720 unless somebody chose. */
export const readLessonHeight = async (): Promise<LessonHeight> => {
  const parsed = v.safeParse(heightSchema, (await chrome.storage?.local.get(KEY))?.[KEY]);
  return parsed.success ? parsed.output : USUAL;
};

/** Keeps the most height. */
export const writeLessonHeight = (height: LessonHeight): Promise<void> =>
  chrome.storage.local.set({ [KEY]: height });
