/** Reads a film's head off the page: which tracks it has, and how they are coded. */
import { ALL_FORMATS, BlobSource, Input, type InputTrack } from "mediabunny";
import * as v from "valibot";
import type { FilmTracks } from "./tracks-messages.ts";

const nameOf = (id: InputTrack["internalCodecId"]): string =>
  typeof id === "string" || typeof id === "number" ? String(id) : "?";

const read = async (film: Blob): Promise<FilmTracks | null> => {
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(film) });
  try {
    if (!(await input.canRead())) return null;
    const tracks: FilmTracks["tracks"] = [];
    for (const track of await input.getTracks()) {
      const codec = await track.getCodecParameterString().catch(() => null);
      tracks.push({
        type: track.type,
        codec: codec ?? nameOf(track.internalCodecId),
        named: codec !== null,
      });
    }
    const mime = (await input.getMimeType()).split(";")[0] ?? "";
    const seconds = await input.getDurationFromMetadata().catch(() => null);
    return { mime, seconds, tracks };
  } catch {
    // Half a film, or none: what it says of itself is not to be had.
    return null;
  } finally {
    input.dispose();
  }
};

self.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const film = v.safeParse(v.instance(Blob), data);
  if (film.success) void read(film.output).then((tracks) => self.postMessage(tracks));
});
