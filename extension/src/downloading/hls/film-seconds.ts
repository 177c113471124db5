import { CustomSource, Input, MP4 } from "mediabunny";

/** The playing time of a film that was just written, where it tells. */
export const filmSeconds = async (film: {
  size(): number;
  read(into: Uint8Array<ArrayBuffer>, at: number): number;
}): Promise<{ readonly seconds?: number }> => {
  const input = new Input({
    formats: [MP4],
    source: new CustomSource({
      getSize: () => film.size(),
      read: (start, end) => {
        const bytes = new Uint8Array(end - start);
        film.read(bytes, start);
        return bytes;
      },
    }),
  });
  try {
    const seconds = await input.computeDuration();
    return Number.isFinite(seconds) && seconds > 0 ? { seconds } : {};
  } finally {
    input.dispose();
  }
};
