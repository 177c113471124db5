const MB = 1024 * 1024;
/** So many bytes of fragments may lie about before a claim is made. */
const EVERY = 4 * MB;
/**
 * What is claimed then: memory that nobody writes to takes room in the count only, never on the machine. With
 * 16 MB a lesson of 2 GB still had moments of 400 MB, with 48 MB its most is 240 (`npm run bench -- download`).
 */
const CLAIM = 48 * MB;

/** Claims memory and drops it; its length is read, else a minifier would leave out what nobody needs. */
const claim = (): number => {
  try {
    return new ArrayBuffer(CLAIM).byteLength;
  } catch {
    // Where there is not even room to claim, garbage is looked for anyway.
    return 0;
  }
};

/**
 * A worker looks for garbage once about 64 MB of buffers came up since it last did, which for two workers
 * and what the remuxer holds until then is too much on a small PC. Tell it of each fragment's bytes: it
 * claims empty memory and drops it at once, so that the looking comes more often.
 */
export const pressGarbage = (): ((bytes: number) => void) => {
  let since = 0;
  return (bytes) => {
    since += bytes;
    if (since >= EVERY && claim() >= 0) since = 0;
  };
};
