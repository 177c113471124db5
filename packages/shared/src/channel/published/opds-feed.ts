import { CATEGORY_NAMES } from "../../category/index.ts";
import type { CoursewareKind } from "../../courseware/index.ts";
import { type ChannelIndex, namesOf } from "../channel-index.ts";
import type { ChannelItem } from "../channel-item.ts";
import { coverName } from "./cover-picture.ts";
import { type FeedMatter, lineOf, pagesOf } from "./feed-pages.ts";

/** The catalogue's name without its ending. */
export const OPDS = "opds";

const OPDS_TYPE = "application/opds+json";

/** What schema.org calls each kind. */
const SCHEMA_TYPES: Readonly<Record<CoursewareKind, string>> = {
  video: "http://schema.org/VideoObject",
  film: "http://schema.org/Movie",
  audio: "http://schema.org/AudioObject",
  article: "http://schema.org/Article",
  document: "http://schema.org/DigitalDocument",
  link: "http://schema.org/CreativeWork",
};

const publicationOf = (item: ChannelItem, page: string, { words, address = "" }: FeedMatter) =>
  item.url === undefined
    ? []
    : [
        {
          metadata: {
            "@type": SCHEMA_TYPES[item.kind],
            identifier: `urn:dianbo:${item.id}`,
            title: item.title,
            description: lineOf(item, words),
            author: item.author,
            publisher: item.publisher,
            published: item.publishedAt,
            duration: item.minutes === undefined ? undefined : item.minutes * 60,
            subject: [
              ...(item.category === undefined
                ? []
                : [{ name: CATEGORY_NAMES[item.category], code: String(item.category) }]),
              ...(item.tags ?? []).map((name) => ({ name })),
            ],
          },
          links: [
            { rel: "self", href: `${address}${page}#${item.id}`, type: OPDS_TYPE },
            {
              rel: "http://opds-spec.org/acquisition/open-access",
              href: item.url,
              type: "text/html",
            },
          ],
          images: [{ href: `${address}${coverName(item.category)}`, type: "image/png" }],
        },
      ];

const modified = ({ publishedAt }: ChannelIndex): string => new Date(publishedAt).toISOString();

/**
 * The newest items as an OPDS 2.0 catalogue (drafts.opds.io/opds-2.0), page by page, for readers of libraries.
 * What has no page on the web cannot be fetched by them and is left out.
 */
export const opdsFeed = (
  matter: FeedMatter,
): readonly { readonly name: string; readonly text: string }[] => {
  const { index, newest, address = "" } = matter;
  const listed = newest.filter(({ url }) => url !== undefined);
  return pagesOf(OPDS, listed).map(({ name, next, items }) => ({
    name,
    text: JSON.stringify({
      metadata: {
        title: namesOf(index).name,
        modified: modified(index),
        numberOfItems: listed.length,
      },
      links: [
        { rel: "self", href: `${address}${name}`, type: OPDS_TYPE },
        ...(next === undefined
          ? []
          : [{ rel: "next", href: `${address}${next}`, type: OPDS_TYPE }]),
        { rel: "alternate", href: `${address}index.html`, type: "text/html" },
      ],
      publications: items.flatMap((item) => publicationOf(item, name, matter)),
    }),
  }));
};
