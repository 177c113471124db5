import { useEffect, useRef, useState } from "react";
import * as v from "valibot";
import { useDependencies } from "../../app/library-context.tsx";
import { EMPTY_DRAFT, type TypedDraft, typedDraftSchema } from "./typed-draft.ts";

const MEMO = "adding-typed-row";

/** A pause in typing, in milliseconds, after which the row is remembered. */
const PAUSE = 300;

/** A row being typed, remembered outside the records: who closes the tab finds it again. */
export const useTypedDraft = (): readonly [TypedDraft, (part: Partial<TypedDraft>) => void] => {
  const { library } = useDependencies();
  const [draft, setDraft] = useState<TypedDraft>(EMPTY_DRAFT);
  const touched = useRef(false);

  useEffect(() => {
    void library.readMemo(MEMO).then((memo) => {
      const kept = v.safeParse(typedDraftSchema, memo);
      if (kept.success && !touched.current) setDraft(kept.output);
    });
  }, [library]);

  useEffect(() => {
    if (!touched.current) return;
    const keep = (): void => void library.writeMemo(MEMO, draft);
    const pause = setTimeout(keep, PAUSE);
    // A tab that is closed or left is hidden first.
    const leave = (): void => {
      if (document.visibilityState === "hidden") keep();
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      clearTimeout(pause);
      document.removeEventListener("visibilitychange", leave);
      keep();
    };
  }, [library, draft]);

  return [
    draft,
    (part) => {
      touched.current = true;
      setDraft((before) => ({ ...before, ...part }));
    },
  ];
};
