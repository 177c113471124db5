import { type Category, categoryFromDigit } from "@dianbo/shared/category";
import { useEffect } from "react";

/** What the keys of the panel do. */
export interface Strokes {
  readonly digit: (category: Category) => void;
  readonly enter: () => void;
  readonly undo: (() => void) | undefined;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== "checkbox");

/** A focused control that does something of its own on Enter keeps it. */
const hasOwnEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;

const digitOf = (event: KeyboardEvent): Category | undefined =>
  categoryFromDigit(event.code.replace(/^(?:Digit|Numpad)/u, ""));

/** Listens to 1–5, Enter and Ctrl+Z in the whole panel; in a text field digits are text. */
export const useStrokes = (strokes: Strokes): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.altKey || event.repeat || isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== "z" || strokes.undo === undefined) return;
        event.preventDefault();
        strokes.undo();
        return;
      }
      const category = event.shiftKey ? undefined : digitOf(event);
      if (category !== undefined) {
        event.preventDefault();
        strokes.digit(category);
      } else if (event.key === "Enter" && !hasOwnEnter(event.target)) {
        event.preventDefault();
        strokes.enter();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [strokes]);
};
