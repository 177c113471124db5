import * as v from "valibot";

const CHANNEL = "dianbo-projector";

/** The line between the two windows of the room. Messages from elsewhere, or of another build, are passed over. */
export interface WindowWire<Out> {
  say(message: Out): void;
  close(): void;
}

/** Opens the line: what is heard is parsed first. */
export const openWire = <Out, In>(
  schema: v.GenericSchema<unknown, In>,
  hear: (message: In) => void,
): WindowWire<Out> => {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<unknown>) => {
    const heard = v.safeParse(schema, event.data);
    if (heard.success) hear(heard.output);
  };
  return {
    say: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
};
