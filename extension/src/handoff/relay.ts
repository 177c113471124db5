import {
  appFrameSchema,
  type ExtensionBody,
  extensionFrameSchema,
  LINK_PORT,
  LINK_PROTOCOL,
  type LinkGreeting,
  linkGreetingSchema,
} from "@dianbo/shared/handoff";
import * as v from "valibot";

/** How soon a lost background is called again: at once in mid-transfer, else when there may be news. */
const AGAIN_MS = { busy: 250, idle: 15_000 };
/** A transfer that said nothing for so long is none. Milliseconds. */
const BUSY_MS = 5000;

/**
 * The relay between the paired app's page and the background. It holds nothing and decides nothing: it
 * passes on what fits the schema, from the page's one session and from the own extension only. The first
 * that opens a session has it for as long as the page is open; to everybody else it is deaf. `elapsed` is a
 * clock that only runs forward, in milliseconds.
 */
export const relayPage = (page: Window, elapsed: () => number): void => {
  const { origin } = page.location;
  let session: string | undefined;
  let door: MessagePort | undefined;
  let background: chrome.runtime.Port | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastHeard = Number.NEGATIVE_INFINITY;

  const greet = (greeting: LinkGreeting): void => page.postMessage(greeting, origin);
  const tellPage = (body: ExtensionBody): void => {
    if (session !== undefined) door?.postMessage({ protocol: LINK_PROTOCOL, session, body });
  };

  const connectSoon = (): void => {
    if (timer !== undefined || background !== undefined) return;
    const busy = elapsed() - lastHeard < BUSY_MS;
    timer = setTimeout(connect, busy ? AGAIN_MS.busy : AGAIN_MS.idle);
  };

  const connect = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (door === undefined || background !== undefined) return;
    try {
      background = chrome.runtime.connect({ name: LINK_PORT });
    } catch {
      // The extension was updated or removed under this page: a new page gets a new relay.
      return;
    }
    const own = background;
    let answered = false;
    own.onMessage.addListener((message: unknown) => {
      const frame = v.safeParse(extensionFrameSchema, message);
      if (!frame.success || frame.output.session !== session) return;
      answered = true;
      if (frame.output.body.type === "say" || frame.output.body.type === "chunk") {
        lastHeard = elapsed();
      }
      tellPage(frame.output.body);
    });
    own.onDisconnect.addListener(() => {
      if (background !== own) return;
      background = undefined;
      tellPage({ type: "parted" });
      // Whoever was refused (the pairing has ended) waits until it is called.
      if (answered) connectSoon();
    });
    own.postMessage({ protocol: LINK_PROTOCOL, session, body: { type: "link" } });
  };

  page.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.source !== page || event.origin !== origin) return;
    const greeting = v.safeParse(linkGreetingSchema, event.data);
    if (!greeting.success) return;
    if (greeting.output.type === "relay-there" && door === undefined) {
      greet({ protocol: LINK_PROTOCOL, type: "relay-here" });
    }
    if (greeting.output.type !== "open") return;
    // No other script of the page sees the port.
    event.stopImmediatePropagation();
    const [port] = event.ports;
    if (port === undefined || door !== undefined) return;
    door = port;
    session = greeting.output.session;
    door.onmessage = (said: MessageEvent<unknown>) => {
      const frame = v.safeParse(appFrameSchema, said.data);
      if (!frame.success || frame.output.session !== session) return;
      // A background that sleeps with nothing to give is woken by what the person does.
      if (background === undefined) connect();
      background?.postMessage(frame.output);
    };
    connect();
  });
  page.document.addEventListener("visibilitychange", () => {
    if (page.document.visibilityState === "visible") connect();
  });
  chrome.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id !== chrome.runtime.id) return;
    if (v.is(v.object({ type: v.literal("dianbo-background-up") }), message)) connect();
  });
  greet({ protocol: LINK_PROTOCOL, type: "relay-here" });
};
