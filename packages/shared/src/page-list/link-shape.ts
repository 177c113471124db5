/** Endings under which whole counties and towns hang their own names. */
const SHARED_ENDINGS =
  /^(?:(?:gov|com|org|net|edu|ac|mil|bj|sh|tj|cq|he|sx|nm|ln|jl|hl|js|zj|ah|fj|jx|sd|ha|hb|hn|gd|gx|hi|sc|gz|yn|xz|sn|gs|qh|nx|xj)\.cn|(?:com|gov|org|edu|net)\.(?:hk|mo|tw))$/u;

/** The part of a host name that one owner has: `www.12371.cn` → `12371.cn`, `www.qinghe.gov.cn` → `qinghe.gov.cn`. */
export const siteOfHost = (host: string): string => {
  const name = host.toLowerCase().replace(/:\d+$/u, "");
  if (/^[\d.]+$/u.test(name) || name.startsWith("[")) return name;
  const labels = name.split(".");
  const last = labels.slice(-2).join(".");
  return SHARED_ENDINGS.test(last) ? labels.slice(-3).join(".") : last;
};

/** The host of an address; empty where it is none. */
export const hostOfUrl = (url: string): string => {
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
};

/** A name made at random, as 公众号 and film sites give: long, of small and great letters and figures. */
const isRandom = (part: string): boolean => {
  const name = part.replace(/\.\w{2,5}$/u, "");
  return (
    name.length >= 16 &&
    /^[\w-]+$/u.test(name) &&
    [/\d/u, /[a-z]/u, /[A-Z]/u].every((kind) => kind.test(name))
  );
};

const plainPart = (part: string): string => (isRandom(part) ? "R" : plain(part));

const plain = (part: string): string =>
  part
    .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/giu, "U")
    .replace(/[0-9a-f]{32}/giu, "H")
    // Figures of old, since 2018 letters among them.
    .replace(/(?:ARTI|VIDE|PHOA|AUDI)[a-zA-Z0-9]{10,40}/gu, "CNTV")
    .replace(/\d+/gu, "N");

/**
 * The shape of an address: what stays when numbers and hashes go. Items of one list have one shape,
 * whatever column they lie in: `…/202611/t20261120_4101023.shtml` → `tN_N.shtml`.
 */
export const shapeOf = (url: string): string => {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return "";
  }
  const parts = parsed.pathname.split("/").filter((part) => part !== "");
  const last = plain(parts.at(-1) ?? "");
  const isNamed = /CNTV/u.test(last) || (/[NHU]/u.test(last) && !isRandom(parts.at(-1) ?? ""));
  const named = isNamed ? last : parts.slice(-2).map(plainPart).join("/");
  const query = parsed.search
    .slice(1)
    .split("&")
    .filter((pair) => /=\w*\d{2}/u.test(pair))
    .map((pair) => plain(pair.split("=", 1)[0] ?? ""))
    .sort()
    .join("&");
  return query === "" ? named : `${named}?${query}`;
};

/** Whether an address names one thing among many: a long number, a hash, a CNTV id, a name made at random. */
export const namesOneThing = (url: string): boolean => {
  const path = url.replace(/^https?:\/\/[^/]+/iu, "").replace(/#.*$/u, "");
  return (
    /[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-/iu.test(path) ||
    /(?:ARTI|VIDE|PHOA|AUDI)[a-zA-Z0-9]{10}/u.test(path) ||
    isRandom(path.replace(/\?.*$/u, "").split("/").at(-1) ?? "") ||
    /\d{4,}[^/]*$/u.test(path) ||
    /\/\d{1,3}\.s?html?$/iu.test(path)
  );
};
