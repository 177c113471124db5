/** The sample library that a newcomer can load, marked as such, and remove in one click. */
export { isSample, loadSampleLibrary, removeSampleLibrary } from "./sample-library.ts";
