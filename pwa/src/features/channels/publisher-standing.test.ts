import { type RecordState, recordStateSchema } from "@dianbo/shared/changes";
import { channelIndexSchema } from "@dianbo/shared/channel";
import { makeSiteKey, newRecordId, newSiteId, type RecordId } from "@dianbo/shared/identity";
import { handOverKey } from "@dianbo/shared/signing";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { sha512 } from "../../app/site-key.ts";
import type { LookedAt } from "../../storage/channels/index.ts";
import { knownAsSite } from "./publisher-standing.ts";

const own = newSiteId(() => "village".padEnd(24, "-"));
const county = newSiteId(() => "county".padEnd(24, "-"));
const keyOf = (seed: number) => makeSiteKey(new Uint8Array(32).fill(seed), sha512);
const id = newRecordId(() => `known-site-${county}`);

/** The library of a site that took a list of the county, signed with a key. */
const recordsKnowing = (key: string): ReadonlyMap<RecordId, RecordState> => {
  const writer = `${"d".repeat(24)}~${"r".repeat(24)}`;
  const fields = { site: county, name: "青禾县", key, newest: 1_790_000_000_000 };
  const written = Object.entries(fields).map(([name, value], at) => [
    name,
    [
      {
        dot: { writer, counter: at + 1 },
        stamp: { millis: 1_790_000_000_000, tick: 0 },
        site: own,
        value,
      },
    ],
  ]);
  const record = v.parse(recordStateSchema, {
    id,
    kind: "known-site",
    seen: { [writer]: written.length },
    fields: Object.fromEntries(written),
  });
  return new Map([[id, record]]);
};

const lookedAt = (more: Readonly<Record<string, unknown>>, key: LookedAt["key"]): LookedAt => ({
  index: v.parse(channelIndexSchema, {
    format: "dianbo-channel",
    version: 1,
    channel: "county-channel-0001",
    name: "总目录",
    publisher: { name: "青禾县远教办", site: county },
    release: 1,
    publishedAt: 1_790_000_000_000,
    items: 0,
    segments: [],
    ...more,
  }),
  standing: "subscribe",
  key,
  bytes: 0,
  counts: [],
  unfiled: 0,
  fresh: { count: 0, some: [] },
  changed: { count: 0, some: [] },
  gone: { count: 0, some: [] },
});

describe("a publisher whose lists were taken here", () => {
  test("is known by its key, by one that the key has signed, and refused with another or none", async () => {
    const [old, next] = [await keyOf(7), await keyOf(9)];
    const records = recordsKnowing(old.publicKey);
    const standing = async (
      more: Readonly<Record<string, unknown>>,
      key: LookedAt["key"] = "first",
    ) => (await knownAsSite(lookedAt(more, key), records, own))?.key;
    const signed = (publicKey: string) => ({
      publisherKey: publicKey,
      signature: "0".repeat(128),
    });
    expect(await standing(signed(old.publicKey))).toBe("known-site");
    expect(await standing(signed(next.publicKey))).toBeUndefined();
    expect(await standing({}, "unsigned")).toBeUndefined();
    const word = await handOverKey(
      county,
      { from: old, to: next.publicKey, at: lookedAt({}, "first").index.publishedAt },
      sha512,
    );
    expect(await standing({ ...signed(next.publicKey), keyChanges: [word] })).toBe("changed");
    // Where the channel itself is known, its own pinned key decides.
    expect(await standing(signed(next.publicKey), "pinned")).toBe("pinned");
    // Nothing is known of others.
    const stranger = { publisher: { name: "邻县" }, ...signed(next.publicKey) };
    expect(await standing(stranger)).toBe("first");
    expect((await knownAsSite(lookedAt({}, "unsigned"), new Map(), own))?.key).toBe("unsigned");
  });
});
