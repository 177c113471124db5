import * as v from "valibot";
import { ChannelDesk } from "./channel-desk.ts";
import { CHANNELS_TOLD, channelRequestSchema } from "./channel-messages.ts";
import { ChannelsDb } from "./channels-db.ts";
import { webHands } from "./web-hands.ts";

const others = new BroadcastChannel(CHANNELS_TOLD);
const desk = new ChannelDesk(
  new ChannelsDb(),
  (channel) => others.postMessage(channel),
  webHands(Math.random),
);
others.onmessage = (event: MessageEvent<unknown>) => {
  if (typeof event.data === "string") desk.forget(event.data);
};

addEventListener("message", (event: MessageEvent<unknown>) => {
  const request = v.safeParse(channelRequestSchema, event.data);
  if (!request.success) return;
  const { job } = request.output;
  void desk.answer(request.output).then((reply) => postMessage({ ...reply, job }));
});
