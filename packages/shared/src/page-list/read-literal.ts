/** A value as a script writes it down; nothing of it is ever run. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | readonly Literal[]
  | { readonly [key: string]: Literal };

const DEEPEST = 6;
const MOST_VALUES = 40_000;

class NoLiteral extends Error {}

/** Reads one literal from a place in a script; throws `NoLiteral` inside, which `readLiteral` makes `undefined`. */
class LiteralReader {
  readonly #text: string;
  #at: number;
  #values = 0;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(depth: number): Literal {
    this.#values += 1;
    if (depth > DEEPEST || this.#values > MOST_VALUES) throw new NoLiteral();
    this.#skip();
    const next = this.#text.charAt(this.#at);
    if (next === "[") return this.#list(depth);
    if (next === "{") return this.#object(depth);
    if (next === '"' || next === "'") return this.#string(next);
    const word = this.#word(/[\w.+-]/u);
    if (word === "true" || word === "false") return word === "true";
    if (word === "null" || word === "undefined") return null;
    if (/^-?\d+(?:\.\d+)?$/u.test(word)) return Number(word);
    throw new NoLiteral();
  }

  #skip(): void {
    while (/\s/u.test(this.#text.charAt(this.#at))) this.#at += 1;
  }

  #word(letters: RegExp): string {
    const from = this.#at;
    while (this.#at < this.#text.length && letters.test(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.slice(from, this.#at);
  }

  #string(quote: string): string {
    let out = "";
    this.#at += 1;
    for (;;) {
      const next = this.#text.charAt(this.#at);
      if (next === "" || out.length > 20_000) throw new NoLiteral();
      this.#at += 1;
      if (next === quote) return out;
      if (next !== "\\") {
        out += next;
        continue;
      }
      const escaped = this.#text.charAt(this.#at);
      this.#at += 1;
      const code = /^[0-9a-f]{4}/iu.exec(this.#text.slice(this.#at, this.#at + 4))?.[0];
      if (escaped === "u" && code !== undefined) {
        out += String.fromCharCode(Number.parseInt(code, 16));
        this.#at += 4;
      } else out += escaped === "n" || escaped === "t" || escaped === "r" ? " " : escaped;
    }
  }

  #list(depth: number): Literal {
    const out: Literal[] = [];
    this.#at += 1;
    for (;;) {
      this.#skip();
      if (this.#text.charAt(this.#at) === "]") break;
      out.push(this.value(depth + 1));
      this.#comma("]");
    }
    this.#at += 1;
    return out;
  }

  #object(depth: number): Literal {
    const out: [string, Literal][] = [];
    this.#at += 1;
    for (;;) {
      this.#skip();
      const next = this.#text.charAt(this.#at);
      if (next === "}") break;
      const key = next === '"' || next === "'" ? this.#string(next) : this.#word(/[\w$]/u);
      this.#skip();
      if (key === "" || this.#text.charAt(this.#at) !== ":") throw new NoLiteral();
      this.#at += 1;
      out.push([key, this.value(depth + 1)]);
      this.#comma("}");
    }
    this.#at += 1;
    return Object.fromEntries(out);
  }

  #comma(end: string): void {
    this.#skip();
    const next = this.#text.charAt(this.#at);
    if (next === ",") this.#at += 1;
    else if (next !== end) throw new NoLiteral();
  }
}

/** The literal that begins at a place in a script, JSON or the looser form of scripts; `undefined` where it is more than a literal. */
export const readLiteral = (text: string, at: number): Literal | undefined => {
  try {
    return new LiteralReader(text, at).value(0);
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
};
