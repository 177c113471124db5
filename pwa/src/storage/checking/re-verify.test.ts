import { fixedClock } from "@dianbo/shared/clock";
import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { ok } from "@dianbo/shared/result";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { pauseChecks, readFileChecks } from "./check-memory.ts";
import { checkOne, type ReVerifier } from "./re-verify.ts";

const hashOf = (letter: string): MediaHash => v.parse(mediaHashSchema, letter.repeat(64));
const DAY = 86_400_000;

const open = (letters: readonly string[], spoilt: readonly string[] = []) => {
  const memo = new Map<string, unknown>();
  const clock = fixedClock(1000 * DAY);
  const read: MediaHash[] = [];
  const room = { open: false };
  const files = new Set(letters);
  const verifier: ReVerifier = {
    library: {
      readMemo: async (key) => memo.get(key),
      writeMemo: async (key, value) => void memo.set(key, value),
    },
    media: {
      list: async () => [...files].map((letter) => ({ hash: hashOf(letter), size: 1 })),
      open: async (hash) => ok(new File([hash.charAt(0)], hash)),
    },
    clock,
    isRoomOpen: async () => room.open,
    hash: async (file, signal) => {
      if (signal.aborted) return "stopped";
      const letter = await file.text();
      read.push(hashOf(letter));
      return spoilt.includes(letter) ? hashOf("0") : hashOf(letter);
    },
  };
  return { verifier, clock, read, room, files };
};
const signal = new AbortController().signal;

describe("the library looked through in quiet hours", () => {
  it("takes one file a turn, each once, and again after thirty days", async () => {
    const { verifier, clock, read } = open(["a", "b"]);
    expect(await checkOne(verifier, signal)).toBe("checked");
    clock.set(clock.now() + 1000);
    expect(await checkOne(verifier, signal)).toBe("checked");
    expect(await checkOne(verifier, signal)).toBe("nothing-due");
    expect(read).toEqual([hashOf("a"), hashOf("b")]);
    clock.set(clock.now() + 31 * DAY);
    expect(await checkOne(verifier, signal)).toBe("checked");
    expect(read.at(-1)).toBe(hashOf("a"));
  });

  it("remembers which file is broken, and forgets what is gone", async () => {
    const { verifier, files } = open(["a", "b"], ["b"]);
    await checkOne(verifier, signal);
    await checkOne(verifier, signal);
    const checks = await readFileChecks(verifier.library);
    expect([...checks].map(([hash, { state }]) => [hash.charAt(0), state])).toEqual([
      ["a", "good"],
      ["b", "broken"],
    ]);
    files.delete("b");
    await checkOne(verifier, signal);
    expect([...(await readFileChecks(verifier.library)).keys()]).toEqual([hashOf("a")]);
  });

  it("does nothing while a room is open, while paused, or once it is told to stop", async () => {
    const { verifier, room, read } = open(["a"]);
    room.open = true;
    expect(await checkOne(verifier, signal)).toBe("room-open");
    room.open = false;
    await pauseChecks(verifier.library, true);
    expect(await checkOne(verifier, signal)).toBe("paused");
    await pauseChecks(verifier.library, false);
    expect(await checkOne(verifier, AbortSignal.abort())).toBe("stopped");
    expect(read).toEqual([]);
    expect((await readFileChecks(verifier.library)).size).toBe(0);
    expect(await checkOne(verifier, signal)).toBe("checked");
  });
});
