/** So much is read at a time, in bytes. */
const CHUNK = 4 * 1024 * 1024;

/** What of a Blob is used. */
export interface Bytes {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Goes through a file's bytes, reading the next ones while these are worked on. Throws as the browser does. */
export const eachChunk = async (
  file: Bytes,
  work: (bytes: Uint8Array<ArrayBuffer>, at: number) => Promise<void> | void,
): Promise<void> => {
  const read = (at: number): Promise<Uint8Array<ArrayBuffer>> =>
    file
      .slice(at, at + CHUNK)
      .arrayBuffer()
      .then((buffer) => new Uint8Array(buffer));
  let next = read(0);
  for (let at = 0; at < file.size; at += CHUNK) {
    const bytes = await next;
    // A failing read is met at its own turn, not as a promise that nobody heard.
    if (at + CHUNK < file.size) {
      next = read(at + CHUNK);
      next.catch(() => undefined);
    }
    await work(bytes, at);
  }
};
