import type { Film } from "./fountain.ts";
import { readFrame } from "./frame.ts";
import { type Gathering, gatheringFor } from "./gathering.ts";

/** So many more than are enough, for one that is cut off or smudged. */
const SPARE = 2;

/**
 * The first frames of a film that give the whole list, for pictures that are looked at all at once;
 * `undefined` where that would be more than `most`.
 */
export const framesEnough = (film: Film, most: number): readonly string[] | undefined => {
  if (film.blocks + SPARE > most) return undefined;
  const frames: string[] = [];
  let gathering: Gathering | undefined;
  while (gathering === undefined || gathering.held() < film.blocks) {
    if (frames.length + SPARE === most) return undefined;
    const text = film.frame(frames.length);
    frames.push(text);
    const frame = readFrame(text);
    if (!frame.ok) return undefined;
    gathering ??= gatheringFor(frame.value);
    gathering.take(frame.value);
  }
  const more = Array.from({ length: SPARE }, (_, at) => film.frame(frames.length + at));
  return [...frames, ...more];
};
