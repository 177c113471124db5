import { useEffect } from "react";
import type { Library } from "../storage/index.ts";
import { isWriting } from "./room-search.ts";

/** Ctrl+Z takes back the last act, Ctrl+Y does it again; in a field the keys belong to the field. */
export const useUndoKeys = (library: Library, active: boolean): void => {
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return;
      const key = event.key.toLowerCase();
      const again = key === "y" || (key === "z" && event.shiftKey);
      if (!again && key !== "z") return;
      event.preventDefault();
      void (again ? library.redo() : library.undo());
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [library, active]);
};
