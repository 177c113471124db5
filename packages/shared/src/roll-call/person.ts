import * as v from "valibot";
import { civilDateSchema } from "../clock/index.ts";
import { recordIdSchema } from "../identity/index.ts";

/** The most characters of a name. */
const NAME_LENGTH = 30;

/** A name as the roster has it. */
const nameSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.check((name) => [...name].length <= NAME_LENGTH, "30 characters"),
);

/**
 * Somebody on a branch's roster: a name and a branch, and nothing more of them. `initials` is how the name is
 * typed (`zwm`), worked out once; where it is said in two ways (曾), both with a space between. `until` is set when somebody has left; past roll calls keep the row.
 */
export const personSchema = v.object({
  id: recordIdSchema,
  branch: recordIdSchema,
  name: nameSchema,
  initials: v.pipe(v.string(), v.maxLength(120)),
  /** Place in the roster, from 0. */
  place: v.number(),
  since: civilDateSchema,
  until: v.nullish(civilDateSchema),
});
/** Somebody on a roster; see `personSchema`. */
export type Person = v.InferOutput<typeof personSchema>;

/** A branch's roster in its order, those who have left apart. */
export const rosterOf = (people: Iterable<Person>, branch: Person["branch"]): readonly Person[] =>
  [...people]
    .filter((person) => person.branch === branch && person.until == null)
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));

/**
 * Names as they are shown: where a branch has the same name twice, each gets its count, in the order of the
 * roster (张伟①, 张伟②).
 */
export const shownNames = (people: readonly Person[]): ReadonlyMap<Person["id"], string> => {
  const count = new Map<string, number>();
  for (const { name } of people) count.set(name, (count.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return new Map(
    people.map(({ id, name }) => {
      if ((count.get(name) ?? 0) < 2) return [id, name];
      const at = (seen.get(name) ?? 0) + 1;
      seen.set(name, at);
      return [id, at <= 20 ? `${name}${String.fromCodePoint(0x2460 + at - 1)}` : `${name}(${at})`];
    }),
  );
};

/** Those whom typed letters mean: initials that begin so, or a part of the name. */
export const peopleMeant = (typed: string, people: readonly Person[]): readonly Person[] => {
  const text = typed.trim().toLowerCase();
  if (text === "") return [];
  return people.filter(
    ({ name, initials }) =>
      name.includes(text) || initials.split(" ").some((way) => way.startsWith(text)),
  );
};
