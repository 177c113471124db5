import type { CodeDesk } from "./code-desk.ts";

/** From the beginning of one look to that of the next, at least; ten a second see all of a moving code. Milliseconds. */
const BETWEEN_LOOKS = 60;
/** A camera may see the next code of a page beside the one that is meant. */
const CODES_AT_ONCE = 4;

/** Who watches a film. */
export interface Watching {
  /** Told with every look that finds a code. */
  readonly onTexts: (texts: readonly string[]) => void | Promise<void>;
  /** Told once where this machine cannot read codes. */
  readonly onBroken: () => void;
}

/** Looks for QR codes in what a camera or a screen shows until it is told to stop; returns how. */
export const watchFilm = (
  film: HTMLVideoElement,
  desk: CodeDesk,
  { onTexts, onBroken }: Watching,
): (() => void) => {
  let stopped = false;
  const look = async (): Promise<void> => {
    const pause = new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
    if (film.videoWidth > 0) {
      // A film that has just ended has no picture any more.
      const picture = await createImageBitmap(film).catch(() => undefined);
      const texts = picture === undefined ? [] : await desk.read(picture, CODES_AT_ONCE);
      if (stopped) return;
      if (texts === undefined) {
        onBroken();
        return;
      }
      if (texts.length > 0) await onTexts(texts);
    }
    await pause;
    if (!stopped) void look();
  };
  void look();
  return () => {
    stopped = true;
  };
};
