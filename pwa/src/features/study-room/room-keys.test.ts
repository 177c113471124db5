import { expect, test } from "vitest";
import { readKey } from "./room-keys.ts";

const press = (key: string, code: string, held: { ctrlKey?: boolean } = {}) =>
  readKey({ key, code, ctrlKey: false, altKey: false, metaKey: false, ...held });

test("digits come from the main keys, the numpad, the numpad with NumLock off and input methods", () => {
  const five = { type: "digit", digit: "5" };
  expect(press("5", "Digit5")).toEqual(five);
  expect(press("5", "Numpad5")).toEqual(five);
  expect(press("Clear", "Numpad5")).toEqual(five);
  expect(press("５", "Digit5")).toEqual(five);
  expect(press("Process", "Digit5")).toEqual(five);
  expect(press("ArrowUp", "Numpad8")).toEqual({ type: "digit", digit: "8" });
});

test("a shifted digit of the main keys is the sign on it, not the digit", () => {
  expect(press("*", "Digit8")).toEqual({ type: "star" });
  expect(press("%", "Digit5")).toBeUndefined();
});

test("the numpad's signs are read by their place", () => {
  expect(press("Delete", "NumpadDecimal")).toEqual({ type: "dot" });
  expect(press("+", "NumpadAdd")).toEqual({ type: "plus" });
  expect(press("Enter", "NumpadEnter")).toEqual({ type: "enter" });
});

test("the browser's own shortcuts are left alone", () => {
  expect(press("5", "Digit5", { ctrlKey: true })).toBeUndefined();
  expect(press("F5", "F5")).toBeUndefined();
});

test("a remote control's keys and the player's letters are understood, whatever input method is on", () => {
  expect(press("GoBack", "")).toEqual({ type: "escape" });
  expect(press("BrowserBack", "BrowserBack")).toEqual({ type: "escape" });
  expect(press("Select", "")).toEqual({ type: "enter" });
  expect(press("MediaTrackNext", "MediaTrackNext")).toEqual({ type: "minus" });
  expect(press("Process", "KeyC")).toEqual({ type: "extra" });
  expect(press("【", "BracketLeft")).toEqual({ type: "tune", by: -1 });
  expect(press("]", "BracketRight")).toEqual({ type: "tune", by: 1 });
});

test("with NumLock off every key of the numpad still types its digit", () => {
  const names = [
    ["Insert", 0],
    ["End", 1],
    ["ArrowDown", 2],
    ["PageDown", 3],
    ["ArrowLeft", 4],
    ["Clear", 5],
    ["ArrowRight", 6],
    ["Home", 7],
    ["ArrowUp", 8],
    ["PageUp", 9],
  ] as const;
  for (const [name, digit] of names) {
    expect(press(name, `Numpad${digit}`)).toEqual({ type: "digit", digit: String(digit) });
  }
});
