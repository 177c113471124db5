/** Channels as earlier versions wrote them: every version reads them. A file is added, never made anew. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { channelFileSource, readRelease } from "@dianbo/shared/channel";
import { expect, test } from "vitest";

test("a signed channel of version 1", async () => {
  const file = readFileSync(new URL("channel-v1.dianbo", import.meta.url));
  const source = channelFileSource(new Uint8Array(file));
  if (!source.ok) throw new Error(source.error.type);
  const release = await readRelease(source.value, {
    sha256: async (bytes) => createHash("sha256").update(bytes).digest("hex"),
    sha512: async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest()),
    held: async () => undefined,
  });
  if (!release.ok) throw new Error(JSON.stringify(release.error));
  expect(release.value.index).toMatchObject({
    channel: "golden-channel-000000001",
    name: "青禾县课件总目录",
    publisher: { name: "青禾县远教办", site: "county------------------" },
    release: 1,
    publishedAt: 1_790_000_000_000,
  });
  expect([...release.value.contents.values()]).toEqual([
    {
      id: "golden-item-000000000001",
      title: "水稻病虫害防治",
      kind: "video",
      category: 3,
      minutes: 24,
      publisher: "县农技推广站",
      publishedAt: "2026-03-11",
      url: "https://county.example/lesson/1",
      tags: ["春耕"],
      hash: "ab".repeat(32),
      theirNumber: 3014,
    },
    { id: "golden-item-000000000002", title: "重庆行", kind: "link" },
  ]);
  expect(release.value.segments[0]?.readings).toEqual(
    new Map([
      ["水", "shui"],
      ["重", "zhong/chong"],
    ]),
  );
});
