import { type Clip, clipSchema } from "@dianbo/shared/clip";
import { type GiverMessage, HANDOFF_PROTOCOL, type TakerMessage } from "@dianbo/shared/handoff";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { type GiverState, makeGiver } from "./giver.ts";
import { type HeardEvent, openWindowCarrier } from "./window-carrier.ts";

const HASH = "c".repeat(64);

const film = (id: string): Clip =>
  v.parse(clipSchema, {
    id: `clip-${id}`.padEnd(24, "0"),
    kind: "video",
    title: `课件 ${id}`,
    source: {
      url: `https://example-portal.cn/${id}.html`,
      canonical: `https://example-portal.cn/${id}.html`,
      portal: "example-portal.cn",
    },
    file: { state: "held", file: { hash: HASH, size: 3, mime: "video/mp4", name: "a.mp4" } },
    tags: [],
    reviewed: false,
    clippedAt: 1_764_000_000_000,
  });

const open = (clips: readonly Clip[] = [film("one"), film("two")]) => {
  const sent: GiverMessage[] = [];
  const states: GiverState[] = [];
  const gone: string[] = [];
  const lost: string[] = [];
  const giver = makeGiver({
    clips,
    shelf: {
      openFile: async (hash) => (hash === HASH ? new Blob(["abc"]) : null),
      letGo: async ({ id }) => {
        gone.push(id);
      },
      lost: async ({ id }) => {
        lost.push(id);
      },
    },
    send: (message) => sent.push(message),
    onState: (state) => states.push(state),
  });
  type Said<M> = M extends { protocol: string } ? Omit<M, "protocol"> : never;
  const hear = (message: Said<TakerMessage>): void =>
    giver.hear({ ...message, protocol: HANDOFF_PROTOCOL } as TakerMessage);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { giver, hear, sent, states, gone, lost, settled };
};

describe("the giving side", () => {
  it("knocks until the app is ready, then offers", () => {
    const side = open();
    side.giver.knock();
    side.giver.knock();
    side.hear({ type: "ready" });
    expect(side.sent.map(({ type }) => type)).toEqual(["hello", "hello", "offer"]);
    expect(side.giver.state()).toEqual({ state: "giving", given: 0, total: 2 });
  });

  it("says so when nobody answers, and goes on once somebody does", () => {
    const side = open();
    for (let knock = 0; knock < 60; knock += 1) side.giver.knock();
    expect(side.giver.state()).toEqual({ state: "unanswered", total: 2 });
    side.hear({ type: "ready" });
    expect(side.giver.state()).toMatchObject({ state: "giving" });
  });

  it("lets a row go only after its ack", async () => {
    const side = open();
    side.hear({ type: "ready" });
    side.hear({ type: "want", clip: film("one").id, hash: v.parse(v.any(), HASH) });
    await side.settled();
    expect(side.sent.at(-1)).toMatchObject({ type: "file", hash: HASH });
    expect(side.gone).toEqual([]);
    side.hear({ type: "ack", clip: film("one").id, number: 1001 });
    await side.settled();
    expect(side.gone).toEqual([film("one").id]);
  });

  it("keeps what is not acknowledged when the app's tab closes in the middle", async () => {
    const side = open();
    side.hear({ type: "ready" });
    side.hear({ type: "ack", clip: film("one").id });
    side.giver.takerGone();
    await side.settled();
    expect(side.gone).toEqual([film("one").id]);
    expect(side.giver.state()).toEqual({ state: "closed", given: 1, total: 2 });
    side.hear({ type: "ack", clip: film("two").id });
    await side.settled();
    expect(side.gone).toEqual([film("one").id]);
  });

  it("offers the rest again when the app's tab was reloaded", () => {
    const side = open();
    side.hear({ type: "ready" });
    side.hear({ type: "ack", clip: film("one").id });
    side.giver.knock();
    side.hear({ type: "ready" });
    expect(side.sent.at(-1)).toMatchObject({ type: "offer", clips: [{ id: film("two").id }] });
  });

  it("lets a row go once when it is acknowledged twice, and none that was never offered", async () => {
    const side = open();
    side.hear({ type: "ack", clip: film("one").id });
    side.hear({ type: "ready" });
    side.hear({ type: "ack", clip: film("one").id });
    side.hear({ type: "ack", clip: film("one").id });
    side.hear({ type: "ack", clip: film("strange").id });
    await side.settled();
    expect(side.gone).toEqual([film("one").id]);
    expect(side.giver.state()).toMatchObject({ given: 1 });
  });

  it("gives out no file that belongs to no row on offer", async () => {
    const side = open();
    side.hear({ type: "ready" });
    const other = v.parse(clipSchema.entries.id, "other-clip-00000000000");
    side.hear({ type: "want", clip: other, hash: v.parse(v.any(), HASH) });
    side.hear({ type: "want", clip: film("one").id, hash: v.parse(v.any(), "d".repeat(64)) });
    await side.settled();
    expect(side.sent.map(({ type }) => type)).toEqual(["offer"]);
  });

  it("says what was refused, and keeps it", async () => {
    const side = open();
    side.hear({ type: "ready" });
    side.hear({ type: "refuse", clip: film("one").id, reason: "disk-full" });
    side.hear({ type: "ack", clip: film("two").id });
    side.hear({ type: "done" });
    await side.settled();
    expect(side.gone).toEqual([film("two").id]);
    expect(side.giver.state()).toEqual({
      state: "ended",
      given: 1,
      total: 2,
      refused: [{ title: "课件 one", reason: "disk-full" }],
    });
  });
});

describe("the giving side, when a file is gone", () => {
  it("marks the row as one to be fetched again", async () => {
    const side = open();
    side.hear({ type: "ready" });
    side.hear({ type: "refuse", clip: film("one").id, reason: "file-missing" });
    side.hear({ type: "refuse", clip: film("two").id, reason: "shelf-full" });
    await side.settled();
    expect(side.lost).toEqual([film("one").id]);
    expect(side.gone).toEqual([]);
  });
});

describe("the giving side's carrier", () => {
  const opened = {
    closed: false,
    posted: [] as unknown[],
    postMessage(message: unknown, target: string) {
      this.posted.push([message, target]);
    },
  };
  const carry = () => {
    opened.posted = [];
    let listener: ((event: HeardEvent) => void) | undefined;
    const heard: TakerMessage[] = [];
    const carrier = openWindowCarrier(
      {
        addEventListener: (_, given) => {
          listener = given;
        },
        removeEventListener: () => undefined,
      },
      opened,
      "http://localhost:4173/app/index.html",
      (message) => heard.push(message),
    );
    const say = (event: Partial<HeardEvent>): void =>
      listener?.({
        source: opened,
        origin: "http://localhost:4173",
        data: { protocol: HANDOFF_PROTOCOL, type: "ready" },
        ...event,
      });
    return { carrier, heard, say };
  };

  it("speaks to the app's exact origin only", () => {
    carry().carrier.send({ protocol: HANDOFF_PROTOCOL, type: "hello" });
    expect(opened.posted).toEqual([
      [{ protocol: HANDOFF_PROTOCOL, type: "hello" }, "http://localhost:4173"],
    ]);
  });

  it.each([
    ["another window", { source: {} }],
    ["the window after it went elsewhere", { origin: "http://evil.example" }],
    ["a message that does not fit", { data: { protocol: HANDOFF_PROTOCOL, type: "ack", clip: 7 } }],
  ])("does not hear %s", (_, event) => {
    const side = carry();
    side.say({});
    side.say(event);
    expect(side.heard).toHaveLength(1);
  });
});
