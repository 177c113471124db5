import { expect, test, vi } from "vitest";
import { inTime } from "./in-time.ts";

test("what never comes is given up, what comes in time is taken, what fails fails", async () => {
  vi.useFakeTimers();
  try {
    const never = inTime(new Promise<string>(() => undefined), 2000);
    let given: string | undefined = "nothing yet";
    void never.then((value) => {
      given = value;
    });
    await vi.advanceTimersByTimeAsync(1999);
    expect(given).toBe("nothing yet");
    await vi.advanceTimersByTimeAsync(1);
    expect(given).toBeUndefined();
    expect(await inTime(Promise.resolve("read"), 2000)).toBe("read");
    await expect(inTime(Promise.reject(new Error("gone")), 2000)).rejects.toThrow("gone");
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
