import { type Courseware, isListed } from "@dianbo/shared/courseware";
import { type ProgrammeNumber, parseProgrammeNumber, takenNumbers } from "@dianbo/shared/programme";
import { err, ok, type Result } from "@dianbo/shared/result";

/** Why a number that was typed as 「本子上已写了」 cannot be taken over. */
export type NumberProblem =
  | { readonly type: "no-number" }
  /** Another item has it, had it, or was told under it. */
  | { readonly type: "taken"; readonly number: number; readonly title: string | undefined }
  /** Another row of the same sheet says the same. */
  | { readonly type: "twice"; readonly number: number };

/** Digits as they were typed, full-width ones of a Chinese input method included. */
const digitsOf = (typed: string): string => typed.normalize("NFKC").replace(/\s/gu, "");

/** Reads numbers that the paper already has, one after the other against the same items. */
export const ownNumberReader = (
  items: readonly Courseware[],
): ((typed: string) => Result<ProgrammeNumber | undefined, NumberProblem>) => {
  const taken = takenNumbers(items);
  return (typed) => {
    const digits = digitsOf(typed);
    if (digits === "") return ok(undefined);
    const number = parseProgrammeNumber(digits);
    if (number === undefined) return err({ type: "no-number" });
    if (!taken.has(number)) return ok(number);
    const holder = items.find((item) => isListed(item) && takenNumbers([item]).has(number));
    return err({ type: "taken", number, title: holder?.title });
  };
};

/** Reads the number that the paper already has; nothing typed is no number, and no problem. */
export const readOwnNumber = (
  typed: string,
  items: readonly Courseware[],
): Result<ProgrammeNumber | undefined, NumberProblem> => ownNumberReader(items)(typed);

/** What is wrong with each of the numbers typed on one sheet, in their order. */
export const problemsOfNumbers = (
  typed: readonly string[],
  items: readonly Courseware[],
): readonly (NumberProblem | undefined)[] => {
  const read = ownNumberReader(items);
  const times = new Map<string, number>();
  for (const one of typed) {
    const digits = digitsOf(one);
    times.set(digits, (times.get(digits) ?? 0) + 1);
  }
  return typed.map((one) => {
    const own = read(one);
    if (!own.ok) return own.error;
    return own.value !== undefined && (times.get(digitsOf(one)) ?? 0) > 1
      ? { type: "twice", number: own.value }
      : undefined;
  });
};
