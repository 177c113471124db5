import { createHash } from "node:crypto";
import { mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type HalfFile, type KeepingPlace, keepBlob } from "./keep-blob.ts";

const PIECE = 4 * 1024 * 1024;
const GIGABYTE = 1024 * 1024 * 1024;

/** A file of zeros of any size that is never whole in memory, and how often it was read. */
const zeros = (size: number) => {
  let reads = 0;
  return {
    size,
    slice: (from: number, to: number) => ({
      arrayBuffer: async () => {
        reads += 1;
        return new ArrayBuffer(Math.min(to, size) - from);
      },
    }),
    reads: () => reads,
  };
};

/** A folder that remembers what lies in it, half and whole. */
const folder = (full = Number.POSITIVE_INFINITY) => {
  let half: number | undefined;
  const whole = new Map<string, number>();
  const place: KeepingPlace<HalfFile> = {
    open: async () => {
      half = 0;
      return {
        write: (bytes, at) => {
          if (at + bytes.length > full) throw new DOMException("full", "QuotaExceededError");
          half = at + bytes.length;
        },
        flush: () => undefined,
        discard: async () => {
          half = undefined;
        },
      };
    },
    name: async (_file, hash) => {
      whole.set(hash, half ?? 0);
      half = undefined;
    },
  };
  return { place, lies: () => ({ half, whole: whole.size }) };
};

const watch = (stopAfter = Number.POSITIVE_INFINITY) => {
  let seen = 0;
  return {
    onProgress: (bytes: number) => {
      seen = bytes;
    },
    isStopped: () => seen >= stopAfter,
  };
};

const hashOf = (size: number) =>
  v.parse(mediaHashSchema, createHash("sha256").update(Buffer.alloc(size)).digest("hex"));

describe("keeping a file", () => {
  test("that is whole gives it its name", async () => {
    const { place, lies } = folder();
    const kept = await keepBlob(zeros(PIECE + 5), hashOf(PIECE + 5), place, watch());
    expect(kept).toEqual({ ok: true, value: { hash: hashOf(PIECE + 5), size: PIECE + 5 } });
    expect(lies()).toEqual({ half: undefined, whole: 1 });
  });

  test("of a gigabyte that is stopped reads not one piece more, and leaves nothing", async () => {
    const { place, lies } = folder();
    const film = zeros(GIGABYTE);
    const kept = await keepBlob(film, null, place, watch(3 * PIECE));
    expect(kept).toEqual({ ok: false, error: { type: "stopped" } });
    // Three that were written, the one in hand, and the one that was already asked for.
    expect(film.reads()).toBeLessThanOrEqual(5);
    expect(lies()).toEqual({ half: undefined, whole: 0 });
  });

  test("that was stopped before its turn is not begun", async () => {
    const { place, lies } = folder();
    const film = zeros(GIGABYTE);
    expect(await keepBlob(film, null, place, watch(0))).toMatchObject({
      error: { type: "stopped" },
    });
    expect([film.reads(), lies()]).toEqual([0, { half: undefined, whole: 0 }]);
  });

  test("that is another than was said, or for which there is no room, leaves nothing", async () => {
    for (const [full, type] of [
      [Number.POSITIVE_INFINITY, "hash-differs"],
      [PIECE, "disk-full"],
    ] as const) {
      const { place, lies } = folder(full);
      const kept = await keepBlob(zeros(2 * PIECE), hashOf(3), place, watch());
      expect(kept).toMatchObject({ ok: false, error: { type } });
      expect(lies()).toEqual({ half: undefined, whole: 0 });
    }
  });

  test("where nothing can be opened says so", async () => {
    const place: KeepingPlace<HalfFile> = {
      open: () => Promise.reject(new Error("no folder")),
      name: async () => undefined,
    };
    expect(await keepBlob(zeros(9), null, place, watch())).toEqual({
      ok: false,
      error: { type: "not-stored", message: "no folder" },
    });
  });
});
