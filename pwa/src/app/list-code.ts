import type { ListCode, Selection } from "@dianbo/shared/sharing";
import { useHand, useTelling } from "./export-list.ts";

/** A list as a QR code, or that it is too long for one. */
export type ListAsCode =
  | { readonly type: "code"; readonly code: ListCode }
  | { readonly type: "too-long"; readonly items: number };

/** Writes a list as a QR code, still or moving; `undefined` where its numbers could not be kept. */
export const useListCode = (): ((
  selection: Selection,
  name: string,
  withNotes?: boolean,
) => Promise<ListAsCode | undefined>) => {
  const tell = useTelling();
  const hand = useHand();
  return async (selection, name, withNotes = false) => {
    const { listAsCode, selectedItems } = await import("@dianbo/shared/sharing");
    const told = await tell(selection, name, withNotes);
    if (told === undefined) return undefined;
    const code = await listAsCode(told.library, selection, told.made, await hand());
    return code.ok
      ? { type: "code", code: code.value }
      : { type: "too-long", items: selectedItems(told.library, selection).length };
  };
};
