import { type Clip, clipSchema } from "@dianbo/shared/clip";
import {
  type AppBody,
  CHUNK_BYTES,
  CHUNKED_LIMIT,
  CHUNKS_IN_FLIGHT,
  type ExtensionBody,
  HANDOFF_PROTOCOL,
  type TakerMessage,
} from "@dianbo/shared/handoff";
import * as v from "valibot";
import { describe, expect, it, vi } from "vitest";
import { carrierOf } from "./choose-carrier.ts";
import { makeLinkGiver } from "./link-giver.ts";
import { isPairedPage, leaveOf, pagesOf, pagesWithoutPort } from "./paired-app.ts";
import { settledClips, TAKE_BACK_MS } from "./ready-rows.ts";

const HASH = "c".repeat(64);

const film = (id: string, size = 3): Clip =>
  v.parse(clipSchema, {
    id: `clip-${id}`.padEnd(24, "0"),
    kind: "video",
    title: `课件 ${id}`,
    source: {
      url: `https://example-portal.cn/${id}.html`,
      canonical: `https://example-portal.cn/${id}.html`,
      portal: "example-portal.cn",
    },
    file: { state: "held", file: { hash: HASH, size, mime: "video/mp4", name: "a.mp4" } },
    tags: [],
    reviewed: false,
    clippedAt: 1_764_000_000_000,
  });

const open = (clips: Clip[], blob = new Blob(["abc"]), library: "app" | "extension" = "app") => {
  const sent: ExtensionBody[] = [];
  const giver = makeLinkGiver({
    ready: async () => clips,
    place: async () => ({ library, blank: false }),
    shelf: {
      openFile: async () => blob,
      letGo: async ({ id }) => {
        clips.splice(0, clips.length, ...clips.filter((clip) => clip.id !== id));
      },
      lost: async () => undefined,
    },
    send: (body) => sent.push(body),
    openExtension: () => undefined,
  });
  type Said<M> = M extends { protocol: string } ? Omit<M, "protocol"> : never;
  const say = (message: Said<TakerMessage>): void =>
    giver.hear({
      type: "say",
      message: { ...message, protocol: HANDOFF_PROTOCOL } as TakerMessage,
    });
  const saw = (type: string): Promise<void> =>
    vi.waitFor(() =>
      expect(
        sent.some((body) => (body.type === "say" ? body.message.type : body.type) === type),
      ).toBe(true),
    );
  const begin = async (whole: boolean): Promise<void> => {
    giver.hear({ type: "link" });
    await saw("probe");
    giver.hear({ type: "probed", whole });
    giver.hear({ type: "gather" });
    await saw("left-behind");
  };
  return { giver, sent, say, saw, begin };
};

describe("giving over the link", () => {
  it("says where the library is and tests Blobs before anything else", async () => {
    const side = open([film("one")]);
    side.giver.hear({ type: "gather" });
    side.giver.hear({ type: "link" });
    await side.saw("probe");
    expect(side.sent.map(({ type }) => type)).toEqual(["place", "probe"]);
  });

  it("gives a Blob by reference where the test found that they pass, and lets the row go after the ack", async () => {
    const clips = [film("one")];
    const side = open(clips);
    await side.begin(true);
    await side.saw("hello");
    side.say({ type: "ready" });
    side.say({ type: "want", clip: film("one").id, hash: v.parse(v.any(), HASH) });
    await side.saw("file");
    expect(clips).toHaveLength(1);
    side.say({ type: "ack", clip: film("one").id });
    side.say({ type: "done" });
    await vi.waitFor(() => expect(clips).toEqual([]));
  });

  it("gives pieces where they do not, and waits for their acknowledgements", async () => {
    const blob = new Blob([new Uint8Array(CHUNK_BYTES * (CHUNKS_IN_FLIGHT + 3))]);
    const side = open([film("one", blob.size)], blob);
    await side.begin(false);
    await side.saw("hello");
    side.say({ type: "ready" });
    side.say({ type: "want", clip: film("one").id, hash: v.parse(v.any(), HASH) });
    const pieces = () => side.sent.filter(({ type }) => type === "chunk").length;
    await vi.waitFor(() => expect(pieces()).toBe(CHUNKS_IN_FLIGHT));
    const ack = (index: number): AppBody => ({
      type: "chunk-ack",
      hash: v.parse(v.any(), HASH),
      index,
    });
    side.giver.hear(ack(0));
    await vi.waitFor(() => expect(pieces()).toBe(CHUNKS_IN_FLIGHT + 1));
    for (let index = 1; index < CHUNKS_IN_FLIGHT + 3; index += 1) side.giver.hear(ack(index));
    await vi.waitFor(() => expect(pieces()).toBe(CHUNKS_IN_FLIGHT + 3));
  });

  it("leaves behind what is too large for pieces, and gives the rest", async () => {
    const side = open([film("large", CHUNKED_LIMIT + 1), film("small")]);
    await side.begin(false);
    await side.saw("hello");
    expect(side.sent).toContainEqual({ type: "left-behind", count: 1 });
    side.say({ type: "ready" });
    const offer = side.sent.at(-1);
    expect(offer).toMatchObject({ message: { clips: [{ id: film("small").id }] } });
  });

  it("gives nothing where the library is in the extension", async () => {
    const side = open([film("one")], undefined, "extension");
    side.giver.hear({ type: "link" });
    await side.saw("probe");
    side.giver.hear({ type: "probed", whole: true });
    side.giver.hear({ type: "gather" });
    await new Promise((resolve) => setTimeout(resolve));
    expect(side.sent.map(({ type }) => type)).toEqual(["place", "probe"]);
  });
});

describe("the choice of a carrier", () => {
  it("is by what passes and what fits", () => {
    expect(carrierOf(film("a", CHUNKED_LIMIT + 1), true)).toBe("by-reference");
    expect(carrierOf(film("a", CHUNKED_LIMIT), false)).toBe("in-pieces");
    expect(carrierOf(film("a", CHUNKED_LIMIT + 1), false)).toBe("opener");
  });
});

describe("who may speak", () => {
  const address = "https://dianbo.example.gov.cn/book/index.html";
  const page = {
    id: "own",
    url: "https://dianbo.example.gov.cn/book/#/inbox",
    origin: "https://dianbo.example.gov.cn",
    frameId: 0,
    tab: {},
  };

  it("is our relay in the top frame of the paired app's own folder", () => {
    expect(isPairedPage(page, "own", address)).toBe(true);
    expect(leaveOf(address)).toBe("https://dianbo.example.gov.cn/*");
    expect(pagesOf("http://localhost:4173")).toBe("http://localhost:4173/*");
    expect(pagesWithoutPort("http://localhost:4173")).toBe("http://localhost/*");
  });

  it.each([
    ["another extension", { ...page, id: "other" }],
    ["a frame", { ...page, frameId: 3 }],
    ["a page of the extension", { ...page, tab: undefined }],
    ["another folder of the host", { ...page, url: "https://dianbo.example.gov.cn/other/" }],
    ["another origin", { ...page, origin: "https://evil.example" }],
    [
      "a name that begins alike",
      { ...page, url: "https://dianbo.example.gov.cn.evil.example/book/" },
    ],
  ])("is not %s", (_, sender) => {
    expect(isPairedPage(sender, "own", address)).toBe(false);
    expect(isPairedPage(page, "own", undefined)).toBe(false);
  });
});

describe("clips that just came", () => {
  it("stay while their panel can take them back or their pictures are coming", () => {
    const clip = film("one");
    const at = (after: number, locks: string[] = []) =>
      settledClips([clip], clip.clippedAt + after, new Set(locks));
    expect(at(TAKE_BACK_MS - 1)).toEqual({ settled: [], soon: true });
    expect(at(TAKE_BACK_MS)).toEqual({ settled: [clip], soon: false });
    expect(at(TAKE_BACK_MS, [`dianbo-pictures-${clip.id}`])).toEqual({ settled: [], soon: true });
    expect(at(-TAKE_BACK_MS)).toEqual({ settled: [clip], soon: false });
  });
});
