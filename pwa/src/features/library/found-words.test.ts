import { recordIdSchema } from "@dianbo/shared/identity";
import type { Span } from "@dianbo/shared/search";
import * as v from "valibot";
import { expect, test } from "vitest";
import { foundWords } from "./found-words.ts";

const found = (title: string, ...spans: Span[]) => ({
  item: {
    id: v.parse(recordIdSchema, "item00000000000000000000"),
    title,
    kind: "video" as const,
    life: "alive" as const,
    pending: [],
  },
  spans,
});

const words = (finds: readonly ReturnType<typeof found>[]): readonly string[] =>
  foundWords(
    finds.map(({ item }) => item),
    (item) => finds.find((one) => one.item === item)?.spans ?? [],
  );

test("each found word stands once, three at most, counted in characters", () => {
  expect(
    words([
      found("党的组织原则", { from: 2, to: 4 }),
      found("怎么组织", { from: 2, to: 4 }),
      found("𠮷种植", { from: 1, to: 3 }),
      found("章知识", { from: 0, to: 2 }),
      found("总支", { from: 0, to: 2 }),
    ]),
  ).toEqual(["组织", "种植", "章知"]);
  expect(words([found("没有记号")])).toEqual([]);
});
