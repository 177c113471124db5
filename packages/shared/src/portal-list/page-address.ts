import * as v from "valibot";
import { pageAddressSchema } from "./page-address-schema.ts";

/** The host of an address; empty where it has none. */
export const hostOfAddress = (address: string): string => {
  try {
    return new URL(address).hostname;
  } catch {
    return "";
  }
};

/**
 * The address that a person typed or pasted, as it is kept; `www.gov.cn` is enough. `undefined` where it
 * is none.
 */
export const readAddress = (typed: string): string | undefined => {
  const text = typed.trim();
  const whole =
    /^[a-z][a-z0-9+.-]*:/iu.test(text) && !/^[\w.-]+:\d/u.test(text) ? text : `http://${text}`;
  const parsed = v.safeParse(pageAddressSchema, whole);
  if (!parsed.success) return undefined;
  const url = new URL(parsed.output);
  // A word alone is no host of a portal, but a machine's name with a port may be one in a test.
  return url.hostname.includes(".") || url.hostname === "localhost" ? url.href : undefined;
};

/** Whether `host` lies within `wide`; either may be `*.suffix`, which names the suffix itself too. */
export const isWithinHost = (host: string, wide: string): boolean =>
  wide === "*" ||
  host === wide ||
  (wide.startsWith("*.") && (host === wide.slice(2) || host.endsWith(wide.slice(1))));
