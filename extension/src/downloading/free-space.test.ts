import { describe, expect, it } from "vitest";
import { measureFree } from "./free-space.ts";

const MB = 1024 * 1024;
const disk = (free: number) => {
  const asked: number[] = [];
  let size = 0;
  const probe = {
    truncate: (bytes: number): void => {
      if (bytes > 0) asked.push(bytes);
      if (bytes > free) throw new DOMException("full", "QuotaExceededError");
      size = bytes;
    },
  };
  return { probe, asked, size: () => size };
};
const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "QuotaExceededError";

describe("the measure of the disk", () => {
  it("asks once where there is room, and leaves nothing behind", () => {
    const { probe, asked, size } = disk(9000 * MB);
    expect(measureFree(probe, 2048 * MB, isFull)).toBe(2048 * MB);
    expect(asked).toHaveLength(1);
    expect(size()).toBe(0);
  });

  it("finds what is left to 16 MB in a few halvings", () => {
    const { probe, asked, size } = disk(700 * MB);
    const found = measureFree(probe, 2048 * MB, isFull);
    expect(found).toBeLessThanOrEqual(700 * MB);
    expect(found).toBeGreaterThan(683 * MB);
    expect(asked).toHaveLength(8);
    expect(size()).toBe(0);
  });

  it("does not take another fault for a full disk", () => {
    const probe = {
      truncate: (bytes: number): void => {
        if (bytes > 0) throw new Error("closed");
      },
    };
    expect(() => measureFree(probe, MB, isFull)).toThrow("closed");
  });
});
