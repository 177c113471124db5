import { followingPages } from "@dianbo/shared/portal";
import { type ClipDraft, draftFile, wantsFile } from "./clip-draft.ts";

const picturesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<img\b[^>]*\bsrc="([^"]+)"/giu)].map(([, address = ""]) =>
    address.replaceAll("&amp;", "&"),
  );

/**
 * The addresses that a clip would fetch, the page's own first: portal and media hosts are asked for
 * together, so that the question comes once a portal.
 */
export const fileHosts = (draft: ClipDraft): readonly string[] => {
  const { kind, body, call, cover } = draft.recognised;
  const file = wantsFile(draft) ? draftFile(draft)?.url : undefined;
  const pictures = kind === "article" && body !== undefined ? picturesIn(body.html) : [];
  const further = kind === "article" ? followingPages(draft.page) : [];
  const wanted = [call, file, cover, ...further, ...pictures].filter(
    (address) => address !== undefined,
  );
  return wanted.length === 0 ? [] : [draft.recognised.url, ...wanted];
};
