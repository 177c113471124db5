import { err, ok, type Result } from "../result/index.ts";

/** Why a typed address is not asked. */
export interface WrongAddress {
  readonly type: "no-address" | "private-address";
}

/** Longer than any address that people pass on. */
const LONGEST = 2_000;

/** Blocks of IPv4 that are nobody's on the open net (RFC 6890), as first and last number. */
const PRIVATE_BLOCKS: readonly (readonly [string, string])[] = [
  ["0.0.0.0", "0.255.255.255"],
  ["10.0.0.0", "10.255.255.255"],
  ["100.64.0.0", "100.127.255.255"],
  ["127.0.0.0", "127.255.255.255"],
  ["169.254.0.0", "169.254.255.255"],
  ["172.16.0.0", "172.31.255.255"],
  ["192.0.0.0", "192.0.0.255"],
  ["192.168.0.0", "192.168.255.255"],
  ["198.18.0.0", "198.19.255.255"],
  ["224.0.0.0", "255.255.255.255"],
];

/** Endings of names that only a house or an office knows. */
const PRIVATE_ENDING =
  /\.(?:local|localhost|internal|intranet|lan|home|corp|test|invalid|home\.arpa)$/u;

const numberOf = (ip: string): number =>
  ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

/** Whether a host, as `URL` spells it, is not one of the open net. */
const isPrivate = (hostname: string): boolean => {
  const host = hostname.replace(/\.$/u, "");
  // 2000::/3 is all that is given out of IPv6; what maps IPv4 into it does not begin so.
  if (host.startsWith("[")) return !/^\[[23][0-9a-f]{3}:/u.test(host);
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(host)) {
    const ip = numberOf(host);
    return PRIVATE_BLOCKS.some(([from, to]) => ip >= numberOf(from) && ip <= numberOf(to));
  }
  return !host.includes(".") || PRIVATE_ENDING.test(host);
};

/**
 * The folder that a channel lies in on the web, with a slash at its end, from what a person typed or
 * pasted: the folder or its `channel.json`, with or without `https://`. Addresses of this house (a router, a
 * printer, this PC) are refused, but for `home`, the app's own host.
 */
export const channelFolder = (typed: string, home?: string): Result<string, WrongAddress> => {
  const text = typed.trim();
  if (text === "" || text.length > LONGEST) return err({ type: "no-address" });
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
  } catch {
    return err({ type: "no-address" });
  }
  const { protocol, hostname, origin } = url;
  const isWeb = protocol === "https:" || protocol === "http:";
  // A name before the host is there to deceive; `a.cn@b.cn` leads to b.cn.
  if (!isWeb || !url.href.startsWith(`${origin}/`)) return err({ type: "no-address" });
  if (origin !== home && isPrivate(hostname)) return err({ type: "private-address" });
  const path = url.pathname.replace(/\/(?:channel\.json|index\.html)$/u, "/");
  return ok(`${origin}${path.endsWith("/") ? path : `${path}/`}`);
};
