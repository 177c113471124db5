import {
  type JsonCall,
  kindByAddress,
  matchesInScript,
  matchLine,
  mediaKind,
  type PortalRule,
  pathOf,
  protectionOf,
  type RuleFindings,
  type RuleMedia,
} from "@dianbo/shared/portal-rule";
import { bodyByRule } from "./capture-by-rule-body.ts";
import { followingOf } from "./capture-by-rule-following.ts";
import { firstValue, hitsOf, type RulePage, rulePage, valuesOf } from "./capture-by-rule-values.ts";
import { resolve } from "./page-elements.ts";
import { asScriptReads } from "./script-text.ts";

const mediaOf = (page: RulePage, rule: PortalRule): RuleMedia[] =>
  rule.media.flatMap((finder) =>
    valuesOf(page, finder).flatMap(({ text, element }) => {
      const url = resolve(element === undefined ? asScriptReads(text) : text, page.url);
      const kind = url === undefined ? undefined : mediaKind(url);
      if (url === undefined || kind === undefined) return [];
      const still = element?.nodeName.toUpperCase() === "IMG" ? "src" : "poster";
      const poster = resolve(element?.getAttribute(still), page.url);
      const media: RuleMedia = {
        kind,
        url,
        found: element === undefined ? "script" : "element",
        ...(poster === undefined ? {} : { poster }),
      };
      return [media];
    }),
  );

/** One file may be named by two finders. */
const uniqueMedia = (media: readonly RuleMedia[]): RuleMedia[] =>
  media.filter((one, index) => media.findIndex(({ url }) => url === one.url) === index);

/** The call's address with its places filled; `undefined` where the page does not hold a value for one. */
const callOf = (page: RulePage, call: JsonCall | undefined): string | undefined => {
  if (call === undefined) return undefined;
  let isWhole = true;
  const url = call.url.replace(/\{([a-z]+)\}/gu, (_place, name: string) => {
    const value = firstValue(page, call.values?.[name]);
    if (value === undefined || value.length > 200) isWhole = false;
    return encodeURIComponent(value ?? "");
  });
  return isWhole ? url : undefined;
};

const fieldsOf = (page: RulePage, rule: PortalRule): RuleFindings["fields"] => {
  const fields: RuleFindings["fields"] = {};
  for (const name of [
    "title",
    "publishedAt",
    "publisher",
    "author",
    "column",
    "minutes",
  ] as const) {
    const value = firstValue(page, rule.fields[name]);
    if (value !== undefined) fields[name] = value;
  }
  const cover = resolve(firstValue(page, rule.fields.cover), page.url);
  return cover === undefined ? fields : { ...fields, cover };
};

const missedOf = (rule: PortalRule, found: RuleFindings): RuleFindings["missed"] => {
  const missed: RuleFindings["missed"] = [];
  const isRead = found.kind === "article" || found.kind === "video" || found.kind === "audio";
  if (!isRead) return missed;
  if (rule.fields.title !== undefined && found.fields.title === undefined) missed.push("title");
  if (found.kind === "article" && rule.body.length > 0 && found.body === undefined)
    missed.push("body");
  const isFilm = found.kind === "video" || found.kind === "audio";
  const isNamed = rule.media.length > 0 || rule.json?.media !== undefined;
  if (isFilm && isNamed && found.media.length === 0 && found.call === undefined)
    missed.push("media");
  return missed;
};

const readBy = (page: RulePage, rule: PortalRule): RuleFindings => {
  const kind = kindByAddress(rule, page.url);
  // What is read of a list or a front page by selectors for articles belongs to one of its rows.
  const body =
    kind === "list" || kind === "link"
      ? undefined
      : bodyByRule(page.document, page.url, rule, firstValue(page, rule.fields.title) ?? "");
  const isKnown = kind !== undefined && kind !== "list";
  const media = kind === "list" ? [] : uniqueMedia(mediaOf(page, rule));
  const call = kind === "list" ? undefined : callOf(page, rule.json);
  const reason = protectionOf(rule, {
    path: pathOf(page.url),
    media: media.map(({ url }) => url),
    has: (selector) => hitsOf(page, selector).length > 0,
  });
  return {
    id: rule.id,
    version: rule.version,
    ...(kind === undefined ? {} : { kind }),
    fields: isKnown || body !== undefined ? fieldsOf(page, rule) : {},
    ...(body === undefined ? {} : { body }),
    media: media.slice(0, 20),
    following: body === undefined ? [] : followingOf(page, rule),
    ...(call === undefined ? {} : { call }),
    ...(reason === undefined ? {} : { protected: reason }),
    categories: rule.categories,
    missed: [],
  };
};

/** Whether a site of this family stands here: any one sign is enough. */
export const showsSigns = (page: RulePage, { signs }: PortalRule): boolean =>
  signs?.selectors?.some((selector) => hitsOf(page, selector).length > 0) === true ||
  signs?.paths?.some((path) => matchLine(path, pathOf(page.url)) !== undefined) === true ||
  signs?.scripts?.some((sign) => matchesInScript(sign, page.scripts()).length > 0) === true;

/** What the rules before left open is filled from the next. */
const filled = (first: RuleFindings, next: RuleFindings): RuleFindings => {
  // A list of the portal has no body, whatever a family finds in it.
  if (first.kind === "list" || first.kind === "link") return first;
  const body = first.body ?? next.body;
  const kind = first.kind ?? next.kind;
  return {
    ...next,
    ...first,
    ...(kind === undefined ? {} : { kind }),
    fields: { ...next.fields, ...first.fields },
    ...(body === undefined ? {} : { body }),
    media: first.media.length > 0 ? first.media : next.media,
    following: first.following.length > 0 ? first.following : next.following,
    categories: { ...next.categories, ...first.categories },
  };
};

/**
 * Reads a page by rules: the rule of its host first, then the families whose signs it shows, each filling
 * what the ones before left open. `undefined` where no rule knows the page.
 */
export const captureByRule = (
  document: Document,
  url: string,
  rules: readonly PortalRule[],
): RuleFindings | undefined => {
  const page = rulePage(document, url);
  let found: RuleFindings | undefined;
  for (const rule of rules) {
    const isOwn = rule.hosts.length > 0;
    if (!isOwn && !showsSigns(page, rule)) continue;
    const read = readBy(page, rule);
    const one = isOwn ? { ...read, missed: missedOf(rule, read) } : read;
    found = found === undefined ? one : filled(found, one);
  }
  return found;
};
