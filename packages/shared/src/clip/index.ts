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
} from "./clip.ts";
export { minutesOfStretches } from "./minutes-of-stretches.ts";
export {
  type FileNature,
  judgeFile,
  type PromisedFile,
  SNIFF_BYTES,
  sniffFile,
  type WrongFile,
} from "./sniff.ts";
