import { describe, expect, it } from "vitest";
import { bytesLeft, shareOf } from "./how-much.ts";

const part = (seconds: number) => ({ fragments: 3, allFragments: 9, seconds, allSeconds: 600 });

describe("how much of a file is there", () => {
  it("is told by the server's promise, and by the playing time of a lesson", () => {
    expect(shareOf({ received: 30, total: 120 })).toBe(0.25);
    expect(shareOf({ received: 30, total: null, part: part(150) })).toBe(0.25);
    expect(shareOf({ received: 500, total: 120 })).toBe(1);
    expect(shareOf({ received: 30 })).toBeUndefined();
    expect(shareOf({ received: 30, part: { ...part(0), allSeconds: 0 } })).toBeUndefined();
  });

  it("tells what is still to come, of a lesson as many bytes to the second as came so far", () => {
    expect(bytesLeft({ received: 30, total: 120 })).toBe(90);
    expect(bytesLeft({ received: 30, part: part(150) })).toBe(90);
    expect(bytesLeft({ received: 130, total: 120 })).toBe(0);
    expect(bytesLeft({ received: 30, part: part(0) })).toBeUndefined();
    expect(bytesLeft({ received: 30 })).toBeUndefined();
  });
});
