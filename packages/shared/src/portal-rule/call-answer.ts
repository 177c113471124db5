import { err, ok, type Result } from "../result/index.ts";
import { pathOf } from "./choose-rule.ts";
import { atPath, textAtPath } from "./json-path.ts";
import { mediaKind } from "./media-kind.ts";
import { protectionOf } from "./protection-of.ts";
import type { RuleFindings, RuleMedia } from "./rule-findings.ts";
import type { JsonCall, PortalRule } from "./rule-schema.ts";

/** Characters of an answer; a channel of a thousand entries is shorter. */
export const ANSWER_LIMIT = 3_000_000;

/** What an answer said, as a rule reads it. */
export interface CallAnswer {
  readonly fields: RuleFindings["fields"];
  /** The body as HTML: hostile, to be cleaned like every other body. */
  readonly body: string | undefined;
  readonly media: readonly RuleMedia[];
}

/** An answer that says nothing. */
export interface CallFailure {
  readonly type: "too-large" | "no-json";
}

/** JSONP is data with a name round it: the name is cut off, nothing is called. */
const withoutCallback = (text: string): string => {
  const trimmed = text.trim().replace(/^\uFEFF/u, "");
  const hit = /^[\w$.]{1,60}\s*\(/u.exec(trimmed);
  const end = trimmed.lastIndexOf(")");
  return hit === null || end < hit[0].length ? trimmed : trimmed.slice(hit[0].length, end);
};

const addressAt = (thing: unknown, path: string | undefined, base: string): string | undefined => {
  const text = path === undefined ? undefined : textAtPath(thing, path);
  if (text === undefined) return undefined;
  try {
    const { href, protocol } = new URL(text, base);
    return (protocol === "https:" || protocol === "http:") && href.length <= 8000
      ? href
      : undefined;
  } catch {
    return undefined;
  }
};

const mediaIn = (answer: unknown, call: JsonCall, seconds: number | undefined): RuleMedia[] =>
  (call.media ?? []).flatMap(({ each, url, height, poster }) =>
    (each === undefined ? [answer] : atPath(answer, each)).flatMap((thing) => {
      const address = addressAt(thing, url, call.url);
      const kind = address === undefined ? undefined : mediaKind(address);
      if (address === undefined || kind === undefined) return [];
      const high = height === undefined ? Number.NaN : Number(textAtPath(thing, height));
      const still = addressAt(thing, poster, call.url);
      const media: RuleMedia = {
        kind,
        url: address,
        found: "script",
        ...(Number.isFinite(high) && high > 0 ? { height: high } : {}),
        ...(still === undefined ? {} : { poster: still }),
        ...(seconds === undefined ? {} : { seconds }),
      };
      return [media];
    }),
  );

/** The data of an answer, JSONP unwrapped. Nothing of it is trusted yet: paths take own properties only. */
export const parseAnswer = (text: string): Result<unknown, CallFailure> => {
  if (text.length > ANSWER_LIMIT) return err({ type: "too-large" });
  try {
    return ok(JSON.parse(withoutCallback(text)));
  } catch {
    return err({ type: "no-json" });
  }
};

/** Reads an answer by the paths of a rule. Nothing in it is trusted: size, form, and own properties only. */
export const readCallAnswer = (text: string, call: JsonCall): Result<CallAnswer, CallFailure> => {
  const parsed = parseAnswer(text);
  if (!parsed.ok) return parsed;
  const answer = parsed.value;
  const first = (paths: readonly string[] | undefined): string | undefined => {
    for (const path of paths ?? []) {
      const value = textAtPath(answer, path);
      if (value !== undefined) return value.slice(0, 1900);
    }
    return undefined;
  };
  const fields: RuleFindings["fields"] = {};
  for (const name of ["title", "publishedAt", "publisher", "author", "column"] as const) {
    const value = first(call.fields?.[name]);
    if (value !== undefined) fields[name] = value;
  }
  const told = Number(first(call.fields?.seconds));
  const seconds = Number.isFinite(told) && told > 0 ? told : undefined;
  if (seconds !== undefined) fields.minutes = String(seconds);
  const covers = (call.fields?.cover ?? []).map((path) => addressAt(answer, path, call.url));
  const cover = covers.find((one) => one !== undefined);
  if (cover !== undefined) fields.cover = cover;
  const body = call.body === undefined ? undefined : textAtPath(answer, call.body);
  const media = mediaIn(answer, call, seconds).slice(0, 40);
  return ok({ fields, body, media });
};

/** The findings of a page with what an answer said: the page's own word stands, the answer fills. */
export const withAnswer = (
  rule: PortalRule,
  found: RuleFindings,
  answer: CallAnswer,
  page: { readonly url: string; readonly body: RuleFindings["body"] },
): RuleFindings => {
  const media = found.media.length > 0 ? found.media : [...answer.media];
  const body = found.body ?? page.body;
  const reason =
    found.protected ??
    protectionOf(rule, {
      path: pathOf(page.url),
      media: media.map(({ url }) => url),
      has: () => false,
    });
  const { call: _answered, ...rest } = found;
  return {
    ...rest,
    fields: { ...answer.fields, ...found.fields },
    media,
    ...(body === undefined ? {} : { body }),
    ...(reason === undefined ? {} : { protected: reason }),
  };
};
