import { type EventRing, eventsAsText } from "@dianbo/shared/events";
import type { Words } from "../locales/index.ts";
import { APP_VERSION } from "./app-version.ts";
import type { Dependencies } from "./library-context.tsx";

/** What is counted of a library; nothing of it is named. */
export interface TroubleCounts {
  readonly items: number;
  readonly menus: number;
  readonly damaged: number;
}

/** Where the book runs. */
export interface TroublePlace {
  readonly home: Dependencies["home"];
  /** The browser's own line about itself; only names and versions of it are taken. */
  readonly userAgent: string;
  readonly width: number;
  readonly height: number;
}

/** Browser and machine as two short words with versions: `Chrome 109, Windows NT 10.0`. */
export const browserInWords = (userAgent: string): string => {
  const browser = /(Firefox|Chrome)\/(\d{1,4})/u;
  const special = /\b(Edg|OPR)\/(\d{1,4})/u;
  const found = special.exec(userAgent) ?? browser.exec(userAgent);
  const machine = /Windows NT \d{1,2}\.\d|Mac OS X|Android|CrOS|Linux/u.exec(userAgent);
  return [found === null ? "?" : `${found[1]} ${found[2]}`, machine?.[0] ?? "?"].join(", ");
};

/** The text a person may copy for whoever helps: version, browser, home, counts, events. */
export const troubleText = (
  words: Words["shell"]["helper"],
  place: TroublePlace,
  counts: TroubleCounts | undefined,
  ring: EventRing,
): string =>
  [
    words.version(APP_VERSION, words.homes[place.home]),
    words.browser(browserInWords(place.userAgent), place.width, place.height),
    counts === undefined ? words.notOpen : words.counts(counts),
    ring.length === 0 ? words.noEvents : words.events(ring.length),
    eventsAsText(ring),
  ]
    .join("\n")
    .trim();
