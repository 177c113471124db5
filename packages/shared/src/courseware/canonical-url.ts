/** Query keys that only track where a reader came from. */
const TRACKING = /^(utm_\w+|spm|from|source|share_\w+|isappinstalled|scene|ref|timestamp|_t|t|nsukey|wx_\w+)$/iu;

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
  for (const key of [...url.searchParams.keys()]) {
    if (TRACKING.test(key)) url.searchParams.delete(key);
  }
  url.searchParams.sort();
  const host = url.host.toLowerCase().replace(/^www\./u, "").replace(/:(80|443)$/u, "");
  const path = url.pathname.replace(/\/(index|default)\.(s?html?|jsp|php)$/iu, "/").replace(/\/+$/u, "");
  const query = url.searchParams.toString();
  const route = /^#!?\//u.test(url.hash) ? url.hash : "";
  return `https://${host}${path}${query === "" ? "" : `?${query}`}${route}`;
};
