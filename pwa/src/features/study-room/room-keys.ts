/** A key as the room understands it, wherever it sits on the keyboard. */
export type RoomKey =
  | { readonly type: "digit"; readonly digit: string }
  | { readonly type: "enter" }
  | { readonly type: "plus" }
  | { readonly type: "minus" }
  | { readonly type: "star" }
  | { readonly type: "slash" }
  | { readonly type: "dot" }
  | { readonly type: "back" }
  | { readonly type: "escape" }
  | { readonly type: "space" }
  | { readonly type: "sideways"; readonly by: 1 | -1 }
  | { readonly type: "up-down"; readonly by: 1 | -1 }
  | { readonly type: "page"; readonly by: 1 | -1 }
  /** Faster or slower, larger or smaller: what the thing that is on has to set. */
  | { readonly type: "tune"; readonly by: 1 | -1 }
  /** Subtitles of a film, reading aloud of an article. */
  | { readonly type: "extra" };

const BY_CODE: Readonly<Record<string, RoomKey>> = {
  NumpadEnter: { type: "enter" },
  NumpadAdd: { type: "plus" },
  NumpadSubtract: { type: "minus" },
  NumpadMultiply: { type: "star" },
  NumpadDivide: { type: "slash" },
  NumpadDecimal: { type: "dot" },
  // Letters by their place: an input method that is on takes their names away.
  KeyC: { type: "extra" },
  BracketLeft: { type: "tune", by: -1 },
  BracketRight: { type: "tune", by: 1 },
};

const BY_KEY: Readonly<Record<string, RoomKey>> = {
  Enter: { type: "enter" },
  "+": { type: "plus" },
  "=": { type: "plus" },
  "-": { type: "minus" },
  "*": { type: "star" },
  "/": { type: "slash" },
  ".": { type: "dot" },
  Backspace: { type: "back" },
  Escape: { type: "escape" },
  " ": { type: "space" },
  ArrowLeft: { type: "sideways", by: -1 },
  ArrowRight: { type: "sideways", by: 1 },
  ArrowUp: { type: "up-down", by: -1 },
  ArrowDown: { type: "up-down", by: 1 },
  PageUp: { type: "page", by: -1 },
  PageDown: { type: "page", by: 1 },
  // The keys of a television's remote control.
  GoBack: { type: "escape" },
  BrowserBack: { type: "escape" },
  Select: { type: "enter" },
  MediaPlayPause: { type: "space" },
  MediaTrackNext: { type: "minus" },
};

/**
 * Reads a key press. The numpad is read by its place, so that it types digits with NumLock off too;
 * full-width digits of an input method count as digits.
 */
export const readKey = (
  press: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey">,
): RoomKey | undefined => {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined;
  const place = /^(?:Numpad|Digit)(\d)$/u.exec(press.code);
  const typed = press.key.normalize("NFKC");
  if (
    place?.[1] !== undefined &&
    (press.code.startsWith("Numpad") || press.key === "Process" || /^\d$/u.test(typed))
  ) {
    return { type: "digit", digit: place[1] };
  }
  if (/^\d$/u.test(typed)) return { type: "digit", digit: typed };
  return BY_CODE[press.code] ?? BY_KEY[typed] ?? BY_KEY[press.key];
};
