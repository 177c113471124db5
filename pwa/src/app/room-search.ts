import { useEffect } from "react";
import { useHashLocation } from "wouter/use-hash-location";

/** Marks the search box of a room, so that `/` finds it. */
export const searchBoxProps = { "data-room-search": "" } as const;

/** Whether a key press belongs to a field one writes in. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement &&
      !["checkbox", "radio", "button", "range"].includes(target.type)));

/** `/` leads to the search box of the room, or to the library where the room has none. */
export const useSearchKey = (): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // With a Chinese input method on, the key is called Process or 、; its place stays the same.
      const slash = event.key === "/" || (event.code === "Slash" && !event.shiftKey);
      if (!slash || event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target)) return;
      event.preventDefault();
      const box = document.querySelector<HTMLInputElement>("[data-room-search]");
      if (box === null) location.hash = "#/library?search";
      else {
        box.focus();
        box.select();
      }
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
};

/** The hash location without what follows `?`: that part is the room's own memory (its search). */
export const useRoomLocation: typeof useHashLocation = Object.assign(
  (...args: Parameters<typeof useHashLocation>): ReturnType<typeof useHashLocation> => {
    const [path, navigate] = useHashLocation(...args);
    return [path.replace(/\?.*$/u, ""), navigate];
  },
  { hrefs: (href: string) => `#${href}` },
);
