import { matchLine } from "./bounded-pattern.ts";
import type { PortalRule, Protection } from "./rule-schema.ts";

/** Why a film can only be kept as a link, by the first entry of the rule whose given marks all hold. */
export const protectionOf = (
  rule: PortalRule,
  page: {
    /** Path and query of the page. */
    readonly path: string;
    readonly media: readonly string[];
    readonly has: (selector: string) => boolean;
  },
): Protection | undefined =>
  rule.protected.find((one) => {
    const { media: film, page: path, selector } = one;
    const marks = [
      film === undefined ? undefined : page.media.some((url) => matchLine(film, url) !== undefined),
      path === undefined ? undefined : matchLine(path, page.path) !== undefined,
      selector === undefined ? undefined : page.has(selector),
    ].filter((mark) => mark !== undefined);
    return marks.length > 0 && marks.every((mark) => mark);
  })?.because;
