import { useState } from "react";
import type { FieldProblem, ReadField } from "./item-fields.ts";

/** A field being written in. */
export interface Field {
  readonly value: string;
  /** Why what stands in it was not kept. */
  readonly problem: FieldProblem | undefined;
  change(text: string): void;
  /** Keeps what was typed; leaving the field or Enter calls it. */
  keep(): void;
  /** Gives up what was typed. */
  drop(): void;
}

/** A kept value with the words typed over it. What cannot be kept stays in the field, with the reason. */
export const useField = <T>(
  kept: string,
  read: ReadField<T>,
  save: (value: T) => Promise<boolean>,
): Field => {
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<FieldProblem>();

  const drop = (): void => {
    setTyped(undefined);
    setProblem(undefined);
  };
  const keep = (): void => {
    if (typed === undefined) return;
    if (typed === kept) {
      drop();
      return;
    }
    const value = read(typed);
    if (!value.ok) {
      setProblem(value.error);
      return;
    }
    void save(value.value).then((stored) => {
      setProblem(stored ? undefined : { type: "not-kept" });
      // What was typed in the meantime stays.
      if (stored) setTyped((now) => (now === typed ? undefined : now));
    });
  };
  return {
    value: typed ?? kept,
    problem,
    change: (text) => {
      setTyped(text);
      setProblem(undefined);
    },
    keep,
    drop,
  };
};
