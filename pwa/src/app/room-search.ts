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

/** How long a room may take to be fetched and drawn before the search box is given up. */
const PATIENCE_MS = 3000;

const searchBox = (): HTMLInputElement | null => document.querySelector("input[data-room-search]");

const focusSearch = (box: HTMLInputElement): void => {
  box.focus();
  box.select();
};

/** Opens the library and puts the cursor into its search box as soon as it stands there. */
export const searchLibrary = (): void => {
  location.hash = "#/library";
  const watch = new MutationObserver(() => {
    const box = searchBox();
    if (box === null) return;
    watch.disconnect();
    focusSearch(box);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), PATIENCE_MS);
};

/** `/` leads to the search box of the room, or to the library's where the room has none. */
export const useSearchKey = (): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // With a Chinese input method on, the key is called Process or 、; its place stays the same.
      const slash = event.key === "/" || (event.code === "Slash" && !event.shiftKey);
      if (!slash || event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target))
        return;
      event.preventDefault();
      const box = searchBox();
      if (box === null) searchLibrary();
      else focusSearch(box);
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
