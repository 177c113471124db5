import type { Place, Places } from "./places.ts";
import { foldText } from "./readings.ts";

/** Where a word was found: places (characters, not bytes) from `from` up to but not including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Words longer than this are cut: nobody types a longer one. */
const LONGEST_WORD = 250;

/** The words of a query, folded; all must be found, in any order. */
export const wordsOf = (query: string): readonly string[] =>
  foldText(query)
    .split(/[\s,，、;；]+/u)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, LONGEST_WORD));

/** For each offset in the word that a place may be typed at, the offsets it leads to. */
type Steps = ReadonlyMap<number, readonly number[]>;

const NO_STEPS: Steps = new Map();

/**
 * The offsets in the word that are reached once `place` has been typed from the offset `at`: by the
 * character itself, a whole reading, or a reading's first letter, so 种植, zhongzhi, zz and 种zhi all
 * fit. The word's end is reached where its last reading is only half typed.
 */
const reached = (word: string, at: number, place: Place): readonly number[] => {
  const offsets = new Set<number>();
  if (word.startsWith(place.character, at)) offsets.add(at + place.character.length);
  if (place.initials.includes(word.charAt(at))) offsets.add(at + 1);
  for (const reading of place.readings) {
    if (word.startsWith(reading, at)) offsets.add(at + reading.length);
    else if (reading.startsWith(word.slice(at))) offsets.add(word.length);
  }
  return [...offsets];
};

const stepsOf = (word: string, place: Place, startsAt: ReadonlyMap<string, readonly number[]>) => {
  const steps = new Map<number, readonly number[]>();
  for (const first of new Set([place.character.charAt(0), ...place.initials])) {
    for (const at of startsAt.get(first) ?? []) {
      const to = reached(word, at, place);
      if (to.length > 0) steps.set(at, to);
    }
  }
  return steps;
};

/** Answers of the table of states: a state is 0 or more. */
const UNKNOWN = -1;
const FOUND = -2;

/** The table is begun anew when it has this many entries, so that no hostile list can fill the memory. */
const MOST_ENTRIES = 1_000_000;

/**
 * A word ready to be found. What may be typed for a place is worked out once per place, the sets of
 * offsets one may stand at once per set, so that searching a text costs one look-up per character.
 */
export class Word {
  readonly #word: string;
  /** Per place, its class; places that lead alike are of one class, class 0 leads nowhere. */
  readonly #classOf: Uint16Array;
  readonly #steps: readonly Steps[];
  /** Per state, the offsets that it stands for; each holds 0, for a find may begin anywhere. */
  readonly #states: (readonly number[])[] = [];
  readonly #stateOf = new Map<string, number>();
  /** By state, then by class, the state that follows (as its first entry in this table). */
  #next: Int32Array;

  constructor(word: string, places: Places) {
    this.#word = word;
    const startsAt = new Map<string, number[]>();
    for (let at = 0; at < word.length; at += 1) {
      const list = startsAt.get(word.charAt(at));
      if (list === undefined) startsAt.set(word.charAt(at), [at]);
      else list.push(at);
    }
    const classes = new Map<string, number>();
    const steps: Steps[] = [NO_STEPS];
    this.#classOf = new Uint16Array(places.all.length);
    for (let id = 1; id < places.all.length; id += 1) {
      const place = places.all[id];
      if (place === undefined || !canBegin(place, startsAt)) continue;
      const own = stepsOf(word, place, startsAt);
      if (own.size === 0) continue;
      const key = [...own].sort(([a], [b]) => a - b).join(";");
      const held = classes.get(key);
      if (held !== undefined) {
        this.#classOf[id] = held;
        continue;
      }
      classes.set(key, steps.length);
      this.#classOf[id] = steps.length;
      steps.push(own);
    }
    this.#steps = steps;
    this.#next = new Int32Array(16 * steps.length).fill(UNKNOWN);
    this.#state([0]);
  }

  /** Whether the word stands anywhere in the places from `begin` up to but not including `end`. */
  isIn(ids: ArrayLike<number>, begin: number, end: number): boolean {
    const classOf = this.#classOf;
    let next = this.#next;
    let state = 0;
    for (let at = begin; at < end; at += 1) {
      const kind = classOf[ids[at] ?? 0] ?? 0;
      let to = next[state + kind] ?? UNKNOWN;
      if (to < 0) {
        if (to === UNKNOWN) {
          to = this.#learn(state, kind);
          next = this.#next;
        }
        if (to === FOUND) return true;
      }
      state = to;
    }
    return false;
  }

  /** The first place where the word begins, and the nearest where it ends. */
  spanIn(ids: ArrayLike<number>, begin: number, end: number): Span | undefined {
    for (let from = begin; from < end; from += 1) {
      let offsets: readonly number[] = [0];
      for (let at = from; at < end && offsets.length > 0; at += 1) {
        offsets = this.#step(offsets, this.#classOf[ids[at] ?? 0] ?? 0);
        if (offsets.includes(this.#word.length)) return { from: from - begin, to: at + 1 - begin };
      }
    }
    return undefined;
  }

  #step(offsets: readonly number[], kind: number): readonly number[] {
    const steps = this.#steps[kind];
    return [...new Set(offsets.flatMap((offset) => steps?.get(offset) ?? []))];
  }

  /** Works out where a class leads from a state, and remembers it. */
  #learn(state: number, kind: number): number {
    const offsets = this.#step(this.#states[state / this.#steps.length] ?? [0], kind);
    if (offsets.includes(this.#word.length)) {
      this.#next[state + kind] = FOUND;
      return FOUND;
    }
    const sorted = [...new Set([0, ...offsets])].sort((a, b) => a - b);
    const before = this.#next;
    const to = this.#state(sorted);
    // Where the table was begun anew, the state one came from is gone.
    if (before === this.#next || before.length < this.#next.length) this.#next[state + kind] = to;
    return to;
  }

  #state(offsets: readonly number[]): number {
    const width = this.#steps.length;
    const key = offsets.join();
    const held = this.#stateOf.get(key);
    if (held !== undefined) return held;
    if ((this.#states.length + 1) * width > this.#next.length) this.#makeRoom();
    this.#stateOf.set(key, this.#states.length * width);
    this.#states.push(offsets);
    return (this.#states.length - 1) * width;
  }

  #makeRoom(): void {
    const before = this.#next;
    if (before.length < MOST_ENTRIES) {
      this.#next = new Int32Array(before.length * 2).fill(UNKNOWN);
      this.#next.set(before);
      return;
    }
    this.#next = new Int32Array(before.length).fill(UNKNOWN);
    this.#states.length = 0;
    this.#stateOf.clear();
    this.#stateOf.set("0", 0);
    this.#states.push([0]);
  }
}

const canBegin = (place: Place, startsAt: ReadonlyMap<string, unknown>): boolean => {
  if (startsAt.has(place.character.charAt(0))) return true;
  for (let at = 0; at < place.initials.length; at += 1) {
    if (startsAt.has(place.initials.charAt(at))) return true;
  }
  return false;
};
