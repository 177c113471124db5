import { type Courseware, isListed } from "@dianbo/shared/courseware";
import {
  isNumberFree,
  type ProgrammeNumber,
  parseProgrammeNumber,
  takenNumbers,
} from "@dianbo/shared/programme";
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

/** Reads the number that the paper already has; nothing typed is no number, and no problem. */
export const readOwnNumber = (
  typed: string,
  items: readonly Courseware[],
  others: readonly string[] = [],
): Result<ProgrammeNumber | undefined, NumberProblem> => {
  const digits = digitsOf(typed);
  if (digits === "") return ok(undefined);
  const number = parseProgrammeNumber(digits);
  if (number === undefined) return err({ type: "no-number" });
  if (!isNumberFree(number, items)) {
    const holder = items.find((item) => isListed(item) && takenNumbers([item]).has(number));
    return err({ type: "taken", number, title: holder?.title });
  }
  return others.some((other) => digitsOf(other) === digits)
    ? err({ type: "twice", number })
    : ok(number);
};
