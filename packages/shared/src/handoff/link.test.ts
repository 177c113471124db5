import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { appFrameSchema, extensionFrameSchema, LINK_PROTOCOL, linkGreetingSchema } from "./link.ts";
import { HANDOFF_PROTOCOL } from "./messages.ts";

const session = "s".repeat(24);
const frame = (body: unknown) => ({ protocol: LINK_PROTOCOL, session, body });
const ack = {
  type: "say",
  message: { protocol: HANDOFF_PROTOCOL, type: "ack", clip: "c".repeat(24), number: 1001 },
};

describe("frames of the link", () => {
  it("carry the hand-over's messages, each in its direction only", () => {
    expect(v.is(appFrameSchema, frame(ack))).toBe(true);
    expect(v.is(extensionFrameSchema, frame(ack))).toBe(false);
    const hello = { type: "say", message: { protocol: HANDOFF_PROTOCOL, type: "hello" } };
    expect(v.is(extensionFrameSchema, frame(hello))).toBe(true);
    expect(v.is(appFrameSchema, frame(hello))).toBe(false);
  });

  it.each([
    ["no session", { protocol: LINK_PROTOCOL, body: { type: "link" } }],
    ["a short session", { protocol: LINK_PROTOCOL, session: "short", body: { type: "link" } }],
    ["another protocol", { protocol: "dianbo-link-0", session, body: { type: "link" } }],
    ["an unknown body", frame({ type: "eval" })],
    ["a door that is none", frame({ type: "open-extension", where: "https://example.com" })],
  ])("are not heard with %s", (_, said) => {
    expect(v.is(appFrameSchema, said)).toBe(false);
  });

  it("take no piece over the limits", () => {
    const piece = { type: "chunk", clip: "c".repeat(24), hash: "a".repeat(64), index: 0 };
    expect(v.is(extensionFrameSchema, frame({ ...piece, size: 3, data: "AAAA" }))).toBe(true);
    expect(v.is(extensionFrameSchema, frame({ ...piece, size: 2 ** 40, data: "AAAA" }))).toBe(
      false,
    );
    expect(
      v.is(extensionFrameSchema, frame({ ...piece, size: 3, data: "A".repeat(600_000) })),
    ).toBe(false);
  });

  it("are never made of anything else", () => {
    fc.assert(
      fc.property(fc.anything(), (said) => {
        expect(v.is(appFrameSchema, said)).toBe(false);
        expect(v.is(extensionFrameSchema, said)).toBe(false);
        expect(v.is(linkGreetingSchema, said)).toBe(false);
      }),
    );
  });
});
