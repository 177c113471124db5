/** This PC's meetings with the others of its site: the place, the cipher, the joining of what was read. */
export { davPlace } from "./dav-place.ts";
export { folderPlace } from "./folder-place.ts";
export {
  forgetPlace,
  type KeptPlace,
  keepDavPlace,
  keepFolderPlace,
  keepMemory,
  keptMemory,
  keptPlace,
  PLACE_SECRET,
} from "./kept-place.ts";
export { type MeetingFailure, meetOthers } from "./meet-others.ts";
