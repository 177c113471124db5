import { useEffect, useState } from "react";

/** What a text field writes with; see `useDraft`. */
export interface Draft {
  readonly value: string;
  change(text: string): void;
  /** Keeps what was typed; a field that is left or an Enter calls it. */
  keep(): void;
  /** Forgets what was typed and not kept. */
  drop(): void;
}

/** A pause in typing, in milliseconds, after which the words are kept by themselves. */
const PAUSE = 500;

/**
 * A text being typed over a kept value: written when the field or the tab is left, on Enter, or after a
 * pause. A write that failed keeps the text in the field.
 */
export const useDraft = (kept: string, save: (text: string) => Promise<boolean>): Draft => {
  const [typed, setTyped] = useState<string>();

  const keep = (): void => {
    if (typed === undefined) return;
    if (typed === kept) {
      setTyped(undefined);
      return;
    }
    void save(typed).then((stored) => {
      if (stored) setTyped((now) => (now === typed ? undefined : now));
    });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause counts from the last keystroke only
  useEffect(() => {
    if (typed === undefined) return;
    const pause = setTimeout(keep, PAUSE);
    // A tab that is closed or left is hidden first.
    const leave = (): void => {
      if (document.visibilityState === "hidden") keep();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      clearTimeout(pause);
      document.removeEventListener("visibilitychange", leave);
    };
  }, [typed]);

  return {
    value: typed ?? kept,
    change: setTyped,
    keep,
    drop: () => setTyped(undefined),
  };
};
