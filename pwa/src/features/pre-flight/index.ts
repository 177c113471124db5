/** Pre-flight (今晚能放吗): a menu tried on this machine before people come. */
export { BadFilesLine } from "./bad-files-line.tsx";
export { PreFlightRoom } from "./pre-flight-room.tsx";
