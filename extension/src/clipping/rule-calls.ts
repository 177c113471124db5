import type { PageSnapshot } from "@dianbo/shared/portal";
import {
  ANSWER_LIMIT,
  covers,
  type PortalRule,
  type RuleFindings,
  readCallAnswer,
  withAnswer,
} from "@dianbo/shared/portal-rule";
import { cleanedBody } from "./capture-by-rule-body.ts";
import { hostsOf, hostsWithoutLeave } from "./host-leave.ts";

/** Milliseconds that a portal may take to answer. */
const PATIENCE = 6000;

/**
 * Asks a host of a rule for data and reads at most `ANSWER_LIMIT` of it; `undefined` where there is more,
 * no answer, or one from elsewhere. Throws where none comes in time.
 */
export const readAnswer = async (url: string, rule: PortalRule): Promise<string | undefined> => {
  const answer = await fetch(url, {
    // Nobody's sign-in goes along: the data is there for everybody.
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  });
  const { hostname } = new URL(answer.url);
  if (!answer.ok || !rule.hosts.some((own) => covers(own, hostname))) return undefined;
  const reader = answer.body?.getReader();
  if (reader === undefined) return undefined;
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > ANSWER_LIMIT) {
      await reader.cancel();
      return undefined;
    }
  }
};

/** The body of an answer, cleaned in a document that loads and runs nothing. */
const bodyOf = (
  html: string | undefined,
  rule: PortalRule,
  facts: { readonly url: string; readonly title: string },
): RuleFindings["body"] => {
  // The background has no documents; the panel, which has, reads the page again before it saves.
  if (html === undefined || typeof DOMParser === "undefined") return undefined;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return cleanedBody(body, "json", { ...facts, remove: rule.remove });
};

/**
 * Asks the portal's own host for the data that its page was made from, where a rule names the call and
 * the browser has leave for that host. The page as it was where nothing came of it.
 */
export const answeredPage = async (
  page: PageSnapshot,
  rules: readonly PortalRule[],
  /** An offscreen document cannot look it up by itself. */
  withoutLeave: typeof hostsWithoutLeave = hostsWithoutLeave,
): Promise<PageSnapshot> => {
  const { rule: found, url } = page;
  const rule = rules.find(({ id }) => id === found?.id);
  if (found?.call === undefined || rule?.json === undefined) return page;
  try {
    const missing = await withoutLeave(hostsOf([found.call]));
    if (missing.length > 0) return page;
    const text = await readAnswer(found.call, rule);
    const answer = text === undefined ? undefined : readCallAnswer(text, rule.json);
    if (answer === undefined || !answer.ok) return page;
    const title = found.fields.title ?? answer.value.fields.title ?? "";
    const body = bodyOf(answer.value.body, rule, { url, title });
    return { ...page, rule: withAnswer(rule, found, answer.value, { url, body }) };
  } catch {
    // No answer in time, or none at all: the page itself is still there.
    return page;
  }
};
