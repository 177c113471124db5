import type { Part, Sequence } from "./pattern-parts.ts";

/** What can stand first in all that comes after a sequence; nothing where the pattern ends there. */
interface Follow {
  readonly sources: readonly string[];
}

/** What can stand first in a sequence, and in what follows it where the sequence can be empty. */
const firstOf = (sequence: Sequence, follow: Follow): Follow => {
  const sources: string[] = [];
  for (const part of sequence) {
    switch (part.type) {
      case "start":
      case "end":
        // An anchor is tried in one step and lets nothing through that would go on.
        return { sources };
      case "character":
        sources.push(part.source);
        if (part.min > 0) return { sources };
        break;
      case "group": {
        const inner = part.alternatives.map((one) => firstOf(one, { sources: [] }));
        sources.push(...inner.flatMap((one) => one.sources));
        if (part.min > 0 && !part.alternatives.some(canBeEmpty)) return { sources };
        break;
      }
    }
  }
  return { sources: [...sources, ...follow.sources] };
};

const canBeEmpty = (sequence: Sequence): boolean =>
  sequence.every((part) =>
    part.type === "character"
      ? part.min === 0
      : part.type !== "group" || part.min === 0 || part.alternatives.some(canBeEmpty),
  );

/**
 * Characters that tell two classes apart: a class is a union of ranges whose ends stand in its source, so
 * these ends, their neighbours and one of each kind decide.
 */
const samplesOf = (sources: readonly string[]): readonly string[] => {
  const named = sources
    .join("")
    .split("")
    .flatMap((character) => {
      const code = character.charCodeAt(0);
      return [code - 1, code, code + 1].filter((one) => one >= 0 && one <= 0xffff);
    })
    // Half a surrogate pair is no character by itself.
    .filter((code) => code < 0xd800 || code > 0xdfff);
  const ascii = Array.from({ length: 128 }, (_, code) => code);
  return [...new Set([...ascii, 0xa0, 0x3000, 0x4e00, 0xe9, 0xffff, ...named])].map((code) =>
    String.fromCharCode(code),
  );
};

const canMeet = (source: string, others: readonly string[]): boolean => {
  if (others.length === 0) return false;
  const one = new RegExp(`^${source}$`, "u");
  const next = others.map((other) => new RegExp(`^${other}$`, "u"));
  return samplesOf([source, ...others]).some(
    (character) => one.test(character) && next.some((other) => other.test(character)),
  );
};

type Group = Extract<Part, { readonly type: "group" }>;

/** Behind one turn of a repeated group stands its next turn, or what comes after it. */
const followInside = (group: Group, next: Follow): Follow =>
  group.max === 1
    ? next
    : {
        sources: [
          ...firstOf([{ ...group, min: 1, max: 1 }], { sources: [] }).sources,
          ...next.sources,
        ],
      };

const waysThroughGroup = (group: Group, rest: Sequence, follow: Follow, limit: number): number => {
  const next = firstOf(rest, follow);
  const inside = followInside(group, next);
  const ways = group.alternatives.reduce((sum, one) => sum + waysThrough(one, inside, limit), 0);
  if (group.max === 1) return ways + (group.min === 0 ? 1 : 0);
  // Ways multiply with every turn: a repeated group has one, and cannot be empty.
  if (ways !== 1 || group.alternatives.some(canBeEmpty)) return Number.POSITIVE_INFINITY;
  return group.max - group.min + 1;
};

const stepsOfPart = (part: Part, rest: Sequence, follow: Follow, limit: number): number => {
  const after = () => steps(rest, follow, limit);
  switch (part.type) {
    case "start":
    case "end":
      return 1 + after();
    case "group": {
      const inside = followInside(part, firstOf(rest, follow));
      const inner = part.alternatives.reduce((sum, one) => sum + steps(one, inside, limit), 0);
      // Each way through the group may have to try all that follows; so may each way of leaving it.
      return inner * part.max + waysThroughGroup(part, rest, follow, limit) * after();
    }
    case "character": {
      const most = Math.min(part.max, limit);
      const isAmbiguous =
        part.max > part.min && canMeet(part.source, firstOf(rest, follow).sources);
      return isAmbiguous ? most + (most - part.min + 1) * after() : most + after();
    }
  }
};

/** In how many ways a sequence can match at one place: what comes after is tried for each. */
const waysThrough = (sequence: Sequence, follow: Follow, limit: number): number =>
  sequence.reduce((ways, part, index) => {
    const next = firstOf(sequence.slice(index + 1), follow);
    if (part.type === "character") {
      if (part.max === part.min || !canMeet(part.source, next.sources)) return ways;
      return ways * (Math.min(part.max, limit) - part.min + 1);
    }
    if (part.type !== "group") return ways;
    return ways * waysThroughGroup(part, sequence.slice(index + 1), follow, limit);
  }, 1);

const steps = (sequence: Sequence, follow: Follow, limit: number): number => {
  const [part, ...rest] = sequence;
  return part === undefined ? 1 : stepsOfPart(part, rest, follow, limit);
};

/**
 * Steps that a backtracking matcher needs at most from one place of a text: a repeat is multiplied with
 * what follows only where its characters can also begin what follows. `limit` is the longest text.
 */
export const stepsOf = (sequence: Sequence, limit: number): number =>
  steps(sequence, { sources: [] }, limit);
