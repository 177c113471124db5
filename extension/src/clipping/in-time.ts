/** Milliseconds that a page which is there may take to be read, by whatever reads it; then it is given up. */
export const READING = 2000;

/** What some work gives, or `undefined` where it takes longer than this many milliseconds. */
export const inTime = async <T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
