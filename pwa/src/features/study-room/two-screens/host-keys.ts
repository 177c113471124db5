import { useEffect, useRef } from "react";
import type { HostKey } from "./window-messages.ts";

/** Letters by their place: an input method that is on takes their names away. */
const KEYS: Readonly<Record<string, HostKey>> = {
  KeyP: "project",
  KeyT: "tonight",
  End: "end",
};

/** Listens for the keys beside the room's own table, in either window. */
export const useHostKeys = (press: (key: HostKey) => void): void => {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const key = KEYS[event.code];
      if (key === undefined) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
};
