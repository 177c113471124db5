let waiting: readonly File[] = [];

/** Takes files that were dropped somewhere to the room in which they are looked through. */
export const bringFiles = (files: readonly File[]): void => {
  waiting = files;
  location.hash = "#/library/add";
};

/** What was brought and has not been looked at yet; once. */
export const takeBroughtFiles = (): readonly File[] => {
  const files = waiting;
  waiting = [];
  return files;
};
