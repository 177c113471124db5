/** Pairs of neighbouring 汉字 in a text, each once; signs, digits and Latin letters part them. */
export const bigramsOf = (text: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const [run] of text
    .slice(0, 2000)
    .normalize("NFKC")
    .matchAll(/\p{Script=Han}{2,}/gu)) {
    const signs = [...run];
    for (let at = 0; at + 1 < signs.length; at += 1) {
      found.add(`${signs[at]}${signs[at + 1]}`);
    }
  }
  return found;
};
