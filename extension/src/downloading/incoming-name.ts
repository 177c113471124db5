const PREFIX = "clip-";
const LESSON = ".lesson";
const FILM = ".film";

/** The name of the half fetched file of a clip, in the store's folder of incoming files. */
export const incomingName = (id: string): string => `${PREFIX}${id}`;

/** The name of the fragments of a lesson (HLS) of a clip. */
export const lessonFileName = (id: string): string => `${incomingName(id)}${LESSON}`;

/** The name of the film that is being put together of them. */
export const filmFileName = (id: string): string => `${incomingName(id)}${FILM}`;

/** The name of a cover while it is written; one that was left is nobody's. */
export const coverFileName = (hash: string): string => `cover-${hash}`;

/** All names that the download of a clip may use. */
export const incomingNames = (id: string): readonly string[] => [
  incomingName(id),
  lessonFileName(id),
  filmFileName(id),
];

/** Whether an incoming file is a download's; the others are the media store's own. */
export const isIncomingName = (name: string): boolean => name.startsWith(PREFIX);
