import { err, ok, type Result } from "../result/index.ts";

/** Longer than any address that people pass on. */
const LONGEST = 2_000;

/**
 * The folder that a person typed or pasted as an address, with a slash at its end; without a scheme it is
 * taken for https. An address of the person's own house (a NAS) is as good as any: who types it knows it.
 */
export const davFolder = (typed: string): Result<string, { readonly type: "no-address" }> => {
  const text = typed.trim();
  if (text === "" || text.length > LONGEST) return err({ type: "no-address" });
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
    const { protocol, origin, pathname } = url;
    const isWeb = protocol === "https:" || protocol === "http:";
    // A name before the host is a password in clear, or there to deceive.
    if (!isWeb || !url.href.startsWith(`${origin}/`)) return err({ type: "no-address" });
    return ok(`${origin}${pathname.endsWith("/") ? pathname : `${pathname}/`}`);
  } catch {
    // No address at all.
    return err({ type: "no-address" });
  }
};

/** The address of something within a folder: `path` with plain names between its slashes, `""` the folder itself. */
export const addressIn = (folder: string, path: string): string =>
  `${folder}${path.split("/").map(encodeURIComponent).join("/")}`;
