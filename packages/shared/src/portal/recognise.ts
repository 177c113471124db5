import type { Category } from "../category/index.ts";
import type { CivilDate, Minutes } from "../clock/index.ts";
import type { Protection } from "../portal-rule/index.ts";
import type { Found } from "./field.ts";
import { linksIn } from "./html-links.ts";
import { coverOf, minutesOf } from "./media-facts.ts";
import { authorOf, columnOf, keywordsOf } from "./page-facts.ts";
import { publisherOf } from "./page-publisher.ts";
import type {
  CapturedBody,
  CapturedDocument,
  CapturedMedia,
  PageSnapshot,
} from "./page-snapshot.ts";
import { plainText } from "./page-text.ts";
import { titleOf } from "./page-title.ts";
import { isArticleAddress, isHomePage, isListPage, meta } from "./page-values.ts";
import { dateOf } from "./published-at.ts";
import {
  authorByRule,
  categoryByRule,
  columnByRule,
  dateByRule,
  mediaByRule,
  minutesByRule,
  publisherByRule,
  streamsOf,
  titleByRule,
} from "./rule-values.ts";

/** What a page can be clipped as. */
export type RecognisedKind = "video" | "audio" | "article" | "document" | "link";

/** What a page turned out to be, field by field, each with where it came from. */
export interface Recognised {
  readonly kind: RecognisedKind;
  readonly url: string;
  readonly title: Found<string>;
  readonly publishedAt: Found<CivilDate> | undefined;
  readonly publisher: Found<string> | undefined;
  readonly author: Found<string> | undefined;
  readonly column: Found<string> | undefined;
  readonly minutes: Found<Minutes> | undefined;
  readonly keywords: readonly string[];
  /** Address of a picture to show. */
  readonly cover: string | undefined;
  /** The body, of an article its content, of a film its description; not yet sanitised. */
  readonly body: CapturedBody | undefined;
  /** The film or sound to keep; other renditions follow in `otherMedia`. */
  readonly media: CapturedMedia | undefined;
  readonly otherMedia: readonly CapturedMedia[];
  /** The file of a document clip, or what hangs on an article. */
  readonly documents: readonly CapturedDocument[];
  /** A player without an address of its own stands here: what can be kept now is the link. */
  readonly hasStream: boolean;
  /** Addresses of frames in which a player may stand; what they play is seen once their hosts are granted. */
  readonly frames: readonly string[];
  /** Addresses of streams (HLS), most likely first; the first is kept where there is no file. */
  readonly streams: readonly string[];
  /** The portal protects its film: the link is all that can be kept, for this reason. */
  readonly protected: Protection | undefined;
  /** A call for data to the portal's own host that would tell more, once the browser has leave for it. */
  readonly call: string | undefined;
  /** The category that the portal's rule gives to the page's column. */
  readonly columnCategory: Category | undefined;
}

/** Less text than this is a caption, no article. */
const ARTICLE_LENGTH = 80;
/** A notice may be this short where a known container holds it. */
const NOTICE_LENGTH = 15;
/** A film whose page says more than this is an illustration of the article, unless its address says film. */
const FILM_LENGTH = 700;

const lengthOf = (body: CapturedBody | undefined): number =>
  body === undefined ? 0 : body.text.replace(/\s+/gu, "").length;

/** A body that is mostly links is a list, whatever a reader makes of it. */
const isMostlyLinks = (body: CapturedBody | undefined): boolean => {
  if (body === undefined) return false;
  const linked = linksIn(body.html).reduce(
    (sum, { text }) => sum + plainText(text).replace(/\s+/gu, "").length,
    0,
  );
  // The dates beside the links of a list say nothing of their own.
  const text = body.text.replace(/\s+/gu, "").replace(/20\d\d\D?\d{1,2}\D?\d{1,2}日?/gu, "");
  return linked > text.length * 0.6;
};

/** A notice of which only the files are worth reading: every link of its body is one of them. */
const isOnlyFiles = (page: PageSnapshot, body: CapturedBody | undefined): boolean => {
  const links = linksIn(body?.html ?? "").flatMap(({ href }) => href ?? []);
  return links.length > 0 && links.every((url) => page.documents.some((file) => file.url === url));
};

const hasPicture = (body: CapturedBody | undefined): boolean =>
  body !== undefined && /<img\b/iu.test(body.html);

/** Found by measuring text, not by the name of a container. */
const isGuessed = ({ from }: CapturedBody): boolean => from === "readability" || from === "prose";

/** The rule's container is the body, however short; else the named containers; readability only where they hold next to nothing. */
const bodyOf = (page: PageSnapshot): CapturedBody | undefined =>
  page.rule?.body ??
  page.bodies.find((body) =>
    isGuessed(body)
      ? lengthOf(body) >= ARTICLE_LENGTH
      : lengthOf(body) >= NOTICE_LENGTH || hasPicture(body),
  ) ??
  page.bodies.reduce<CapturedBody | undefined>(
    (best, body) => (lengthOf(body) > lengthOf(best) ? body : best),
    undefined,
  );

/** Streams are films in pieces: worth less than a file, for a file is kept as it is. */
const streamMedia = (page: PageSnapshot): readonly CapturedMedia[] =>
  streamsOf(page).map((url): CapturedMedia => ({ kind: "video", found: "script", url }));

/** What the page plays counts more than what it links to, a film more than sound, the larger more. */
const bestMedia = (page: PageSnapshot): readonly CapturedMedia[] => {
  const named = new Set(page.rule?.media.map(({ url }) => url));
  const rank = (one: CapturedMedia): number =>
    (named.has(one.url) ? 8 : 0) +
    (one.found === "element" ? 4 : 0) +
    (one.found === "script" || one.found === "network" ? 2 : 0) +
    (one.kind === "video" ? 1 : 0);
  const files = [...mediaByRule(page)].sort(
    (a, b) => rank(b) - rank(a) || (b.height ?? 0) - (a.height ?? 0),
  );
  const films = files.filter(({ kind, found }) => kind === "video" && found !== "link");
  return films.length > 0 ? files : [...streamMedia(page), ...files];
};

const documentPage = (page: PageSnapshot): CapturedDocument | undefined => {
  const isDocument =
    page.contentType === "application/pdf" ||
    /\.(pdf|docx?|xlsx?|pptx?|wps|ofd)$/iu.test(page.url.replace(/[?#].*$/u, ""));
  return isDocument ? { url: page.url, label: "" } : undefined;
};

const streamHere = (page: PageSnapshot): boolean => page.hasStream || streamsOf(page).length > 0;

const isFilmPage = (
  page: PageSnapshot,
  media: CapturedMedia,
  body: CapturedBody | undefined,
): boolean => {
  if (lengthOf(body) < FILM_LENGTH && media.found !== "link") return true;
  if (lengthOf(body) < ARTICLE_LENGTH) return true;
  return (
    /VIDE\d|\/video\/|\/shipin\//iu.test(page.url) || /微视频|（视频）|\[视频\]/u.test(page.title)
  );
};

/** A short notice or one large picture (一图读懂), in a container for text, on a page that calls itself an article. */
const isShortArticle = (page: PageSnapshot, body: CapturedBody | undefined): boolean =>
  body !== undefined &&
  !isGuessed(body) &&
  (meta(page, "articletitle") !== undefined || isArticleAddress(page.url)) &&
  page.documents.length === 0 &&
  (lengthOf(body) >= NOTICE_LENGTH || hasPicture(body));

const kindOf = (
  page: PageSnapshot,
  media: CapturedMedia | undefined,
  body: CapturedBody | undefined,
): RecognisedKind => {
  if (documentPage(page) !== undefined) return "document";
  const told = page.rule?.kind;
  if (page.rule?.protected !== undefined || told === "list" || told === "link") return "link";
  if (told === "video" || told === "audio") return media?.kind ?? "link";
  if (media !== undefined && isFilmPage(page, media, body)) return media.kind;
  if (streamHere(page) && lengthOf(body) < FILM_LENGTH) return "link";
  // A page of articles that has lost its text (taken down, asked to sign in) is no article.
  // A magazine's table of contents stands at an address like those of its articles.
  if (told === "article" && lengthOf(page.rule?.body) > 0 && !isMostlyLinks(page.rule?.body))
    return "article";
  if (isListPage(page) || isHomePage(page)) return "link";
  if (isMostlyLinks(body)) {
    if (!isOnlyFiles(page, body)) return "link";
    return page.documents.length === 1 ? "document" : "article";
  }
  if (lengthOf(body) >= ARTICLE_LENGTH || isShortArticle(page, body)) return "article";
  return page.documents.length === 1 ? "document" : "link";
};

/**
 * Tells what a page is, field by field, the first hit winning: portal rules, page tags of government sites, the
 * `*_baidu` ids, JSON-LD and Open Graph, labelled text, the address, the title, the generic body.
 * A page with nothing to read is a link with a title; there is no page that this fails on.
 */
export const recognise = (page: PageSnapshot): Recognised => {
  // A protected film is not offered: its file would not play.
  const [media, ...otherMedia] = page.rule?.protected === undefined ? bestMedia(page) : [];
  const body = bodyOf(page);
  const kind = kindOf(page, media, body);
  const isMedia = kind === "video" || kind === "audio";
  const opened = documentPage(page);
  const column = columnByRule(page) ?? columnOf(page);
  return {
    kind,
    url: page.url,
    title: titleByRule(page) ?? titleOf(page),
    publishedAt: dateByRule(page) ?? dateOf(page),
    publisher: publisherByRule(page) ?? publisherOf(page),
    author: authorByRule(page) ?? authorOf(page),
    column,
    minutes:
      kind === "article" || isMedia
        ? ((isMedia ? minutesByRule(page) : undefined) ??
          minutesOf(
            page,
            isMedia ? media : undefined,
            kind === "article" ? (body?.text ?? "") : "",
          ))
        : undefined,
    keywords: keywordsOf(page),
    cover: page.rule?.fields.cover ?? coverOf(page, isMedia ? media : undefined),
    body,
    media,
    otherMedia,
    documents: opened === undefined ? page.documents : [opened],
    hasStream: streamHere(page),
    frames: page.frames ?? [],
    streams: streamsOf(page),
    protected: page.rule?.protected,
    call: page.rule?.call,
    columnCategory: categoryByRule(page, column?.value),
  };
};
