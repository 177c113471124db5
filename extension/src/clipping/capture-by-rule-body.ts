import type { PortalRule, RuleFindings } from "@dianbo/shared/portal-rule";
import { copyOf } from "./body-pictures.ts";
import { bareTitle, bodyText, cleanCopy } from "./clean-body.ts";
import { asOne, partsOf } from "./container-parts.ts";
import { isTooDeep, select } from "./page-elements.ts";

/** A body as a rule names it, clean, without what the rule takes out. */
export const cleanedBody = (
  container: Element,
  from: string,
  facts: { readonly url: string; readonly title: string; readonly remove: readonly string[] },
): RuleFindings["body"] => {
  const whole = copyOf(container);
  if (whole === undefined || isTooDeep(whole)) return undefined;
  for (const element of select(whole, facts.remove)) element.remove();
  const copy = cleanCopy(whole, facts.url, bareTitle(facts.title), true);
  const text = bodyText(copy);
  const isEmpty = text === "" && copy.querySelector("img, video, audio") === null;
  return isEmpty ? undefined : { from, html: copy.innerHTML.slice(0, 2_000_000), text };
};

/** The first container of the rule that holds text or a picture. */
export const bodyByRule = (
  document: Document,
  url: string,
  rule: PortalRule,
  title: string,
): RuleFindings["body"] => {
  for (const selector of rule.body) {
    const container = asOne(partsOf(select(document, [selector]).slice(0, 50)));
    if (container === undefined) continue;
    const body = cleanedBody(container, selector, { url, title, remove: rule.remove });
    if (body !== undefined) return body;
  }
  return undefined;
};
