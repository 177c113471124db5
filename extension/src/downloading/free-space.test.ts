import { describe, expect, it } from "vitest";
import { measureFree, roomUpTo } from "./free-space.ts";

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

describe("the room of a disk", () => {
  const PETABYTE = 10 ** 15;
  const fails = (): Promise<number> => Promise.reject(new Error("File too large"));
  const says = (bytes: number) => (): Promise<number> => Promise.resolve(bytes);

  it("is what the browser names where no file can be made as long as what is asked for", async () => {
    expect(await roomUpTo(PETABYTE, fails, says(70_000 * MB))).toBe(70_000 * MB);
  });

  it("is the least of what both know, and no more than was asked for", async () => {
    expect(await roomUpTo(9 * MB, says(7 * MB), says(Number.POSITIVE_INFINITY))).toBe(7 * MB);
    expect(await roomUpTo(9 * MB, says(9 * MB), says(8 * MB))).toBe(8 * MB);
    expect(await roomUpTo(9 * MB, says(9 * MB), says(70 * MB))).toBe(9 * MB);
  });

  it("is taken for enough where nobody can be asked", async () => {
    expect(await roomUpTo(PETABYTE, fails, fails)).toBe(PETABYTE);
  });
});
