import type { CapturedDocument, CapturedMedia } from "@dianbo/shared/portal";
import { lineOf, resolve } from "./page-elements.ts";
import { asScriptReads } from "./script-text.ts";

const VIDEO_FILE = /\.(mp4|m4v|webm|mov)$/iu;
const AUDIO_FILE = /\.(mp3|m4a|aac|ogg|wav)$/iu;
const FETCHED = /\.(?:m3u8|mp4|m4v|webm|mov|mp3|m4a)$/iu;
const DOCUMENT_FILE = /\.(pdf|docx?|xlsx?|pptx?|wps|ofd)$/iu;

/** Links of a page that are looked at; what a page with more hides behind them is not found. */
const MOST_LINKS = 10_000;

const pathOf = (address: string): string => address.replace(/[?#].*$/u, "");

const kindOfFile = (address: string): "video" | "audio" | undefined => {
  if (VIDEO_FILE.test(pathOf(address))) return "video";
  return AUDIO_FILE.test(pathOf(address)) ? "audio" : undefined;
};

const known = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : undefined;

/** What a playing element knows of its film; nothing in a document that only was parsed. */
const factsOf = (element: Element): Pick<CapturedMedia, "seconds" | "width" | "height"> => {
  const seconds = known(Reflect.get(element, "duration"));
  const width = known(Reflect.get(element, "videoWidth"));
  const height = known(Reflect.get(element, "videoHeight"));
  return {
    ...(seconds === undefined ? {} : { seconds }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
};

const fromElements = (document: Document, base: string): CapturedMedia[] =>
  [...document.querySelectorAll("video, audio")].flatMap((element) => {
    const kind = element.nodeName.toUpperCase() === "AUDIO" ? "audio" : "video";
    const poster = resolve(element.getAttribute("poster"), base);
    const sources = [element, ...element.querySelectorAll("source")];
    return sources.flatMap((source) => {
      const url = resolve(source.getAttribute("src") ?? source.getAttribute("data-src"), base);
      if (url === undefined || /\.m3u8$/iu.test(pathOf(url))) return [];
      const mime = source.getAttribute("type");
      const media: CapturedMedia = {
        kind: kind === "video" && kindOfFile(url) === "audio" ? "audio" : kind,
        found: "element",
        url,
        ...(mime === null || mime === "" ? {} : { mime: mime.slice(0, 100) }),
        ...(poster === undefined ? {} : { poster }),
        ...factsOf(element),
      };
      return [media];
    });
  });

const fromLinks = (document: Document, base: string): CapturedMedia[] =>
  [...document.querySelectorAll("a[href], [movie-url]")].slice(0, MOST_LINKS).flatMap((link) => {
    const url = resolve(link.getAttribute("movie-url") ?? link.getAttribute("href"), base);
    const kind = url === undefined ? undefined : kindOfFile(url);
    if (url === undefined || kind === undefined) return [];
    const label = lineOf(link, 200);
    const media: CapturedMedia = { kind, found: "link", url, ...(label === "" ? {} : { label }) };
    return [media];
  });

/** Players that are told their film in a script: `src:'….mp4'`, `"videoUrl":"….mp4"`. The script is read, never run. */
const fromScripts = (document: Document, base: string): CapturedMedia[] =>
  [...document.querySelectorAll("script:not([src])")].flatMap((script) => {
    const text = (script.textContent ?? "").slice(0, 200_000);
    const hits = text.matchAll(
      /["']((?:https?:)?\\?\/[^"'\s<>]{4,500}?\.(?:mp4|mp3|m4a|webm)(?:\?[^"'\s<>]{0,1000})?)["']/giu,
    );
    return [...hits].slice(0, 10).flatMap(([, raw = ""]) => {
      const url = resolve(asScriptReads(raw), base);
      const kind = url === undefined ? undefined : kindOfFile(url);
      const media: CapturedMedia[] =
        url === undefined || kind === undefined ? [] : [{ kind, found: "script", url }];
      return media;
    });
  });

const unique = <T extends { readonly url: string }>(all: readonly T[]): T[] => {
  const seen = new Set<string>();
  return all.filter(({ url }) => !seen.has(url) && seen.add(url));
};

/** Films and sounds of the page: what it plays, what it links to, what a player's script names. */
export const mediaOf = (document: Document, base: string): CapturedMedia[] => {
  const type = document.contentType ?? "";
  const opened: CapturedMedia[] = /^(video|audio)\//u.test(type)
    ? [
        {
          kind: type.startsWith("audio") ? "audio" : "video",
          found: "element",
          url: base,
          mime: type,
        },
      ]
    : [];
  return unique([
    ...fromElements(document, base),
    ...opened,
    ...fromScripts(document, base),
    ...fromLinks(document, base),
  ]).slice(0, 60);
};

/** Addresses of streams (HLS) that players of the page are given; a script is read, never run. */
export const streamsOf = (document: Document, base: string): string[] => {
  const played = [...document.querySelectorAll("video, source")].map((element) =>
    resolve(element.getAttribute("src") ?? element.getAttribute("data-src"), base),
  );
  const told = [...document.querySelectorAll("script:not([src])")].flatMap((script) =>
    [
      ...(script.textContent ?? "")
        .slice(0, 200_000)
        .matchAll(/["']((?:https?:)?\\?\/[^"'\s<>]{4,500}?\.m3u8(?:\?[^"'\s<>]{0,1000})?)["']/giu),
    ].map(([, raw = ""]) => resolve(asScriptReads(raw), base)),
  );
  const streams = [...played, ...told].filter(
    (url): url is string => url !== undefined && /\.m3u8$/iu.test(pathOf(url)),
  );
  return [...new Set(streams)].slice(0, 10);
};

/** Whether a player stands here whose film has no address of its own. */
export const hasStream = (document: Document): boolean =>
  [...document.querySelectorAll("video, source")].some((element) => {
    const address = element.getAttribute("src") ?? "";
    return address.startsWith("blob:") || /\.m3u8$/iu.test(pathOf(address));
  }) ||
  [...document.querySelectorAll("script:not([src])")].some((script) =>
    /\.m3u8["'?]/iu.test((script.textContent ?? "").slice(0, 200_000)),
  );

/** Films, sounds and playlists that the page's scripts and players have fetched, by its own record of requests. */
export const fetchedOf = (document: Document): string[] => {
  const record = document.defaultView?.performance;
  // linkedom, in which `npm run extract` runs, keeps no such record.
  if (record === undefined || typeof record.getEntriesByType !== "function") return [];
  const addresses = record
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((url) => /^https?:/u.test(url) && FETCHED.test(pathOf(url)) && url.length <= 8000);
  return [...new Set(addresses)].slice(-60);
};

const PLAYER = /player|video|vod|embed|\/play|iframe/iu;

/** Frames in which a player may stand: large ones, or such as may fill the screen, or are called so. */
export const framesOf = (document: Document, base: string): string[] => {
  const found = [...document.querySelectorAll("iframe")].slice(0, 60).flatMap((frame) => {
    const url = resolve(frame.getAttribute("src") ?? frame.getAttribute("data-src"), base);
    if (url === undefined) return [];
    const large = Number(Reflect.get(frame, "offsetWidth")) >= 320;
    const filling =
      frame.hasAttribute("allowfullscreen") ||
      /fullscreen|autoplay/iu.test(frame.getAttribute("allow") ?? "");
    return large || filling || PLAYER.test(url) ? [url] : [];
  });
  return [...new Set(found)].slice(0, 6);
};

/** PDF and Office files that the page links to; the link's text names them better than their address. */
export const documentsOf = (document: Document, base: string): CapturedDocument[] => {
  const found = [...document.querySelectorAll("a[href]")].slice(0, MOST_LINKS).flatMap((link) => {
    const url = resolve(link.getAttribute("href"), base);
    if (url === undefined) return [];
    const label = lineOf(link, 200);
    const named = DOCUMENT_FILE.test(pathOf(url)) || DOCUMENT_FILE.test(label);
    return named
      ? [{ url, label: label === "" ? (pathOf(url).split("/").at(-1) ?? "") : label }]
      : [];
  });
  return unique(found).slice(0, 60);
};
