import { HANDOFF_PROTOCOL } from "@dianbo/shared/handoff";
import { describe, expect, it } from "vitest";
import { type CarriedEvent, openOpenerCarrier } from "./opener-carrier.ts";

const OURS = `chrome-extension://${"a".repeat(32)}`;
const hello = { protocol: HANDOFF_PROTOCOL, type: "hello" };

/** A window with an opener, whose messages the test sends. */
const makeWindow = () => {
  const posted: { message: unknown; target: string }[] = [];
  const opener = {
    closed: false,
    postMessage: (message: unknown, target: string) => {
      posted.push({ message, target });
    },
  };
  let listener: ((event: CarriedEvent) => void) | undefined;
  const window = {
    opener,
    addEventListener: (_: "message", given: (event: CarriedEvent) => void) => {
      listener = given;
    },
    removeEventListener: () => {
      listener = undefined;
    },
  };
  const say = (event: Partial<CarriedEvent>): void =>
    listener?.({ source: opener, origin: OURS, data: hello, ...event });
  return { window, opener, posted, say };
};

const open = () => {
  const side = makeWindow();
  const heard: unknown[] = [];
  const carrier = openOpenerCarrier(side.window, (message) => heard.push(message));
  return { ...side, heard, carrier };
};

describe("the taking side's carrier", () => {
  it("hears the extension that opened it and answers it alone", () => {
    const side = open();
    side.say({});
    side.carrier.send({ protocol: HANDOFF_PROTOCOL, type: "ready" });
    expect(side.heard).toHaveLength(1);
    expect(side.posted).toEqual([
      { message: { protocol: HANDOFF_PROTOCOL, type: "ready" }, target: OURS },
    ]);
  });

  it.each([
    ["another window", { source: { closed: false } }],
    ["no window", { source: null }],
    ["a web page", { origin: "https://example-portal.cn" }],
    [
      "a page that looks like an extension",
      { origin: `https://chrome-extension.${"a".repeat(32)}.cn` },
    ],
    ["an opaque origin", { origin: "null" }],
    ["a message of another protocol", { data: { protocol: "other", type: "hello" } }],
    [
      "a hostile clip",
      {
        data: {
          protocol: HANDOFF_PROTOCOL,
          type: "offer",
          clips: [{ id: "../../x", html: "<script>" }],
        },
      },
    ],
    ["no message at all", { data: undefined }],
  ])("ignores %s", (_, event) => {
    const side = open();
    side.say(event);
    side.carrier.send({ protocol: HANDOFF_PROTOCOL, type: "ready" });
    expect(side.heard).toEqual([]);
    expect(side.posted).toEqual([]);
  });

  it("stays with the first extension that spoke", () => {
    const side = open();
    side.say({});
    side.say({ origin: `chrome-extension://${"b".repeat(32)}` });
    expect(side.heard).toHaveLength(1);
    expect(side.carrier.origin()).toBe(OURS);
  });

  it("knows when the opener is gone", () => {
    const side = open();
    expect(side.carrier.gone()).toBe(false);
    side.opener.closed = true;
    expect(side.carrier.gone()).toBe(true);
  });
});
