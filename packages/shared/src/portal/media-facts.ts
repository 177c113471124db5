import type { Minutes } from "../clock/index.ts";
import { minutesOfSeconds } from "../clock/index.ts";
import { type Found, firstFound } from "./field.ts";
import { minutesToRead, secondsInText } from "./page-minutes.ts";
import type { CapturedMedia, PageSnapshot } from "./page-snapshot.ts";
import { label, linked, meta } from "./page-values.ts";

/** A picture to show: what the page names, the film's still, the first picture of the body. */
export const coverOf = (
  page: PageSnapshot,
  media: CapturedMedia | undefined,
): string | undefined => {
  const named = [
    media?.poster,
    meta(page, "image", "og:image"),
    linked(page, "image"),
    page.picture,
  ];
  for (const one of named) {
    if (one === undefined || one === "") continue;
    try {
      const url = new URL(one, page.url);
      if (url.protocol === "http:" || url.protocol === "https:") return url.href;
    } catch {
      // An address that is none names no picture.
    }
  }
  return undefined;
};

const asMinutes = (
  seconds: number | undefined,
  source: Found<Minutes>["source"],
  confidence: number,
): Found<Minutes> | undefined =>
  seconds === undefined || !Number.isFinite(seconds) || seconds <= 0
    ? undefined
    : { value: minutesOfSeconds(seconds), source, confidence };

/** Minutes to play or to read aloud. */
export const minutesOf = (
  page: PageSnapshot,
  media: CapturedMedia | undefined,
  text: string,
): Found<Minutes> | undefined =>
  media === undefined
    ? text === ""
      ? undefined
      : { value: minutesToRead(text), source: "body", confidence: 0.5 }
    : firstFound<Minutes>([
        () => asMinutes(secondsInText(linked(page, "duration")), "json-ld", 0.9),
        () =>
          asMinutes(
            secondsInText(meta(page, "og:video:duration", "video:duration")),
            "open-graph",
            0.8,
          ),
        () => asMinutes(secondsInText(label(page, /时长|片长/u)), "label", 0.85),
        () => asMinutes(media.seconds, "element", 0.95),
      ]);
