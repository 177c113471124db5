import { type PublishedFile, type PublishedWords, publishedFiles } from "@dianbo/shared/channel";
import type { Words } from "../../locales/index.ts";
import type { ChannelReply } from "../../storage/channels/index.ts";

const publishedWords = ({ channels: words, library }: Words): PublishedWords => ({
  ...words.page,
  kinds: library.kinds,
  minutes: words.minutes,
  facts: words.facts,
  count: words.count,
});

/** Everything that stands in a release's folder, in the order in which it is to be written. */
export const filesToPublish = (
  { index, segments, newest, address }: Extract<ChannelReply, { type: "release" }>,
  words: Words,
): readonly PublishedFile[] =>
  publishedFiles(
    { index, newest, address, words: publishedWords(words) },
    new Map(segments.map(({ hash, bytes }) => [hash, bytes])),
  );
