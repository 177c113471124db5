import type { CapturedBody, PageSnapshot } from "./page-snapshot.ts";

/** Addresses of the further pages of this article, in order: the rule's, else what the page's own numbers say. */
export const followingPages = (page: PageSnapshot): readonly string[] => {
  const told = page.rule?.following ?? [];
  return told.length > 0 ? told : (page.following ?? []);
};

const bodyOf = (page: PageSnapshot): CapturedBody | undefined => page.rule?.body ?? page.bodies[0];

const joined = (first: CapturedBody, next: readonly CapturedBody[]): CapturedBody => {
  const texts = [first.text];
  const htmls = [first.html];
  for (const { text, html } of next) {
    // A site that does not know the address answers with its first page, or with one that is there already.
    if (text === "" || texts.includes(text)) continue;
    texts.push(text);
    htmls.push(html);
  }
  return {
    from: first.from,
    html: htmls.join("\n").slice(0, 2_000_000),
    text: texts.join("\n").slice(0, 1_000_000),
  };
};

/** An article with its further pages behind it: one body, nothing left to follow. */
export const withFollowing = (page: PageSnapshot, next: readonly PageSnapshot[]): PageSnapshot => {
  const first = bodyOf(page);
  if (first === undefined || next.length === 0) return page;
  const body = joined(
    first,
    next.flatMap((one) => bodyOf(one) ?? []),
  );
  return {
    ...page,
    following: [],
    bodies: [body, ...page.bodies.slice(1)],
    ...(page.rule === undefined
      ? {}
      : {
          rule: {
            ...page.rule,
            following: [],
            ...(page.rule.body === undefined ? {} : { body }),
          },
        }),
  };
};
