import { absolute, type PagerFacts } from "./pager-facts.ts";
import { anchorsOf, attribute, plainText } from "./row-markup.ts";

/** Characters of a pager that is not yet drawn; a longer one is none. */
const LONGEST = 20_000;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The ASCII that some base64 stands for; `undefined` where it stands for anything else. */
const asciiOf = (encoded: string): string | undefined => {
  let out = "";
  let bits = 0;
  let held = 0;
  for (const letter of encoded.replace(/=+$/u, "")) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return undefined;
    held = held * 64 + value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      const code = Math.floor(held / 2 ** bits);
      held %= 2 ** bits;
      if (code > 126) return undefined;
      out += String.fromCharCode(code);
    }
  }
  return out;
};

const decoded = (text: string): string | undefined => {
  const encoded = text.replace(/\s+/gu, "");
  if (encoded.length < 80 || encoded.length > LONGEST || !/^[\w+/]+=*$/u.test(encoded)) {
    return undefined;
  }
  const percent = asciiOf(encoded);
  // A form's coding: a blank is a plus.
  if (percent === undefined || !/%3c\/?a\b|%3ca/iu.test(percent)) return undefined;
  try {
    return decodeURIComponent(percent.replaceAll("+", " "));
  } catch {
    return undefined;
  }
};

/**
 * The pager of a page that was fetched and never ran: some sites (Yunnan's) write it as base64 of
 * percent-coded markup, which their script turns into links. `undefined` for any other text.
 */
export const encodedPager = (
  text: string,
  base: string,
): Pick<PagerFacts, "links" | "text"> | undefined => {
  const markup = decoded(text);
  if (markup === undefined) return undefined;
  const links = anchorsOf(markup).flatMap(({ tag, inner }) => {
    const href = attribute(tag, "href");
    const url = href === "" ? undefined : absolute(href, base);
    return url === undefined ? [] : [{ text: plainText(inner), url }];
  });
  return { links, text: plainText(markup) };
};
