import { err, ok, type Result } from "../result/index.ts";
import { parsePattern, type Sequence } from "./pattern-parts.ts";
import { stepsOf } from "./pattern-steps.ts";

/** What a pattern is matched against; each has its own limits. */
export type PatternUse =
  /** The path and query of an address, or an address of a file. */
  | "address"
  /** One line of text of an element or attribute. */
  | "text"
  /** The text of a script, which is only read, never run. */
  | "script";

/** Why a pattern was refused, in words for whoever writes rules. */
export interface PatternRefusal {
  readonly type: "pattern-refused";
  readonly pattern: string;
  readonly because: string;
}

/** Characters of an address or a line that a pattern sees; what stands behind is cut off. */
const LINE_LIMIT = 1000;
/** Characters of one page's scripts that are looked through. */
const SCRIPT_LIMIT = 1_000_000;
/** Characters that a script pattern sees from its first literal on. */
const SCRIPT_WINDOW = 2000;
/** Places where a script pattern is tried. */
const SCRIPT_STARTS = 50;
/** A script pattern must begin with so many plain characters: they are looked for first. */
const SCRIPT_PREFIX = 3;
/** Steps that one pattern may cost in the worst text; some tens of milliseconds. */
const STEP_BUDGET = 30_000_000;
/** Characters of the pattern itself. */
const PATTERN_LIMIT = 300;

/** The plain characters that a pattern begins with: cheap to look for, and they bound where it can match. */
const literalPrefix = (sequence: Sequence): string => {
  let prefix = "";
  for (const part of sequence) {
    if (part.type !== "character" || part.literal === undefined || part.min !== 1 || part.max !== 1)
      break;
    prefix += part.literal;
  }
  return prefix;
};

const startsOf = (sequence: Sequence, use: PatternUse): number => {
  if (sequence[0]?.type === "start") return 1;
  if (use === "script") return SCRIPT_STARTS;
  const prefix = literalPrefix(sequence);
  return Math.ceil(LINE_LIMIT / Math.max(1, prefix.length));
};

/**
 * Checks that a pattern cannot hang: no nested repeats, no look-around, no back-reference, and a bound on
 * the steps of the worst text. A repeat without an end counts as one of `LINE_LIMIT`.
 */
export const checkPattern = (pattern: string, use: PatternUse): Result<string, PatternRefusal> => {
  const refuse = (because: string) => err({ type: "pattern-refused" as const, pattern, because });
  if (pattern.length > PATTERN_LIMIT) return refuse(`longer than ${PATTERN_LIMIT} characters`);
  // Pairs of surrogates would pass the comparison of classes unseen; no portal needs one.
  if (/[\ud800-\udfff]/.test(pattern)) return refuse("a character beyond the basic plane");
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return refuse(parsed.error.because);
  try {
    new RegExp(pattern, "u");
  } catch {
    return refuse("no regular expression");
  }
  const alternatives = parsed.value;
  const [only] = alternatives;
  if (use === "script") {
    if (
      alternatives.length !== 1 ||
      only === undefined ||
      literalPrefix(only).length < SCRIPT_PREFIX
    )
      return refuse(`a script pattern begins with at least ${SCRIPT_PREFIX} plain characters`);
  }
  const steps = alternatives.reduce(
    (sum, sequence) => sum + startsOf(sequence, use) * stepsOf(sequence, LINE_LIMIT),
    0,
  );
  return steps > STEP_BUDGET
    ? refuse(
        "could take too long: anchor it, bound its repeats, or let them end at a character they do not contain",
      )
    : ok(pattern);
};

/** The first group of the first match (the whole match where there is no group) in a line or address. */
export const matchLine = (pattern: string, line: string): string | undefined => {
  const hit = new RegExp(pattern, "u").exec(line.slice(0, LINE_LIMIT));
  return hit === null ? undefined : (hit.slice(1).find((group) => group !== undefined) ?? hit[0]);
};

/** The same in the text of a script, tried only where the pattern's plain beginning stands. */
export const matchesInScript = (pattern: string, script: string): readonly string[] => {
  const parsed = parsePattern(pattern);
  const prefix = parsed.ok ? literalPrefix(parsed.value[0] ?? []) : "";
  if (prefix.length < SCRIPT_PREFIX) return [];
  const here = new RegExp(pattern, "uy");
  const text = script.slice(0, SCRIPT_LIMIT);
  const found: string[] = [];
  let at = text.indexOf(prefix);
  for (let tried = 0; at !== -1 && tried < SCRIPT_STARTS; tried += 1) {
    here.lastIndex = 0;
    const hit = here.exec(text.slice(at, at + SCRIPT_WINDOW));
    if (hit !== null) found.push(hit.slice(1).find((group) => group !== undefined) ?? hit[0]);
    at = text.indexOf(prefix, at + prefix.length);
  }
  return found;
};
