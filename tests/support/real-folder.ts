/** A folder of the machine's own disk, chosen and allowed as a person does it: in the browser's own windows, by keys. */
import type { Display } from "./display.ts";
import { until } from "./until.ts";

/** What is called at each step with the step's name, to look at it. */
export type Look = (step: string) => Promise<void>;

/** Waits until the browser's own question lies over a page that was this bright, and takes answers. */
const questionOver = async (display: Display, light: number): Promise<void> => {
  await until(async () => (await display.brightness()) < light * 0.8, "the browser's question");
  await until(() => display.rests(700), "the question to stand still and take answers");
};

/**
 * Where the browser asks about a folder of its last visit, it hangs a box below the address: 每次访问时都允许 is
 * the second of its three buttons. No key reaches it under a bare window manager, so it is clicked.
 */
const EVERY_VISIT = [283, 339] as const;

/** Presses what opens that question, and answers 每次访问时都允许 until the answer has come through. */
export const allowEveryVisit = async (
  display: Display,
  press: () => Promise<void>,
  isThrough: () => Promise<boolean>,
  look: Look,
): Promise<void> => {
  await press();
  await until(() => display.rests(1_000), "the question to stand still and take answers");
  await look("question");
  await until(
    async () => {
      await display.click(...EVERY_VISIT);
      return await isThrough();
    },
    "the answer to come through",
    60,
  );
};

/** Presses what opens the browser's folder window, types the folder's place there, and says yes to its question. */
export const chooseRealFolder = async (
  display: Display,
  press: () => Promise<void>,
  path: string,
  look: Look,
): Promise<void> => {
  const light = await display.brightness();
  await press();
  await until(() => display.rests(1_000), "the window to stand still");
  await look("chooser");
  await display.press("slash");
  await display.type(path.slice(1));
  await until(() => display.rests(700), "the place to be typed");
  await look("typed");
  // Not Enter: the key is still down when the question comes up, and its first answer is no.
  await display.press("alt+o");
  await questionOver(display, light);
  await look("question");
  await display.press("Tab", "Return");
};

/**
 * Where the machine has no Chinese locale, the browser finds no bytes for a Chinese name on a real disk: to be
 * called before a browser is opened.
 */
export const speakUtf8 = (): void => {
  process.env["LC_ALL"] = "C.UTF-8";
};
