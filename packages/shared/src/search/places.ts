import type { SearchText } from "./readings.ts";

/** One character with the ways to type it. */
export interface Place {
  readonly character: string;
  /** Pinyin readings without tones. */
  readonly readings: readonly string[];
  /** The first letters of the readings, each once. */
  readonly initials: string;
}

/**
 * All places of a library, each once and named by its index: a library of 100,000 titles is typed with
 * some thousand. Only grows; index 0 is no place.
 */
export interface Places {
  readonly all: Place[];
  /** By character, then by readings as they are stored. */
  readonly known: Map<string, Map<string, number>>;
}

/** No place yet. */
export const newPlaces = (): Places => ({
  all: [{ character: "", readings: [], initials: "" }],
  known: new Map(),
});

const placeId = (places: Places, character: string, readings: string): number => {
  let known = places.known.get(character);
  if (known === undefined) {
    known = new Map();
    places.known.set(character, known);
  }
  const held = known.get(readings);
  if (held !== undefined) return held;
  const list = readings === "" ? [] : readings.split("/");
  const initials = [...new Set(list.map((reading) => reading.charAt(0)))].join("");
  places.all.push({ character, readings: list, initials });
  known.set(readings, places.all.length - 1);
  return places.all.length - 1;
};

/** A stored search text as places. */
export const placesOf = (places: Places, text: SearchText): readonly number[] => {
  const ids: number[] = [];
  let at = 0;
  for (const character of text.characters) {
    const end = text.readings.indexOf("|", at);
    const readings = end < 0 ? text.readings.slice(at) : text.readings.slice(at, end);
    at = end < 0 ? text.readings.length : end + 1;
    ids.push(placeId(places, character, readings));
  }
  return ids;
};
