import { type Clip, clipSchema } from "@dianbo/shared/clip";
import {
  type AppBody,
  encodeChunk,
  type GiverMessage,
  HANDOFF_PROTOCOL,
} from "@dianbo/shared/handoff";
import { err, ok } from "@dianbo/shared/result";
import * as v from "valibot";
import { describe, expect, it, vi } from "vitest";
import { createArrivals } from "../../app/arrivals.ts";
import { makeLinkSession } from "./link-session.ts";

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

const open = ({ mayTake = true, full = false } = {}) => {
  const sent: AppBody[] = [];
  const stored: string[] = [];
  const kept: string[] = [];
  const arrivals = createArrivals();
  let begin: () => void = () => undefined;
  const session = makeLinkSession({
    shelf: {
      hasFile: async () => kept.length > 0,
      keepFile: async (blob) => {
        kept.push(await blob.text());
        return ok(null);
      },
      held: ({ id }) => (stored.includes(id) ? 1001 : undefined),
      store: async ({ id }) => {
        if (full) return err({ type: "disk-full" as const });
        stored.push(id);
        return ok(1001);
      },
    },
    send: (body) => sent.push(body),
    arrivals,
    probe: async (blob) => blob instanceof Blob,
    isBlob: (value): value is Blob => value instanceof Blob,
    place: () => mayTake,
    alone: (next) => {
      begin = next;
    },
  });
  type Said<M> = M extends { protocol: string } ? Omit<M, "protocol"> : never;
  const say = (message: Said<GiverMessage>): void =>
    session.hear({
      type: "say",
      message: { ...message, protocol: HANDOFF_PROTOCOL } as GiverMessage,
    });
  const said = (): string[] =>
    sent.map((body) => (body.type === "say" ? body.message.type : body.type));
  const link = async (): Promise<void> => {
    session.hear({ type: "place", library: "app", blank: true });
    session.hear({ type: "probe", blob: {} });
    await vi.waitFor(() => expect(said()).toContain("probed"));
  };
  return { session, sent, said, say, link, stored, kept, arrivals, begin: () => begin() };
};

describe("the app's end of the link", () => {
  it("takes only once this tab is the one that takes", async () => {
    const side = open();
    await side.link();
    side.say({ type: "hello" });
    expect(side.said()).toEqual(["probed"]);
    side.begin();
    side.say({ type: "hello" });
    expect(side.said()).toEqual(["probed", "gather", "ready"]);
  });

  it("never takes where the book is elsewhere", async () => {
    const side = open({ mayTake: false });
    await side.link();
    side.begin();
    side.say({ type: "hello" });
    expect(side.said()).toEqual(["probed"]);
  });

  it("puts a file together from pieces, acknowledging each, and tells how many came", async () => {
    const side = open();
    await side.link();
    side.begin();
    side.say({ type: "hello" });
    side.say({ type: "offer", clips: [film("one")] });
    await vi.waitFor(() => expect(side.said()).toContain("want"));
    const data = encodeChunk(new TextEncoder().encode("abc"));
    const hash = v.parse(v.any(), HASH);
    side.session.hear({ type: "chunk", clip: film("one").id, hash, size: 3, index: 0, data });
    await vi.waitFor(() => expect(side.said().at(-1)).toBe("done"));
    expect(side.kept).toEqual(["abc"]);
    expect(side.said()).toEqual(expect.arrayContaining(["chunk-ack", "ack"]));
    expect(side.arrivals.state()).toMatchObject({ linked: true, received: 1, unfiled: 0 });
  });

  it("goes on after the background was gone in the middle, and says nothing late on the new link", async () => {
    const side = open();
    await side.link();
    side.begin();
    side.say({ type: "hello" });
    side.say({ type: "offer", clips: [film("one")] });
    await vi.waitFor(() => expect(side.said()).toContain("want"));
    side.session.hear({ type: "parted" });
    expect(side.arrivals.state().linked).toBe(false);
    await new Promise((resolve) => setTimeout(resolve));
    const before = side.sent.length;
    await side.link();
    side.say({ type: "hello" });
    side.say({ type: "offer", clips: [film("one")] });
    await vi.waitFor(() => expect(side.said().slice(before)).toContain("want"));
    side.say({
      type: "file",
      clip: film("one").id,
      hash: v.parse(v.any(), HASH),
      blob: new Blob(["abc"]),
    });
    await vi.waitFor(() => expect(side.said().at(-1)).toBe("done"));
    expect(
      side
        .said()
        .slice(before)
        .filter((one) => one === "done"),
    ).toHaveLength(1);
    expect(side.stored).toEqual([film("one").id]);
  });

  it("acknowledges what it has already, and does not count it again", async () => {
    const side = open();
    side.stored.push(film("one").id);
    await side.link();
    side.begin();
    side.say({ type: "hello" });
    side.say({ type: "offer", clips: [film("one")] });
    await vi.waitFor(() => expect(side.said().at(-1)).toBe("done"));
    expect(side.said()).toContain("ack");
    expect(side.arrivals.state().received).toBe(0);
  });

  it("tells what could not be stored once, and does not try it again and again", async () => {
    const side = open({ full: true });
    side.kept.push("there");
    await side.link();
    side.begin();
    for (const round of [1, 2]) {
      side.say({ type: "hello" });
      side.say({ type: "offer", clips: [film("one")] });
      await vi.waitFor(() =>
        expect(side.said().filter((one) => one === "done")).toHaveLength(round),
      );
    }
    expect(side.said().filter((one) => one === "refuse")).toHaveLength(1);
    expect(side.arrivals.state().refused).toEqual([{ title: "课件 one", reason: "disk-full" }]);
  });
});
