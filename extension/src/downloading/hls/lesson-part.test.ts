import { describe, expect, it } from "vitest";
import { countPart } from "./lesson-part.ts";
import { planLesson } from "./lesson-plan.ts";
import type { MediaPlaylist } from "./playlist.ts";

const playlist = (name: string, seconds: readonly number[]): MediaPlaylist => ({
  type: "media",
  seconds: seconds.reduce((sum, one) => sum + one, 0),
  segments: seconds.map((one, sequence) => ({
    url: `http://a.cn/${name}${sequence}.ts`,
    range: undefined,
    sequence,
    seconds: one,
    key: { url: "http://a.cn/key", iv: "00" },
    map: undefined,
    discontinuity: false,
    gap: false,
  })),
});

describe("how much of a lesson is there", () => {
  it("counts fragments, keys among them, and the seconds of picture and sound at the same time", () => {
    const plan = planLesson([playlist("picture", [6, 6, 3]), playlist("sound", [6, 6, 3])]);
    const count = countPart(plan, [], new Set());
    expect(count.part()).toEqual({ fragments: 0, allFragments: 7, seconds: 0, allSeconds: 15 });
    for (const { number } of plan.fragments.slice(0, 3)) count.add(number);
    expect(count.part()).toEqual({ fragments: 3, allFragments: 7, seconds: 6, allSeconds: 15 });
    for (const { number } of plan.fragments.slice(3)) count.add(number);
    expect(count.part()).toEqual({ fragments: 7, allFragments: 7, seconds: 15, allSeconds: 15 });
  });

  it("goes on from what an earlier run left, and does not wait for what is left out", () => {
    const plan = planLesson([playlist("picture", [6, 6, 3])]);
    const [lost] = plan.tracks[0]?.slice(1, 2) ?? [];
    const count = countPart(plan, plan.fragments.slice(0, 2), new Set([lost?.fragment ?? -1]));
    expect(count.part()).toEqual({ fragments: 2, allFragments: 3, seconds: 6, allSeconds: 9 });
  });
});
