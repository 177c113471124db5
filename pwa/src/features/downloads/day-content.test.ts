import { newRecordId } from "@dianbo/shared/identity";
import { expect, it } from "vitest";
import type { DownloadRow } from "../../app/downloads-door.ts";
import { type PlacedRow, secondsLeft } from "./day-content.ts";

const MB = 1024 * 1024;

const placed = (
  standing: PlacedRow["standing"],
  change: Partial<Pick<DownloadRow, "file" | "reached" | "speed">>,
): PlacedRow => ({
  standing,
  place: undefined,
  row: {
    id: newRecordId(() => standing.padEnd(24, "0")),
    day: "2026-11-24/1",
    paused: false,
    notBefore: undefined,
    asked: undefined,
    waits: undefined,
    reached: undefined,
    heldAt: undefined,
    size: undefined,
    title: "课件",
    kind: "video",
    publisher: undefined,
    portal: "a.cn",
    url: "http://a.cn/",
    category: undefined,
    minutes: undefined,
    file: { state: "waiting" },
    speed: undefined,
    ...change,
  },
});

it("counts what runs and what waits with a known length, but not what a person stopped", () => {
  const running = placed("running", {
    file: { state: "downloading", received: 20 * MB, total: 60 * MB },
    speed: 2 * MB,
  });
  const part = { fragments: 1, allFragments: 4, seconds: 10, allSeconds: 40 };
  const lesson = placed("waiting", { reached: { received: 10 * MB, part } });
  const stopped = placed("paused", { reached: { received: 0, total: 500 * MB } });
  const unknown = placed("waiting", {});
  expect(secondsLeft([running])).toBe(20);
  expect(secondsLeft([running, lesson, stopped, unknown])).toBe(35);
  expect(secondsLeft([lesson, stopped])).toBeUndefined();
});
