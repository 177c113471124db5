/** Whatever happens to the bytes of a channel on its way: a reason, never an error, never half a release. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import { plainId } from "../../testing/pc.ts";
import { fixedClock } from "../clock/index.ts";
import { makeSiteKey, type Sha512 } from "../identity/index.ts";
import { channelFileSource, writeChannelFile } from "./channel-file.ts";
import { channelIdSchema } from "./channel-index.ts";
import { type ChannelItem, readChannelItem } from "./channel-item.ts";
import { contentsOf, differenceOf } from "./contents.ts";
import { publishRelease } from "./publish.ts";
import { type Release, readRelease, type Sha256 } from "./read-release.ts";
import { decodeSegment, encodeSegment } from "./segment.ts";

const sha256: Sha256 = async (bytes) => createHash("sha256").update(bytes).digest("hex");
const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());
const hands = { sha256, sha512 };
const reader = { ...hands, held: async () => undefined };
const key = await makeSiteKey(new Uint8Array(32).fill(9), sha512);
const now = fixedClock(Date.UTC(2026, 10, 24)).now();

const item = (id: number, title: string): ChannelItem => {
  const read = readChannelItem({
    id: `property-${String(id).padStart(15, "0")}`,
    title,
    kind: "video",
  });
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};
const publish = async (items: readonly ChannelItem[], before?: Release) =>
  await publishRelease(
    {
      channel: v.parse(channelIdSchema, plainId("property")),
      name: "目录",
      publisherName: "县",
      site: undefined,
      at: now,
      items,
      readings: new Map(),
      key,
      before,
    },
    hands,
  );

test("a file with bytes changed, cut or added is refused or says the same", async () => {
  const made = await publish(Array.from({ length: 40 }, (_, at) => item(at, `第 ${at} 讲`)));
  if (!made.ok) throw new Error(made.error.type);
  const file = writeChannelFile(made.value.index, made.value.bytes);
  const whole = JSON.stringify(made.value.index);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 4 }),
      fc.option(fc.nat(file.length)),
      async (flips, cut) => {
        const bytes = file.slice(0, cut ?? file.length);
        for (const [at, to] of flips) if (at < bytes.length) bytes[at] = to;
        const source = channelFileSource(bytes);
        if (!source.ok) return;
        const release = await readRelease(source.value, reader);
        if (release.ok) expect(JSON.stringify(release.value.index)).toBe(whole);
      },
    ),
  );
});

test("whatever bytes a segment is, reading it answers", () => {
  const good = encodeSegment({ items: [item(1, "党课")], gone: [], readings: new Map() });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(good.length), (noise, at) => {
      const bytes = new Uint8Array([...good.subarray(0, at), ...noise]);
      expect(typeof decodeSegment(bytes).ok).toBe("boolean");
    }),
  );
});

test("any run of releases ends with what was published last", async () => {
  const state = fc.uniqueArray(
    fc.tuple(fc.nat(12), fc.constantFrom("甲", "乙", "丙")).map(([id, title]) => item(id, title)),
    { minLength: 1, maxLength: 12, selector: ({ id }) => id },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 5 }), async (states) => {
      let before: Release | undefined;
      for (const items of states) {
        const made = await publish(items, before);
        if (!made.ok) {
          expect(made.error.type).toBe("nothing-new");
          continue;
        }
        const source = channelFileSource(writeChannelFile(made.value.index, made.value.bytes));
        if (!source.ok) throw new Error(source.error.type);
        const release = await readRelease(source.value, reader);
        if (!release.ok) throw new Error(JSON.stringify(release.error));
        before = release.value;
        const wanted = new Map(items.map((one) => [one.id, one]));
        const { fresh, changed, gone } = differenceOf(before.contents, wanted);
        expect([fresh, changed, gone]).toEqual([[], [], []]);
        expect(contentsOf(before.segments).size).toBe(items.length);
      }
    }),
  );
});
