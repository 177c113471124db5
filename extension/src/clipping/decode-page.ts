const DAMAGE = /\uFFFD/gu;

const damageIn = (text: string): number => text.match(DAMAGE)?.length ?? 0;

const decodeAs = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // A name that no browser knows.
    return undefined;
  }
};

/**
 * The text of a saved page. Its header is gone and its own declaration is often wrong: saved copies are
 * re-written in UTF-8 under a GB2312 declaration. So the bytes come first: what is UTF-8 is UTF-8, since GB
 * text hardly ever is; then what the page declares, GB2312 and GBK as the GB18030 that they mean.
 */
export const decodePage = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", bytes) ?? "";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs("utf-16be", bytes) ?? "";
  const utf8 = new TextDecoder("utf-8").decode(bytes);
  const damage = damageIn(utf8);
  if (damage === 0) return utf8;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase() ?? "";
  const label = /^(?:gb|x-gbk|hz|utf-?8$)/u.test(named) || named === "" ? "gb18030" : named;
  const declared = decodeAs(label, bytes) ?? decodeAs("gb18030", bytes) ?? utf8;
  // A copy that was cut in the middle of a letter is damaged in either reading: the less damaged is true.
  return damageIn(declared) < damage ? declared : utf8;
};
