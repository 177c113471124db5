/** Channels in the browser: their own database, the worker that reads and searches them, the door to it. */
export { type ChannelDoor, mayHaveChannels, openChannelDoor } from "./channel-door.ts";
export type {
  ChannelAsk,
  ChannelChecks,
  ChannelFrom,
  ChannelReply,
  ChannelSummary,
  ChannelTrouble,
  FoundItem,
  LookedAt,
} from "./channel-messages.ts";
export { troubleOf } from "./channel-messages.ts";
