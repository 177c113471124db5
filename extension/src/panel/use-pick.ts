import { useCallback, useEffect, useState } from "react";
import type { DraftEdits } from "../clipping/clip-draft.ts";
import {
  type PickFailure,
  type PickField,
  pickField,
  sendPickKey,
} from "../clipping/pick-field.ts";
import { useWords } from "../locales/index.ts";

/** Where pointing stands. */
export type PickState =
  | { readonly state: "none" }
  | { readonly state: "pointing"; readonly field: PickField }
  | { readonly state: "failed"; readonly reason: PickFailure["type"] };

/** Pointing at a field in the page; keys pressed in the panel meanwhile go to the page. */
export const usePick = (
  tab: number | undefined,
  onPicked: (edits: DraftEdits) => void,
): {
  readonly pick: PickState;
  readonly start: (field: PickField) => void;
  readonly stop: () => void;
} => {
  const words = useWords();
  const [pick, setPick] = useState<PickState>({ state: "none" });
  const start = useCallback(
    (field: PickField): void => {
      if (tab === undefined) return;
      setPick({ state: "pointing", field });
      void pickField(tab, field, words.pointHint(words.fields[field])).then((picked) => {
        if (picked.ok) onPicked(picked.value);
        setPick(
          picked.ok || picked.error.type === "left"
            ? { state: "none" }
            : { state: "failed", reason: picked.error.type },
        );
      });
    },
    [tab, words, onPicked],
  );
  const isPointing = pick.state === "pointing";
  const stop = useCallback((): void => {
    if (tab !== undefined) sendPickKey(tab, "Escape");
  }, [tab]);
  useEffect(() => {
    if (!isPointing || tab === undefined) return;
    const relay = (event: KeyboardEvent): void => {
      // The button that ends pointing keeps its own Enter.
      if (event.key === "Enter" && event.target instanceof HTMLButtonElement) {
        if (event.target.dataset["stop"] !== undefined) return;
      }
      if (!sendPickKey(tab, event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", relay, true);
    return () => window.removeEventListener("keydown", relay, true);
  }, [isPointing, tab]);
  return { pick, start, stop };
};
