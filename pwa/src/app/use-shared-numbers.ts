import { type SharedNumber, sharedNumbers } from "@dianbo/shared/programme";
import { useMemo } from "react";
import { useSnapshot } from "./library-context.tsx";

/** Numbers that several items go by and of which nobody has said yet that it may stay so. */
export const useSharedNumbers = (): readonly SharedNumber[] => {
  const { items } = useSnapshot();
  return useMemo(() => sharedNumbers(items.values()), [items]);
};
