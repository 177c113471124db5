import type { FetchDesk } from "./fetch-desk.ts";
import { type CodecSeen, seeCodec } from "./film-codec.ts";

const KB = 1024;
/** The description of a film that has it in front begins within so many bytes. */
const FRONT = 64 * KB;
/** So much is asked for of a description that stands behind the film: its beginning names the coding. */
const BEHIND = 128 * KB;
/** A portal that takes longer to give a few kilobytes is not waited for. */
const PATIENCE_MS = 5_000;

/** Watches the first bytes of a film for a coding that this computer cannot play. */
export interface Foresight {
  /** Takes a copy of bytes that stand at `at`; a promise of whether the film can be played, once that can be told. */
  see(bytes: Uint8Array, at: number): Promise<boolean> | undefined;
}

/** What looking ahead needs of the outer world. */
type Asking = Pick<FetchDesk, "fetch" | "canPlay">;

const ofRange = async (
  url: string,
  from: number,
  desk: Asking,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> => {
  const late = new AbortController();
  const stop = (): void => late.abort();
  signal.addEventListener("abort", stop);
  const timer = setTimeout(stop, PATIENCE_MS);
  try {
    const response = await desk.fetch(url, {
      headers: { range: `bytes=${from}-${from + BEHIND - 1}` },
      signal: late.signal,
      credentials: "include",
      cache: "no-store",
    });
    if (response.status === 206) return new Uint8Array(await response.arrayBuffer());
    // All of it again, or a page of words: nobody's.
    await response.body?.cancel();
    return undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
};

/**
 * Begins to watch a film from its first byte. Where the description stands behind the film it is asked for
 * by itself, once; where that cannot be had the film is taken for playable, and only playing it will tell.
 */
export const foreseeFilm = (
  url: string,
  desk: Asking,
  signal: AbortSignal,
  /** Bytes of the whole file; null where the server has not said so. */
  total: number | null,
): Foresight => {
  let front: Uint8Array | undefined = new Uint8Array(0);
  const judge = async (seen: CodecSeen, mayAsk: boolean): Promise<boolean> => {
    if (seen.type === "hevc") return desk.canPlay(seen.codecs);
    if (seen.type === "nothing" || !mayAsk || total === null || seen.at >= total) return true;
    const behind = await ofRange(url, seen.at, desk, signal);
    return behind === undefined || judge(seeCodec(behind, seen.at), false);
  };
  return {
    see: (bytes, at) => {
      if (front === undefined || at !== front.length) return undefined;
      const longer = new Uint8Array(Math.min(FRONT, front.length + bytes.length));
      longer.set(front);
      longer.set(bytes.subarray(0, longer.length - front.length), front.length);
      front = longer;
      if (front.length < Math.min(FRONT, total ?? FRONT)) return undefined;
      front = undefined;
      return judge(seeCodec(longer, 0), true);
    },
  };
};
