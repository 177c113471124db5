import * as v from "valibot";
import { err, ok, type Result } from "../result/index.ts";
import { isHostileText, onOneLine } from "../sharing/index.ts";
import { type ChannelId, channelIdSchema } from "./channel-index.ts";
import { escapeMarkup as escaped } from "./markup.ts";
import { channelFolder } from "./web-address.ts";
import { readTags, type XmlFailure } from "./xml-tags.ts";

/** A channel of a list of channels (OPML 2.0), as it may be subscribed to. */
export interface ListedChannel {
  readonly name: string;
  /** Its folder on the web, with a slash at its end. */
  readonly address: string;
  readonly id?: ChannelId | undefined;
  /** The key that the list's writer has pinned, in hexadecimal. */
  readonly key?: string | undefined;
}

/** What an OPML file lists. */
export interface ChannelList {
  readonly channels: readonly ListedChannel[];
  /** Its other entries: feeds of other programs, addresses of this house, headings without an address. */
  readonly others: number;
}

/** Why a file is not read as a list of channels. */
export type OpmlFailure = XmlFailure | { readonly type: "not-opml" };

const SPACE = "urn:dianbo:channel";
const MOST_CHANNELS = 500;
const KEY = /^[0-9a-f]{64}$/u;
/** The files of a channel's folder that an entry may point at. */
const OF_A_FOLDER = /\/(?:feed(?:-\d{1,3})?|opds(?:-\d{1,3})?|channel)\.json(?:[?#].*)?$/u;

/** Writes channels as OPML 2.0: any reader of feeds follows them, ours pins their keys. */
export const writeOpml = (channels: readonly ListedChannel[], title: string): string => {
  const outlines = channels.map(({ name, address, id, key }) => {
    const attributes = {
      type: "rss",
      text: name,
      xmlUrl: `${address}feed.json`,
      htmlUrl: `${address}index.html`,
      "dianbo:address": address,
      "dianbo:channel": id,
      "dianbo:key": key,
    };
    const written = Object.entries(attributes).flatMap(([attribute, value]) =>
      value === undefined ? [] : [`${attribute}="${escaped(value)}"`],
    );
    return `    <outline ${written.join(" ")}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:dianbo="${SPACE}">`,
    `  <head><title>${escaped(title)}</title></head>`,
    "  <body>",
    ...outlines,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
};

const channelIn = (
  attributes: ReadonlyMap<string, string>,
  home: string | undefined,
): ListedChannel | undefined => {
  const own = attributes.get("dianbo:address");
  const feed = attributes.get("xmlUrl");
  const told = own ?? (feed !== undefined && OF_A_FOLDER.test(feed) ? feed : undefined);
  if (told === undefined) return undefined;
  const folder = channelFolder(told.replace(OF_A_FOLDER, "/"), home);
  const name = attributes.get("text") ?? attributes.get("title") ?? "";
  if (!folder.ok || isHostileText(name)) return undefined;
  const id = v.safeParse(channelIdSchema, attributes.get("dianbo:channel"));
  const key = attributes.get("dianbo:key");
  // A key that was spoilt on the way must not turn into none, or anybody's signature would do.
  if (key !== undefined && !KEY.test(key)) return undefined;
  return {
    name: onOneLine(name).slice(0, 200) || new URL(folder.value).hostname,
    address: folder.value,
    ...(id.success ? { id: id.output } : {}),
    ...(key === undefined ? {} : { key }),
  };
};

/** Reads an OPML file from anywhere; `home` is the app's own host. Each folder is listed once. */
export const readOpml = (bytes: Uint8Array, home?: string): Result<ChannelList, OpmlFailure> => {
  const tags = readTags(bytes);
  if (!tags.ok) return tags;
  if (tags.value[0]?.name !== "opml") return err({ type: "not-opml" });
  const channels = new Map<string, ListedChannel>();
  let others = 0;
  for (const { name, attributes } of tags.value) {
    if (name !== "outline") continue;
    const channel = channelIn(attributes, home);
    if (channel === undefined || channels.size === MOST_CHANNELS) others += 1;
    else if (!channels.has(channel.address)) channels.set(channel.address, channel);
  }
  return ok({ channels: [...channels.values()], others });
};
