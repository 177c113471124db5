import { type Clip, clipSchema } from "@dianbo/shared/clip";
import { type GiverMessage, HANDOFF_PROTOCOL, type TakerMessage } from "@dianbo/shared/handoff";
import { err, ok } from "@dianbo/shared/result";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { makeTaker, type Refusal, type TakerShelf } from "./taker.ts";

const HASH_A = "a".repeat(64);
const HASH_B = "b".repeat(64);

const clip = (id: string, change: Partial<v.InferInput<typeof clipSchema>> = {}): Clip =>
  v.parse(clipSchema, {
    id: `clip-${id}`.padEnd(24, "0"),
    kind: "video",
    title: `课件 ${id}`,
    source: {
      url: `https://example-portal.cn/${id}.html`,
      canonical: `https://example-portal.cn/${id}.html`,
      portal: "example-portal.cn",
    },
    file: { state: "none" },
    category: 1,
    tags: [],
    reviewed: false,
    clippedAt: 1_764_000_000_000,
    ...change,
  });

const film = (id: string, hash = HASH_A): Clip =>
  clip(id, {
    file: { state: "held", file: { hash, size: 3, mime: "video/mp4", name: "a.mp4" } },
  });

/** A shelf in memory, with switches. */
const makeShelf = () => {
  const files = new Map<string, Blob>();
  const stored = new Map<string, number>();
  const pages = new Map<string, number>();
  const switches: { keepFails?: Refusal; storeFails?: Refusal } = {};
  const shelf: TakerShelf = {
    hasFile: async (hash) => files.has(hash),
    keepFile: async (blob, hash) => {
      if (switches.keepFails !== undefined) return err({ type: switches.keepFails });
      files.set(hash, blob);
      return ok(undefined);
    },
    held: ({ id, source }) => stored.get(id) ?? pages.get(source.canonical),
    store: async ({ id, source }) => {
      if (switches.storeFails !== undefined) return err({ type: switches.storeFails });
      const number = 1001 + stored.size;
      stored.set(id, number);
      pages.set(source.canonical, number);
      return ok(number);
    },
  };
  return { shelf, files, stored, switches };
};

/** A taker whose answers are kept, with a giver that answers `want` unless told otherwise. */
const open = (
  options: { trusted?: boolean; giveFiles?: boolean | "other-bytes" } = {},
  shelf = makeShelf(),
) => {
  const sent: TakerMessage[] = [];
  let trusts = 0;
  const taker = makeTaker({
    shelf: shelf.shelf,
    send: (message) => {
      sent.push(message);
      if (message.type === "want" && (options.giveFiles ?? true)) {
        queueMicrotask(() =>
          hear({ type: "file", clip: message.clip, hash: message.hash, blob: new Blob(["abc"]) }),
        );
      }
    },
    trusted: () => options.trusted ?? true,
    trust: () => {
      trusts += 1;
    },
    isBlob: (value): value is Blob => value instanceof Blob,
  });
  type Said<M> = M extends { protocol: string } ? Omit<M, "protocol"> : never;
  const hear = (message: Said<GiverMessage>): void => {
    taker.hear({ ...message, protocol: HANDOFF_PROTOCOL } as GiverMessage);
  };
  const ended = async (): Promise<void> => {
    for (let turn = 0; turn < 200 && !sent.some(({ type }) => type === "done"); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  return { taker, hear, sent, ended, shelf, trusts: () => trusts };
};

const types = (sent: readonly TakerMessage[]): string[] => sent.map(({ type }) => type);

describe("the taking side", () => {
  it("stores the files first, then the row, then acknowledges with the number", async () => {
    const side = open();
    side.hear({ type: "hello" });
    side.hear({ type: "offer", clips: [film("one"), clip("two")] });
    await side.ended();
    expect(types(side.sent)).toEqual(["ready", "want", "ack", "ack", "done"]);
    expect(side.sent[2]).toMatchObject({ type: "ack", number: 1001 });
    expect(side.shelf.files.has(HASH_A)).toBe(true);
    expect(side.taker.state()).toMatchObject({ state: "ended", total: 2, refused: [] });
  });

  it("stores once what is delivered twice, and says the same number", async () => {
    const shelf = makeShelf();
    const first = open({}, shelf);
    first.hear({ type: "offer", clips: [film("one")] });
    await first.ended();
    const second = open({}, shelf);
    second.hear({ type: "offer", clips: [film("one")] });
    await second.ended();
    expect(types(second.sent)).toEqual(["ack", "done"]);
    expect(second.sent[0]).toMatchObject({ number: 1001 });
    expect(shelf.stored.size).toBe(1);
  });

  it("does not double the same page under another id, also within one offer", async () => {
    const side = open();
    const again: Clip = { ...clip("other"), source: clip("one").source };
    side.hear({ type: "offer", clips: [clip("one"), again] });
    await side.ended();
    expect(side.shelf.stored.size).toBe(1);
    expect(side.sent.filter(({ type }) => type === "ack")).toMatchObject([
      { number: 1001 },
      { number: 1001 },
    ]);
  });

  it("takes an offer that is said twice as one", async () => {
    const side = open();
    side.hear({ type: "offer", clips: [film("one")] });
    side.hear({ type: "hello" });
    side.hear({ type: "offer", clips: [film("one")] });
    await side.ended();
    expect(types(side.sent)).toEqual(["want", "ack", "done"]);
  });

  it("asks before taking from an extension it never took from, and takes nothing on no", async () => {
    const side = open({ trusted: false });
    side.hear({ type: "offer", clips: [clip("one"), clip("two")] });
    expect(side.taker.state()).toEqual({ state: "asking", count: 2 });
    expect(side.sent).toEqual([]);
    side.taker.accept(false);
    expect(side.taker.state()).toEqual({ state: "declined" });
    expect(types(side.sent)).toEqual(["done"]);
    expect(side.shelf.stored.size).toBe(0);
    expect(side.trusts()).toBe(0);
  });

  it("remembers a yes", async () => {
    const side = open({ trusted: false });
    side.hear({ type: "offer", clips: [clip("one")] });
    side.taker.accept(true);
    await side.ended();
    expect(side.trusts()).toBe(1);
    expect(side.shelf.stored.size).toBe(1);
  });

  it("stores nothing half when the giver closes in the middle, and says what is whole", async () => {
    const side = open({ giveFiles: false });
    side.hear({ type: "offer", clips: [clip("one"), film("two"), clip("three")] });
    await new Promise((resolve) => setTimeout(resolve, 5));
    side.taker.giverGone();
    await side.ended();
    expect([...side.shelf.stored.keys()]).toEqual([clip("one").id]);
    expect(side.taker.state()).toMatchObject({
      state: "interrupted",
      total: 3,
      taken: [{ number: 1001 }],
      refused: [],
    });
  });

  it("goes on next time with what is missing", async () => {
    const shelf = makeShelf();
    const broken = open({ giveFiles: false }, shelf);
    broken.hear({ type: "offer", clips: [clip("one"), film("two")] });
    await new Promise((resolve) => setTimeout(resolve, 5));
    broken.taker.giverGone();
    await broken.ended();
    const next = open({}, shelf);
    next.hear({ type: "offer", clips: [clip("one"), film("two")] });
    await next.ended();
    expect(shelf.stored.size).toBe(2);
    expect(next.taker.state()).toMatchObject({ state: "ended", refused: [] });
  });

  it.each(["disk-full", "hash-differs", "not-stored"] as const)(
    "refuses in words when a file cannot be kept: %s",
    async (reason) => {
      const shelf = makeShelf();
      shelf.switches.keepFails = reason;
      const side = open({}, shelf);
      side.hear({ type: "offer", clips: [film("one"), clip("two")] });
      await side.ended();
      expect(side.sent).toContainEqual(
        expect.objectContaining({ type: "refuse", clip: film("one").id, reason }),
      );
      expect([...shelf.stored.keys()]).toEqual([clip("two").id]);
    },
  );

  it("refuses when the shelf has no numbers left", async () => {
    const shelf = makeShelf();
    shelf.switches.storeFails = "shelf-full";
    const side = open({}, shelf);
    side.hear({ type: "offer", clips: [clip("one")] });
    await side.ended();
    expect(types(side.sent)).toEqual(["refuse", "done"]);
  });

  it("refuses a file that is no Blob, and ignores one that was not asked for", async () => {
    const side = open({ giveFiles: false });
    side.hear({ type: "offer", clips: [film("one")] });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const want = film("one");
    if (want.file.state !== "held") throw new Error("a film has a file");
    const { hash } = want.file.file;
    const other = film("two", HASH_B);
    if (other.file.state !== "held") throw new Error("a film has a file");
    side.hear({ type: "file", clip: want.id, hash: other.file.file.hash, blob: new Blob(["x"]) });
    side.hear({ type: "file", clip: want.id, hash, blob: { size: 3 } });
    await side.ended();
    expect(side.sent.at(-2)).toMatchObject({ type: "refuse", reason: "file-missing" });
    expect(side.shelf.files.size).toBe(0);
  });
});
