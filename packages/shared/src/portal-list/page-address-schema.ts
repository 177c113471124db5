import * as v from "valibot";

/** An address that a browser opens as a page of the web, and nothing else: never `javascript:`. */
export const pageAddressSchema = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.check((address) => {
    try {
      const { protocol, hostname } = new URL(address);
      return (protocol === "http:" || protocol === "https:") && hostname !== "";
    } catch {
      return false;
    }
  }, "an http(s) address"),
);
