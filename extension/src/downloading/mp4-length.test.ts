import { describe, expect, it } from "vitest";
import { walkMp4 } from "./mp4-length.ts";

const box = (type: string, payload: number, large = false): number[] => {
  const size = payload + (large ? 16 : 8);
  const number = (value: number): number[] => [24, 16, 8, 0].map((bits) => (value >>> bits) & 255);
  return [
    ...(large ? number(1) : number(size)),
    ...new TextEncoder().encode(type),
    ...(large ? [0, 0, 0, 0, ...number(size)] : []),
    ...new Array<number>(payload).fill(7),
  ];
};
const FILM = [...box("ftyp", 24), ...box("mdat", 500, true), ...box("moov", 90)];

const verdict = (bytes: readonly number[], step: number) => {
  const walk = walkMp4();
  const all = Uint8Array.from(bytes);
  for (let at = 0; at < all.length; at += step) walk.feed(all.subarray(at, at + step), at);
  return walk.verdict(all.length);
};

describe("an MP4's own length", () => {
  it.each([1, 3, 7, 64, 10_000])("is walked however the bytes come: %i at a time", (step) => {
    expect(verdict(FILM, step)).toBe("whole");
    expect(verdict(FILM.slice(0, -1), step)).toBe("short");
    expect(verdict(FILM.slice(0, 300), step)).toBe("short");
    expect(verdict([...FILM, 0, 0, 0], step)).toBe("unknown");
    expect(verdict([...FILM, ...FILM], step)).toBe("again");
    expect(verdict([...FILM, 0, 0, 0, 0, 0, 0, 0, 0], step)).toBe("unknown");
  });

  it("says nothing of what is no MP4, and misses the box that plays it", () => {
    expect(verdict([...new TextEncoder().encode("ID3 a sound and its bytes")], 5)).toBe("unknown");
    expect(verdict([...box("ftyp", 24), ...box("mdat", 50)], 5)).toBe("short");
    expect(verdict([], 5)).toBe("unknown");
  });
});
