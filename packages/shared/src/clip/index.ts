/** Clips: rows of the inbox on their way to the library. */
export {
  type AlreadyHeld,
  type Clip,
  type ClipFileState,
  clipFileStateSchema,
  clipSchema,
  coursewareOfClip,
  filesOfClip,
  isComplete,
  isLinkOnly,
  type LessonPart,
  lessonPartSchema,
} from "./clip.ts";
export { bytesLeft, type HowMuch, shareOf } from "./how-much.ts";
export { minutesOfStretches } from "./minutes-of-stretches.ts";
export {
  type FileNature,
  judgeFile,
  type PromisedFile,
  SNIFF_BYTES,
  sniffFile,
  type WrongFile,
} from "./sniff.ts";
