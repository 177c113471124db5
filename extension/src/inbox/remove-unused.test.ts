import { type Clip, clipSchema } from "@dianbo/shared/clip";
import { type Courseware, type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { newRecordId } from "@dianbo/shared/identity";
import * as v from "valibot";
import { expect, it } from "vitest";
import type { InboxRow } from "./inbox-db.ts";
import { removeUnused } from "./remove-unused.ts";

const hashOf = (digit: string): MediaHash => v.parse(mediaHashSchema, digit.repeat(64));
const fileOf = (hash: MediaHash) => ({ hash, size: 1, mime: "video/mp4", name: "x.mp4" });
const IN_ROW = hashOf("1");
const IN_DAMAGED = hashOf("2");
const IN_ITEM = hashOf("3");
const NOBODYS = hashOf("4");

const clip: Clip = v.parse(clipSchema, {
  id: newRecordId(() => "clip".padEnd(24, "0")),
  kind: "video",
  title: "课件",
  source: { url: "http://a.cn/1", canonical: "https://a.cn/1", portal: "a.cn" },
  file: { state: "held", file: fileOf(IN_ROW) },
  tags: [],
  reviewed: false,
  clippedAt: 1_764_000_000_000,
});
const damaged: InboxRow = {
  type: "damaged",
  id: "old",
  problems: ["title"],
  raw: JSON.stringify({ file: IN_DAMAGED }),
};
const item: Courseware = {
  id: newRecordId(() => "item".padEnd(24, "0")),
  title: "课件",
  kind: "video",
  life: "alive",
  pending: [],
  cover: fileOf(IN_ITEM),
};

it("removes a file only where no row, no damaged row and no item uses it", async () => {
  const removed: MediaHash[] = [];
  const media = { remove: async (hash: MediaHash) => void removed.push(hash) };
  const rows: readonly InboxRow[] = [{ type: "clip", clip }, damaged];
  const all = [IN_ROW, IN_DAMAGED, IN_ITEM, NOBODYS];
  await removeUnused(all, { inbox: { all: async () => rows }, media, items: [item] });
  expect(removed.splice(0)).toEqual([NOBODYS]);
  await removeUnused(all, { inbox: { all: async () => [] }, media, items: [] });
  expect(removed).toEqual(all);
});
