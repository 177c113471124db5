/**
 * A host that means harm, or a line that spoils what it carries: whatever comes instead of an index or a segment,
 * the desk answers with a reason, keeps what it has, and looking for news changes nothing but what it remembers
 * of looking.
 */
import "fake-indexeddb/auto";
import { channelIdSchema } from "@dianbo/shared/channel";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeChannels, hostInMemory, openDesk, TAKEN_AT } from "../support/channel-desk.ts";
import { countyItems, countyRelease, parsed } from "../support/county-channel.ts";

const FOLDER = "https://dj.qinghe.gov.cn/channel/";
const channel = parsed(channelIdSchema, "county-channel-0001");
const ITEMS = countyItems(60);
const first = await countyRelease({ items: ITEMS.slice(0, 40) });
const second = await countyRelease({ items: ITEMS, before: first.release });
const host = hostInMemory();
host.publish(FOLDER, second);
const GOOD = new Map(
  [...host.files].flatMap(([path, file]) => (typeof file === "number" ? [] : [[path, file]])),
);
const PATHS = [...GOOD.keys()];

let desk: ReturnType<typeof openDesk>;
let before: unknown;
/** Everything that is kept, but for what is remembered of looking. */
const kept = async (): Promise<unknown> => ({
  channels: (await desk.db.channels.toArray()).map(({ checks: _looking, ...row }) => row),
  segments: (await desk.db.segments.toArray()).map(({ hash, bytes }) => [hash, bytes.length]),
});

beforeAll(async () => {
  desk = openDesk(undefined, host.hands);
  host.publish(FOLDER, first);
  await desk.looked({ type: "web", address: FOLDER });
  await desk.ask({ type: "take", at: TAKEN_AT, rhythm: "daily" });
  before = await kept();
});
afterAll(closeChannels);

/** What a strange host puts in the place of a file, made from the right one. */
const spoilt = fc.oneof(
  fc
    .array(fc.tuple(fc.nat(4_000), fc.nat(255)), { minLength: 1, maxLength: 5 })
    .map((flips) => (bytes: Uint8Array) => {
      const next = Uint8Array.from(bytes);
      for (const [at, to] of flips) next[at % next.length] = to;
      return next;
    }),
  fc.nat(4_000).map((length) => (bytes: Uint8Array) => bytes.slice(0, length % bytes.length)),
  fc
    .uint8Array({ maxLength: 200 })
    .map((more) => (bytes: Uint8Array) => Uint8Array.from([...bytes, ...more])),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => () => Uint8Array.from(bytes)),
  fc.json().map((text) => () => new TextEncoder().encode(text)),
  // The right words with one of them changed: the shape holds, the signature does not.
  fc
    .tuple(
      fc.constantFrom("release", "items", "name", "segments", "channel", "publishedAt", "version"),
      fc.oneof(fc.jsonValue(), fc.nat(9), fc.constant("\u202e目录"), fc.constant(1e9)),
    )
    .map(([field, value]) => (bytes: Uint8Array) => {
      try {
        const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
        const changed = typeof json === "object" ? { ...json, [field]: value } : json;
        return new TextEncoder().encode(JSON.stringify(changed));
      } catch {
        return bytes.slice(1);
      }
    }),
  fc.constantFrom(0, 302, 403, 404, 410, 418, 429, 500, 503).map((status) => () => status),
);

test("whatever a host gives, nothing that is kept is another and every question has its answer", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...PATHS), spoilt), { minLength: 1, maxLength: 3 }),
      async (places) => {
        for (const [path, bytes] of GOOD) host.files.set(path, bytes);
        let isSame = true;
        for (const [path, spoil] of places) {
          const good = GOOD.get(path) ?? new Uint8Array();
          const file = spoil(good);
          isSame &&= typeof file !== "number" && Buffer.compare(file, good) === 0;
          host.files.set(path, file);
        }
        const looked = await desk.ask({ type: "look", from: { type: "web", address: FOLDER } });
        // `not-stored` is what the desk says of an error that nobody has thought of.
        if (looked.type === "failed") expect(looked.failure).not.toBe("not-stored");
        else if (!isSame) {
          // White space behind the index, or a held segment that nobody asked for again: the same release.
          expect(looked).toMatchObject({ type: "looked", looked: { index: { release: 2 } } });
          expect(looked.type === "looked" && looked.looked.fresh.count).toBe(20);
        }
        await desk.ask({ type: "leave" });
        expect((await desk.ask({ type: "check", channel, at: TAKEN_AT })).type).toBe("done");
        expect(await kept()).toEqual(before);
      },
    ),
    { numRuns: Math.max(1_000, fc.readConfigureGlobal().numRuns ?? 0) },
  );
});
