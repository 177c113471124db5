/** Channels in the browser: their own database, the worker that reads and searches them, the door to it. */
export {
  type ChannelAsk,
  type ChannelDoor,
  mayHaveChannels,
  openChannelDoor,
} from "./channel-door.ts";
export type {
  ChannelSummary,
  ChannelTrouble,
  FoundItem,
  LookedAt,
} from "./channel-messages.ts";
