/** Query keys that only track where a reader came from. */
const TRACKING =
  /^(utm_\w+|spm|from|source|share_\w+|isappinstalled|scene|ref|timestamp|_t|t|nsukey|wx_\w+)$/iu;

const keyOf = (pair: string): string => pair.split("=", 1)[0] ?? "";

const withUpperEscapes = (text: string): string =>
  text.replace(/%[0-9a-f]{2}/giu, (code) => code.toUpperCase());

/** Works on the raw text: decoding a GBK query as UTF-8 would make different pages look the same. */
const canonicalQuery = (search: string): string =>
  search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !TRACKING.test(keyOf(pair)))
    .map(withUpperEscapes)
    .sort((a, b) => {
      if (keyOf(a) === keyOf(b)) return 0;
      return keyOf(a) < keyOf(b) ? -1 : 1;
    })
    .join("&");

/**
 * The form by which two addresses of one page are known to be the same: lower-case host without
 * `www.` or a default port, http and https alike, no fragment (unless it is a hash route), no tracking
 * keys, sorted query, no `index` file, no slash at the end. Anything that is no web address is kept
 * as it is.
 */
export const canonicalUrl = (address: string): string => {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address.trim();
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return url.href;
  const host = url.host
    .toLowerCase()
    .replace(/:(80|443)$/u, "")
    .replace(/^(www\.)+(?=[^.]+\.)/u, "");
  const path = withUpperEscapes(url.pathname).replace(
    /(\/((index|default)\.(s?html?|jsp|php))?)+$/iu,
    "",
  );
  const query = canonicalQuery(url.search);
  const route = /^#!?\//u.test(url.hash) ? url.hash : "";
  return `https://${host}${path}${query === "" ? "" : `?${query}`}${route}`;
};
