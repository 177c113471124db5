import { err, ok, type Result } from "../result/index.ts";

/** A part of a pattern in the bounded subset. `max` is `Infinity` for `*`, `+` and `{n,}`. */
export type Part =
  | { readonly type: "start" }
  | { readonly type: "end" }
  | {
      readonly type: "character";
      /** The source of this one character, class or escape. */
      readonly source: string;
      /** The character itself where it is a plain one. */
      readonly literal: string | undefined;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly type: "group";
      readonly alternatives: readonly Sequence[];
      readonly min: number;
      /** Never more than `GROUP_REPEATS`. */
      readonly max: number;
    };
/** Parts one after the other. */
export type Sequence = readonly Part[];

/** How often a group may be repeated; and only where it can match in one way, which `stepsOf` sees. */
const GROUP_REPEATS = 8;

interface Refused {
  readonly type: "outside-the-subset";
  readonly because: string;
}

class OutsideSubset extends Error {}

const ESCAPED_PLAIN = /^\\[\^$\\.*+?()[\]{}|/]$/u;
const ESCAPED_CLASS = /^\\[dDwWsSnrt]$/u;

/** A reader of one pattern; throws `OutsideSubset` inside, which `parsePattern` turns into a value. */
class PatternReader {
  readonly #pattern: string;
  #at = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  read(): readonly Sequence[] {
    const all = this.#alternatives();
    if (this.#at < this.#pattern.length) throw new OutsideSubset("a bracket that nothing opened");
    return all;
  }

  #peek(): string {
    return this.#pattern.charAt(this.#at);
  }

  #alternatives(): readonly Sequence[] {
    const all: Sequence[] = [this.#sequence()];
    while (this.#peek() === "|") {
      this.#at += 1;
      all.push(this.#sequence());
    }
    return all;
  }

  #sequence(): Sequence {
    const parts: Part[] = [];
    while (this.#at < this.#pattern.length && this.#peek() !== "|" && this.#peek() !== ")")
      parts.push(this.#part());
    return parts;
  }

  #part(): Part {
    const next = this.#peek();
    if (next === "^" || next === "$") {
      this.#at += 1;
      return { type: next === "^" ? "start" : "end" };
    }
    if (next === "(") return this.#group();
    const source = this.#character();
    const literal =
      source.length === 1 && source !== "."
        ? source
        : ESCAPED_PLAIN.test(source)
          ? source.slice(1)
          : undefined;
    return { type: "character", source, literal, ...this.#repeat() };
  }

  #group(): Part {
    if (this.#depth >= 4) throw new OutsideSubset("groups nested more than four deep");
    this.#at += 1;
    if (this.#peek() === "?") {
      if (this.#pattern.charAt(this.#at + 1) !== ":")
        throw new OutsideSubset("look-around, named groups and flags are not allowed");
      this.#at += 2;
    }
    this.#depth += 1;
    const alternatives = this.#alternatives();
    this.#depth -= 1;
    if (this.#peek() !== ")") throw new OutsideSubset("a bracket that nothing closes");
    this.#at += 1;
    const { min, max } = this.#repeat();
    if (max > GROUP_REPEATS)
      throw new OutsideSubset(`a group is repeated without an end: {1,${GROUP_REPEATS}} at most`);
    return { type: "group", alternatives, min, max };
  }

  #character(): string {
    const next = this.#peek();
    if ("*+?{}])".includes(next))
      throw new OutsideSubset(`${next} stands where nothing can be repeated`);
    if (next === "[") return this.#class();
    if (next === "\\") {
      const source = this.#pattern.slice(this.#at, this.#at + 2);
      if (!ESCAPED_PLAIN.test(source) && !ESCAPED_CLASS.test(source))
        throw new OutsideSubset(`${source} is not allowed`);
      this.#at += 2;
      return source;
    }
    const character = String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }

  #class(): string {
    const from = this.#at;
    this.#at += 1;
    while (this.#peek() !== "]") {
      if (this.#at >= this.#pattern.length) throw new OutsideSubset("a class that nothing closes");
      if (this.#peek() === "\\" && /[bBpPux0-9kc]/u.test(this.#pattern.charAt(this.#at + 1)))
        throw new OutsideSubset("this escape is not allowed in a class");
      this.#at += this.#peek() === "\\" ? 2 : 1;
    }
    this.#at += 1;
    return this.#pattern.slice(from, this.#at);
  }

  #repeat(): { readonly min: number; readonly max: number } {
    const rest = this.#pattern.slice(this.#at, this.#at + 16);
    const hit = /^(?:([*+?])|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})(\?)?/u.exec(rest);
    if (hit === null) return { min: 1, max: 1 };
    this.#at += hit[0].length;
    if (/^[*+?{]/u.test(this.#pattern.slice(this.#at)))
      throw new OutsideSubset("a repeat of a repeat");
    const [, sign, least, comma, most] = hit;
    if (sign !== undefined) return { min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Infinity };
    const min = Number(least);
    const max = comma === undefined ? min : most === undefined ? Infinity : Number(most);
    if (max < min || min > 500) throw new OutsideSubset("a repeat of more than 500, or backwards");
    return { min, max };
  }
}

/** Takes a pattern apart, or says what in it lies outside the subset. */
export const parsePattern = (pattern: string): Result<readonly Sequence[], Refused> => {
  try {
    return ok(new PatternReader(pattern).read());
  } catch (error) {
    if (error instanceof OutsideSubset)
      return err({ type: "outside-the-subset", because: error.message });
    throw error;
  }
};
