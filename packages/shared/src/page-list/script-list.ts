import { dateInText, dateInUrl } from "../portal/index.ts";
import { kindOfLink } from "./choose-list.ts";
import { hostOfUrl, siteOfHost } from "./link-shape.ts";
import { titleOfLink } from "./link-title.ts";
import { type ListLink, MOST_LINKS } from "./page-list.ts";
import { type Literal, readLiteral } from "./read-literal.ts";
import { rowDate } from "./row-date.ts";
import { anchorsOf, attribute, plainText } from "./row-markup.ts";

/** Arrays of one script that are looked at. */
const MOST_ARRAYS = 40;
const SCRIPT_LIMIT = 2_000_000;

const absolute = (address: string, base: string): string | undefined => {
  try {
    const url = new URL(address.trim(), base);
    return /^https?:$/u.test(url.protocol) && url.href.length <= 4000 ? url.href : undefined;
  } catch {
    return undefined;
  }
};

const isRecord = (value: Literal): value is { readonly [key: string]: Literal } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const fieldOf = (
  record: { readonly [key: string]: Literal },
  key: RegExp,
  fits: (value: string) => boolean,
): string | undefined => {
  for (const [name, value] of Object.entries(record)) {
    if (typeof value === "string" && key.test(name) && fits(value)) return value;
  }
  return undefined;
};

const LOOKS_LIKE_ADDRESS = /^(?:https?:)?\/\/|^\.{0,2}\/|\.s?html?(?:$|\?)/iu;

/** One record of a list kept as data: 12371's `link_add` and `brief`, gov.cn's `URL` and `DOCRELPUBTIME`, and their like. */
const linkOfRecord = (record: Literal, base: string): ListLink | undefined => {
  if (!isRecord(record)) return undefined;
  const title = fieldOf(
    record,
    /^(?:\w*title|name|headline)$/iu,
    (value) => plainText(value) !== "",
  );
  const address = fieldOf(record, /url|link|href/iu, (value) => LOOKS_LIKE_ADDRESS.test(value));
  const url = address === undefined ? undefined : absolute(address, base);
  if (title === undefined || url === undefined) return undefined;
  const when = fieldOf(record, /date|time|brief|pub/iu, (value) => dateInText(value) !== undefined);
  const date = dateInText(when) ?? dateInUrl(url);
  const offSite = siteOfHost(hostOfUrl(url)) !== siteOfHost(hostOfUrl(base));
  const text = plainText(title).slice(0, 500);
  return {
    url,
    title: text,
    ...(date === undefined ? {} : { date }),
    kind: kindOfLink(url, text, offSite),
    offSite,
  };
};

/** The links of a list that is kept as data (`[{title, url, date}, …]`), in its order. */
export const linksOfRecords = (records: Literal, base: string): readonly ListLink[] =>
  Array.isArray(records)
    ? records.flatMap((record: Literal) => linkOfRecord(record, base) ?? []).slice(0, MOST_LINKS)
    : [];

/** The longest list that stands as an array in the page's scripts, `item=[{…}]`; read, never run. */
export const linksInScripts = (scripts: readonly string[], base: string): readonly ListLink[] => {
  let best: readonly ListLink[] = [];
  for (const script of scripts) {
    const text = script.slice(0, SCRIPT_LIMIT);
    const starts = [...text.matchAll(/[=(:]\s*\[\s*\{/gu)].slice(0, MOST_ARRAYS);
    for (const start of starts) {
      const literal = readLiteral(text, start.index + start[0].indexOf("["));
      const links = literal === undefined ? [] : linksOfRecords(literal, base);
      if (links.length > best.length) best = links;
    }
  }
  return best.length >= 3 ? best : [];
};

/** The records of 大汉 JCMS's `<datastore>`, as it stands in a script or comes from its data proxy. */
export interface Datastore {
  readonly links: readonly ListLink[];
  /** Records of the whole list. */
  readonly total: number;
}

const linkOfMarkup = (markup: string, base: string): ListLink | undefined => {
  const anchors = anchorsOf(markup);
  const named = anchors.flatMap(({ tag, inner }) => {
    const url = absolute(attribute(tag, "href"), base);
    const anchor = { text: plainText(inner), title: attribute(tag, "title") };
    return url === undefined ? [] : [{ url, anchor, title: titleOfLink(anchor) }];
  });
  const main = named.find(({ title }) => title.length >= 4) ?? named[0];
  if (main === undefined || main.title === "") return undefined;
  const inner = anchors.reduce((rest, anchor) => rest.replace(anchor.inner, " "), markup);
  const text = plainText(inner);
  const facts = { url: main.url, text, linkText: main.anchor.text, marks: [], figures: [] };
  const { date } = rowDate(facts);
  const offSite = siteOfHost(hostOfUrl(main.url)) !== siteOfHost(hostOfUrl(base));
  return {
    url: main.url,
    title: main.title,
    ...(date === undefined ? {} : { date }),
    kind: kindOfLink(main.url, main.title, offSite),
    offSite,
  };
};

/** Characters of one record; what is longer is no row of a list. */
const RECORD_LIMIT = 20_000;

const recordsOf = (text: string): readonly string[] => {
  const records: string[] = [];
  let at = text.indexOf("<record>");
  while (at >= 0 && records.length < MOST_LINKS) {
    const end = text.indexOf("</record>", at);
    if (end < 0) break;
    if (end - at < RECORD_LIMIT) records.push(text.slice(at + "<record>".length, end));
    at = text.indexOf("<record>", end);
  }
  return records;
};

/** Reads a `<datastore>` wherever it stands in a text; `undefined` where there is none. */
export const readDatastore = (text: string, base: string): Datastore | undefined => {
  if (!/<(?:datastore|recordset)>/iu.test(text)) return undefined;
  const links = recordsOf(text.slice(0, SCRIPT_LIMIT)).flatMap(
    (record) => linkOfMarkup(record.replace(/<!\[CDATA\[|\]\]>/gu, ""), base) ?? [],
  );
  const total = Number(/<totalrecord>\s*(\d{1,7})/iu.exec(text)?.[1] ?? links.length);
  return { links: links.slice(0, MOST_LINKS), total };
};
