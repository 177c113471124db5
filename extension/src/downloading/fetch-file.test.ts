import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FetchDesk, Sink } from "./fetch-desk.ts";
import { fetchFile } from "./fetch-file.ts";
import type { FetchOrder, WorkerReport } from "./messages.ts";

const MB = 1024 * 1024;

/** A film of so many bytes: an MP4 head, then a pattern. */
const film = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = at % 251;
  bytes.set([0, 0, 0, 32, ...new TextEncoder().encode("ftypisom")]);
  return bytes;
};
const sha = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const ORDER: FetchOrder = {
  type: "fetch",
  id: "clip-1",
  url: "https://example-portal.cn/film.mp4",
  title: "一面党旗",
  kind: "video",
  resume: null,
};

/** A disk in memory that may fill up. */
const makeDisk = (room = Number.POSITIVE_INFINITY) => {
  const disk = new Uint8Array(24 * MB);
  let size = 0;
  const kept: string[] = [];
  let discarded = 0;
  const openSink = async (_: string, keep: number): Promise<Sink> => {
    size = Math.min(size, keep);
    return {
      size: () => size,
      read: (into, at) => {
        const part = disk.subarray(at, Math.min(size, at + into.length));
        into.set(part);
        return part.length;
      },
      truncate: (to) => {
        size = Math.min(size, to);
      },
      write: (bytes, at) => {
        if (at + bytes.length > room) throw new DOMException("full", "QuotaExceededError");
        disk.set(bytes, at);
        size = Math.max(size, at + bytes.length);
      },
      flush: () => undefined,
      close: () => undefined,
      discard: async () => {
        size = 0;
        discarded += 1;
      },
      keep: async (hash) => {
        kept.push(hash);
      },
    };
  };
  return { openSink, kept, bytes: () => disk.subarray(0, size), discarded: () => discarded };
};

const bodyOf = (
  bytes: Uint8Array<ArrayBuffer>,
  breakAt?: number,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (breakAt !== undefined && at >= breakAt) {
        controller.error(new TypeError("network error"));
        return;
      }
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.slice(at, at + 300_000));
      at += 300_000;
    },
  });
};

const run = async (
  answers: ((init: RequestInit) => Response | Promise<Response>)[],
  disk = makeDisk(),
  order = ORDER,
  stop = new AbortController(),
) => {
  const reports: WorkerReport[] = [];
  const asked: RequestInit[] = [];
  let time = 0;
  const desk: FetchDesk = {
    fetch: async (_, init) => {
      asked.push(init);
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError("Failed to fetch");
      return await answer(init);
    },
    openSink: disk.openSink,
    newHash: async () => {
      const hash = createHash("sha256");
      return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest("hex") };
    },
    isDiskFull: (error) => error instanceof DOMException && error.name === "QuotaExceededError",
    elapsed: () => {
      time += 100;
      return time;
    },
    report: (report) => reports.push(report),
  };
  await fetchFile(order, desk, stop.signal);
  return { reports, asked, disk, last: reports.at(-1) };
};

const answer =
  (bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, breakAt?: number) =>
  () =>
    new Response(bodyOf(bytes, breakAt), {
      headers: { "content-length": String(bytes.length), etag: '"v1"', ...headers },
    });

describe("fetching one file", () => {
  it("keeps it under its hash, with its true type and its own name", async () => {
    const bytes = film(2 * MB);
    const { last, disk } = await run([answer(bytes, { "content-type": "text/plain" })]);
    expect(last).toEqual({
      type: "held",
      id: "clip-1",
      file: { hash: sha(bytes), size: bytes.length, mime: "video/mp4", name: "film.mp4" },
    });
    expect(disk.kept).toEqual([sha(bytes)]);
  });

  it("refuses a login page that pretends to be a film, and keeps nothing of it", async () => {
    const page = new TextEncoder().encode("<!DOCTYPE html><title>请登录</title>");
    const { last, disk } = await run([answer(page, { "content-type": "video/mp4" })]);
    expect(last).toMatchObject({ type: "failed", reason: "login-page", received: 0 });
    expect(disk.kept).toEqual([]);
    expect(disk.discarded()).toBe(1);
  });

  it("tells refusal, broken net, missing permission and a short file apart", async () => {
    expect((await run([() => new Response(null, { status: 403 })])).last).toMatchObject({
      reason: "refused",
      status: 403,
    });
    expect((await run([])).last).toMatchObject({ reason: "network" });
    const knocked = await run([
      () => Promise.reject(new TypeError("Failed to fetch")),
      () => new Response(null),
    ]);
    expect(knocked.last).toMatchObject({ reason: "no-permission" });
    const short = await run([answer(film(MB), { "content-length": String(2 * MB) })]);
    expect(short.last).toMatchObject({ reason: "cut-short", received: MB });
  });

  it("does not believe the length of a packed answer", async () => {
    const bytes = film(MB);
    const { last } = await run([
      answer(bytes, { "content-length": "17", "content-encoding": "gzip" }),
    ]);
    expect(last).toMatchObject({ type: "held" });
  });

  it("says that the disk is full", async () => {
    const { last, disk } = await run([answer(film(2 * MB))], makeDisk(MB));
    expect(last).toMatchObject({ reason: "disk-full" });
    expect(disk.kept).toEqual([]);
  });

  it("goes on from what was flushed, with the same file as an unbroken run", async () => {
    const bytes = film(20 * MB);
    const disk = makeDisk();
    const broken = await run([answer(bytes, {}, 18 * MB)], disk);
    expect(broken.last).toMatchObject({ reason: "network" });
    const resume = broken.reports
      .flatMap((report) =>
        report.type === "progress" && report.resume !== null ? [report.resume] : [],
      )
      .at(-1);
    expect(resume).toBeDefined();
    const at = resume?.safe ?? 0;
    expect(at).toBeGreaterThanOrEqual(8 * MB);
    const next = await run(
      [
        () =>
          new Response(bodyOf(bytes.slice(at)), {
            status: 206,
            headers: {
              "content-range": `bytes ${at}-${bytes.length - 1}/${bytes.length}`,
              etag: '"v1"',
            },
          }),
      ],
      disk,
      { ...ORDER, resume: resume ?? null },
    );
    expect(next.asked[0]?.headers).toMatchObject({ range: `bytes=${at}-`, "if-range": '"v1"' });
    expect(next.last).toMatchObject({
      type: "held",
      file: { hash: sha(bytes), size: bytes.length },
    });
    expect(sha(disk.bytes())).toBe(sha(bytes));
  });

  it("begins anew when the portal has another file now", async () => {
    const old = film(10 * MB);
    const disk = makeDisk();
    await run([answer(old, {}, 9 * MB)], disk);
    const fresh = film(3 * MB);
    fresh[2_000_000] = 7;
    const next = await run([answer(fresh)], disk, {
      ...ORDER,
      resume: { validator: '"v1"', safe: 8 * MB },
    });
    expect(next.last).toMatchObject({
      type: "held",
      file: { hash: sha(fresh), size: fresh.length },
    });
  });

  it("stops when told, and leaves nothing behind", async () => {
    const stop = new AbortController();
    const slow = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            controller.enqueue(film(300_000));
            stop.abort();
            controller.error(new DOMException("stopped", "AbortError"));
          },
        }),
      );
    const { last, disk } = await run([slow], makeDisk(), ORDER, stop);
    expect(last).toMatchObject({ reason: "cancelled", received: 0 });
    expect(disk.discarded()).toBe(1);
  });
});
