import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId } from "../../testing/pc.ts";
import { minutesSchema } from "../clock/index.ts";
import { type Courseware, mediaFileSchema } from "../courseware/index.ts";
import { recordIdSchema } from "../identity/index.ts";
import { putBack, replaceCourseware } from "./replace-courseware.ts";

const item: Courseware = {
  id: v.parse(recordIdSchema, plainId("item")),
  life: "alive",
  pending: [],
  title: "旧名",
  kind: "article",
  category: 4,
  number: 4001,
  note: "放过两回",
  tags: ["消防"],
  reviewed: true,
};

const fieldsOf = ({ puts }: ReturnType<typeof replaceCourseware>): Record<string, unknown> =>
  Object.fromEntries(puts.map(({ field, values }) => [field, values.at(-1)?.value]));

describe("a newer clip in an item's place", () => {
  test("brings what it says and leaves number, category and note alone", () => {
    const changes = replaceCourseware(item, {
      title: "新名",
      kind: "article",
      tags: ["充电"],
      reviewed: false,
    });
    expect(fieldsOf(changes)).toEqual({ title: "新名", tags: ["消防", "充电"], reviewed: false });
  });

  test("keeps the film until the newer one is here", () => {
    const media = v.parse(mediaFileSchema, {
      hash: "ab".repeat(32),
      size: 1,
      mime: "video/mp4",
      name: "a.mp4",
    });
    const film: Courseware = { ...item, kind: "video", media, minutes: v.parse(minutesSchema, 9) };
    expect(fieldsOf(replaceCourseware(film, { title: "新名", kind: "video" }))).not.toHaveProperty(
      "media",
    );
  });

  test("is taken back whole", () => {
    const now: Courseware = { ...item, title: "新名", tags: ["消防", "充电"], reviewed: false };
    expect(fieldsOf(putBack(now, item))).toEqual({ title: "旧名", tags: ["消防"], reviewed: true });
    expect(putBack(item, item).puts).toEqual([]);
  });
});
