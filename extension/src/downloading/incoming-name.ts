const PREFIX = "clip-";

/** The name of the half fetched file of a clip, in the store's folder of incoming files. */
export const incomingName = (id: string): string => `${PREFIX}${id}`;

/** Whether an incoming file is a download's; the others are the media store's own. */
export const isIncomingName = (name: string): boolean => name.startsWith(PREFIX);
