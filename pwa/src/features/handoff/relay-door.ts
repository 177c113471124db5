import {
  type AppBody,
  type ExtensionBody,
  extensionFrameSchema,
  LINK_PROTOCOL,
  type LinkGreeting,
  linkGreetingSchema,
} from "@dianbo/shared/handoff";
import * as v from "valibot";

/** The way to the relay that a paired extension has put into this page. */
export interface RelayDoor {
  send(body: AppBody): void;
}

/**
 * Opens the way to the relay, if there is one or once there is. The two find each other by messages of
 * this very window at this very origin, and speak through a port of their own from then on. One session a
 * page: what comes after it is not heard.
 */
export const openRelayDoor = (
  window: Window,
  session: string,
  hear: (body: ExtensionBody) => void,
): RelayDoor => {
  const { origin } = window.location;
  let port: MessagePort | undefined;
  const greet = (greeting: LinkGreeting, ports: Transferable[] = []): void =>
    window.postMessage(greeting, origin, ports);
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (port !== undefined || event.source !== window || event.origin !== origin) return;
    const greeting = v.safeParse(linkGreetingSchema, event.data);
    if (!greeting.success || greeting.output.type !== "relay-here") return;
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port1.onmessage = (said: MessageEvent<unknown>) => {
      const frame = v.safeParse(extensionFrameSchema, said.data);
      if (frame.success && frame.output.session === session) hear(frame.output.body);
    };
    greet({ protocol: LINK_PROTOCOL, type: "open", session }, [port2]);
  });
  greet({ protocol: LINK_PROTOCOL, type: "relay-there" });
  return {
    send: (body) => port?.postMessage({ protocol: LINK_PROTOCOL, session, body }),
  };
};
