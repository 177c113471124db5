/** Channels: a county's list looked through, subscribed to, searched and taken from; one's own list given out. */
export { ChannelCodeRoom } from "./channel-code.tsx";
export { ChannelRoom } from "./channel-room.tsx";
export { ChannelsRoom } from "./channels-room.tsx";
