import type { MediaHash } from "@dianbo/shared/courseware";
import { LIST_NAME, type ListFile, listBytes } from "@dianbo/shared/sharing";

/** Every entry carries this day, in whatever zone the PC is, so that the same package is the same bytes. */
const FIXED_DAY = new Date(1980, 0, 1, 12);

/** A package holds so many films at most: readers refuse more, and `client-zip` has zip64 for sizes, not for counts. */
const MOST_FILMS = 20_000;

/** Tells how many bytes have passed. */
const counting = (onProgress: (bytes: number) => void) => {
  let passed = 0;
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      passed += chunk.byteLength;
      onProgress(passed);
      controller.enqueue(chunk);
    },
  });
};

/**
 * A package with the films that its list names, as a stream: first the list, then the films in the order of
 * their hashes, stored as they are. Rejects where there are too many; the stream fails where one of them has gone meanwhile.
 */
export const packageStream = async (
  list: ListFile,
  openFilm: (hash: MediaHash) => Promise<Blob | undefined>,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> => {
  const films = list.files ?? [];
  if (films.length > MOST_FILMS) throw new Error(`a package holds at most ${MOST_FILMS} films`);
  const { makeZip } = await import("client-zip");
  const entries = async function* () {
    const manifest = new Uint8Array(listBytes(list));
    yield { name: LIST_NAME, input: manifest, lastModified: FIXED_DAY, size: manifest.length };
    for (const { hash, size, path } of films) {
      const film = await openFilm(hash);
      if (film === undefined || film.size !== size) throw new Error(`the film ${hash} has gone`);
      yield { name: path, input: film, lastModified: FIXED_DAY, size };
    }
  };
  return makeZip(entries()).pipeThrough(counting(onProgress));
};
