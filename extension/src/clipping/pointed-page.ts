import type { PageSnapshot } from "@dianbo/shared/portal";
import type { PanelRequest } from "../messages/index.ts";

const isMedia = /\.(mp4|m4v|webm|mov|mp3|m4a)$/iu;
const kindOf = (url: string): "video" | "audio" =>
  /\.(mp3|m4a)$/iu.test(url.replace(/[?#].*$/u, "")) ? "audio" : "video";

const bare = (
  // What a rule found belongs to the page, not to where the link leads.
  { rule: _found, ...page }: PageSnapshot,
  url: string,
  title: string,
): PageSnapshot => ({
  ...page,
  url,
  title,
  contentType: "text/html",
  metas: page.metas.filter(({ name }) => name === "sitename" || name === "og:site_name"),
  headings: [],
  labels: [],
  headText: "",
  baidu: {},
  linkedData: [],
  bodies: [],
  media: [],
  hasStream: false,
  documents: [],
});

/**
 * What the person pointed at in the context menu, as a page of its own: a film of the page comes first
 * among its films, a link elsewhere is a page of which only the name is known.
 */
export const pointedPage = (
  page: PageSnapshot,
  request: PanelRequest,
  /** What the page calls the link. */
  linkText: string,
): PageSnapshot => {
  const { media, link } = request;
  if (media !== undefined && media.kind !== "image" && /^https?:/u.test(media.url)) {
    const { kind, url } = media;
    const known = page.media.find((one) => one.url === url) ?? {
      kind,
      found: "element" as const,
      url,
    };
    return { ...page, media: [known, ...page.media.filter((one) => one.url !== url)] };
  }
  if (
    link === undefined ||
    !/^https?:/u.test(link) ||
    link.split("#")[0] === page.url.split("#")[0]
  ) {
    return page;
  }
  const label = linkText || page.selection || link;
  const target = bare(page, link, label.slice(0, 300));
  if (!isMedia.test(link.replace(/[?#].*$/u, ""))) return target;
  const film = page.media.find((one) => one.url === link);
  return {
    ...target,
    title: film?.label ?? target.title,
    media: [{ ...(film ?? { kind: kindOf(link), url: link }), found: "element" }],
  };
};
