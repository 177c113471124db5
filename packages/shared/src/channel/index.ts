/** Channels: what another site or the county offers, kept as immutable segments and never as rows. */
export {
  askCatalogue,
  type Catalogue,
  type CatalogueAsk,
  type CatalogueFinds,
  catalogueOf,
} from "./catalogue.ts";
export {
  CHANNEL_NAME,
  channelFileSource,
  endsLikeChannel,
  FILE_END_BYTES,
  writeChannelFile,
} from "./channel-file.ts";
export {
  CHANNEL_LIMITS,
  type ChannelFailure,
  type ChannelId,
  type ChannelIndex,
  channelIdSchema,
  channelIndexSchema,
  namesOf,
  type SegmentHash,
  segmentHashSchema,
} from "./channel-index.ts";
export { type ChannelItem, channelItemSchema } from "./channel-item.ts";
export {
  type ChannelLink,
  channelLink,
  isChannelLink,
  readChannelLink,
} from "./channel-link.ts";
export {
  type CheckRhythm,
  checkRhythmSchema,
  nextCheck,
} from "./check-schedule.ts";
export {
  type ChannelContents,
  contentsOf,
  differenceOf,
  type ReleaseDifference,
} from "./contents.ts";
export {
  type HeldChannel,
  judgeRelease,
  keyWasHandedOver,
  type ReleaseRefusal,
  type ReleaseStanding,
} from "./judge-release.ts";
export {
  type ListedChannel,
  type OpmlFailure,
  readOpml,
  writeOpml,
} from "./opml.ts";
export {
  charactersOf,
  offeredItem,
  type PublishFailure,
  type Publishing,
  publishRelease,
} from "./publish.ts";
export type { FeedMatter } from "./published/feed-pages.ts";
export { isChannelPath, judgePlace, type PlaceRefusal } from "./published/judge-place.ts";
export { newestItems } from "./published/newest-items.ts";
export {
  INDEX_FILE,
  isFeedPage,
  type PublishedFile,
  publishedFiles,
  SEGMENT_FOLDER,
} from "./published/published-files.ts";
export type { PublishedWords } from "./published/published-words.ts";
export {
  type ChannelSource,
  type Release,
  type ReleaseReader,
  readRelease,
  readSignedIndex,
  type Sha256,
} from "./read-release.ts";
export { newsOf } from "./release-news.ts";
export { decodeSegment, encodeSegment, type Readings, type Segment } from "./segment.ts";
export { isRightlySigned, signIndex } from "./sign-index.ts";
export {
  type AllHeld,
  type HeldItems,
  heldAs,
  heldItems,
  type ItemOrigin,
  originOf,
  type TakenItems,
  type TakingBench,
  takeChannelItems,
} from "./take-items.ts";
export { channelFolder, type WrongAddress } from "./web-address.ts";
export { type WebAnswer, type WebHands, webSource } from "./web-source.ts";
