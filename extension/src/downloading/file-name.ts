/** 汉字 take three bytes in UTF-8; two-byte characters alone are GBK that happens to fit, like 通知. */
const HAN_IN_UTF8 = /[\u0800-\uFFFF]/u;

/** Decodes bytes that came as one character each: UTF-8 where it fits, else GBK, as old portals send. */
const decodeBytes = (text: string): string => {
  if (!/[\u0080-\u00FF]/u.test(text) || /[^\u0000-\u00FF]/u.test(text)) return text;
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  try {
    const utf8 = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (HAN_IN_UTF8.test(utf8)) return utf8;
  } catch {
    // No UTF-8 then.
  }
  return new TextDecoder("gbk").decode(bytes);
};

const percentBytes = (text: string): string =>
  decodeBytes(
    text.replace(/%([0-9a-f]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );

const fromDisposition = (disposition: string): string | undefined => {
  const extended = /filename\*\s*=\s*([\w-]+)'[^']*'([^;]+)/iu.exec(disposition);
  if (extended?.[2] !== undefined) return percentBytes(extended[2].trim().replace(/^"|"$/gu, ""));
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/iu.exec(disposition);
  const name = plain?.[1]?.replace(/\\(.)/gu, "$1") ?? plain?.[2]?.trim();
  if (name === undefined || name === "") return undefined;
  return name.includes("%") ? percentBytes(name) : decodeBytes(name);
};

const fromAddress = (address: string): string => {
  try {
    return percentBytes(new URL(address).pathname.split("/").at(-1) ?? "");
  } catch {
    return "";
  }
};

/** Path separators, control characters, and characters that nobody sees or that turn the reading around. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Windows keeps these for its devices, with any ending; such a file cannot be written or opened. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\s*(?:\.|$))/iu;

const clean = (name: string): string => {
  let plain = name.replace(UNSAFE, " ").replace(/\s+/gu, " ").trim();
  // Windows drops dots and blanks at the end, and what stood before them becomes the ending.
  while (/[. ]$/u.test(plain)) plain = plain.slice(0, -1);
  return DEVICE.test(plain) ? `_${plain}` : plain;
};

/**
 * The file's own name: from the server's header (RFC 5987, quoted, GBK, percent), else from the
 * address, else the clip's title. Safe to write on a disk.
 */
export const fileNameOf = (disposition: string | null, address: string, title: string): string => {
  const name = clean(fromDisposition(disposition ?? "") ?? "") || clean(fromAddress(address));
  // A name that is nothing but its ending stands behind the title; a name that leads up has no dots before it.
  const whole = name === "" || /^\.[^. ]*$/u.test(name) ? `${clean(title)}${name}` : name;
  const kept = whole.replace(/^[. ]+/u, "") || "_";
  const dot = kept.lastIndexOf(".");
  return kept.length <= 120 || dot < 0
    ? kept.slice(0, 120)
    : `${kept.slice(0, 110)}${kept.slice(dot, dot + 10)}`;
};
