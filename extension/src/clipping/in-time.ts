/** Milliseconds that a page which is there may take to be read, by whatever reads it; then it is given up. */
export const READING = 2000;

/** One end of the time for several pieces of work, however they share it. */
export interface Deadline {
  /** What some work gives, or `undefined` where it is not there when the time is over. */
  before<T>(work: Promise<T>): Promise<T | undefined>;
  /** Nobody waits any more. */
  end(): void;
}

/** A deadline that is over in so many milliseconds from now. */
export const deadlineIn = (milliseconds: number): Deadline => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return {
    before: (work) => Promise.race([work, late]),
    end: () => clearTimeout(timer),
  };
};

/** What some work gives, or `undefined` where it takes longer than this many milliseconds. */
export const inTime = async <T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> => {
  const deadline = deadlineIn(milliseconds);
  try {
    return await deadline.before(work);
  } finally {
    deadline.end();
  }
};
