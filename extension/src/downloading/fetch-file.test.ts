import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hevcFilm } from "./fake-film.ts";
import type { FetchDesk, Sink } from "./fetch-desk.ts";
import { fetchFile } from "./fetch-file.ts";
import type { FetchOrder, WorkerReport } from "./messages.ts";

const MB = 1024 * 1024;

/** A film of so many bytes: MP4 boxes around a pattern. */
const film = (size: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = at % 251;
  const box = (at: number, length: number, type: string): void => {
    new DataView(bytes.buffer).setUint32(at, length);
    bytes.set(new TextEncoder().encode(type), at + 4);
  };
  box(0, 32, "ftyp");
  box(32, 100, "moov");
  box(132, size - 132, "mdat");
  return bytes;
};
const sha = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Bytes that stay free on the test's disk. */
const RESERVE = 1000;

const ORDER: FetchOrder = {
  type: "fetch",
  id: "clip-1",
  url: "https://example-portal.cn/film.mp4",
  title: "一面党旗",
  kind: "video",
  resume: null,
  reserve: RESERVE,
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
        if (at + bytes.length > disk.length) throw new RangeError("the test's disk is small");
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
  return {
    openSink,
    kept,
    free: async () => room - size,
    bytes: () => disk.subarray(0, size),
    discarded: () => discarded,
  };
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
  const waits: number[] = [];
  let time = 0;
  const desk: FetchDesk = {
    fetch: async (_, init) => {
      asked.push(init);
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError("Failed to fetch");
      return await answer(init);
    },
    openSink: disk.openSink,
    newHash: () => {
      const hash = createHash("sha256");
      return {
        update: (bytes) => void hash.update(bytes),
        room: () => undefined,
        hex: async () => hash.digest("hex"),
        drop: () => undefined,
      };
    },
    canPlay: async (codecs) => !codecs.startsWith("hvc1"),
    isDiskFull: (error) => error instanceof DOMException && error.name === "QuotaExceededError",
    freeBytes: disk.free,
    wait: async (ms) => {
      waits.push(ms);
    },
    random: () => 0.5,
    now: () => 0,
    elapsed: () => {
      time += 100;
      return time;
    },
    report: (report) => reports.push(report),
  };
  await fetchFile(order, desk, stop.signal);
  return { reports, asked, waits, disk, last: reports.at(-1) };
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
      lengthUnsaid: false,
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
    const blocked = () => Promise.reject(new TypeError("Failed to fetch"));
    const knocked = await run([blocked, blocked, () => new Response(null)]);
    expect(knocked.last).toMatchObject({ reason: "no-permission" });
    const moved = new Response(null);
    Object.defineProperty(moved, "type", { value: "opaqueredirect" });
    expect((await run([blocked, () => moved])).last).toMatchObject({ reason: "redirected" });
  });

  it("does not believe the length of a packed answer", async () => {
    const bytes = film(MB);
    const { last } = await run([
      answer(bytes, { "content-length": "17", "content-encoding": "gzip" }),
    ]);
    expect(last).toMatchObject({ type: "held" });
  });

  it("says that the disk is full", async () => {
    const { last, disk } = await run([() => new Response(bodyOf(film(2 * MB)))], makeDisk(MB));
    expect(last).toMatchObject({ reason: "disk-full" });
    expect(disk.kept).toEqual([]);
  });

  const part =
    (bytes: Uint8Array<ArrayBuffer>, from: number, headers: Record<string, string> = {}) =>
    () =>
      new Response(bodyOf(bytes.slice(from)), {
        status: 206,
        headers: {
          "content-range": `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
          etag: '"v1"',
          ...headers,
        },
      });
  const rangeOf = (init: RequestInit | undefined): number =>
    Number(/bytes=(\d+)-/u.exec(new Headers(init?.headers).get("range") ?? "")?.[1] ?? 0);

  it("in a coding that this computer cannot play stops after its first bytes, unless it is wanted so", async () => {
    const film = hevcFilm(4 * MB, "in front");
    const { last, disk, reports } = await run([answer(film)]);
    expect(last).toMatchObject({ type: "failed", reason: "unplayable", received: 0 });
    expect(reports.some((one) => one.type === "progress" && one.received > MB)).toBe(false);
    expect(disk.discarded()).toBe(1);
    const wanted = await run([answer(film)], makeDisk(), { ...ORDER, unplayable: true });
    expect(wanted.last).toMatchObject({ type: "held" });
  });

  it("goes on by itself where a connection breaks, with the same file as an unbroken run", async () => {
    const bytes = film(20 * MB);
    const disk = makeDisk();
    const { last, asked } = await run(
      [answer(bytes, {}, 18 * MB), (init) => part(bytes, rangeOf(init))()],
      disk,
    );
    expect(new Headers(asked[1]?.headers).get("if-range")).toBe('"v1"');
    expect(rangeOf(asked[1])).toBeGreaterThanOrEqual(18 * MB);
    expect(last).toMatchObject({ type: "held", file: { hash: sha(bytes), size: bytes.length } });
    expect(sha(disk.bytes())).toBe(sha(bytes));
  });

  it("goes on after a power cut from what was flushed", async () => {
    const bytes = film(20 * MB);
    const disk = makeDisk();
    const broken = await run([answer(bytes, {}, 18 * MB)], disk);
    expect(broken.last).toMatchObject({ reason: "network", total: 20 * MB });
    const resume = broken.reports
      .flatMap((report) =>
        report.type === "progress" && report.resume !== null ? [report.resume] : [],
      )
      .at(-1);
    expect(broken.last).toMatchObject({ received: resume?.safe });
    const next = await run([part(bytes, resume?.safe ?? 0)], disk, {
      ...ORDER,
      resume: resume ?? null,
    });
    expect(next.last).toMatchObject({ type: "held", file: { hash: sha(bytes) } });
  });

  it("notes at every flush where it may go on: a death costs 8 MB at most", async () => {
    const { reports } = await run([answer(film(20 * MB))]);
    let safe = 0;
    for (const report of reports) {
      if (report.type !== "progress") continue;
      expect(report.received - safe).toBeLessThanOrEqual(8 * MB);
      safe = report.resume?.safe ?? 0;
    }
    expect(safe).toBeGreaterThan(0);
  });

  const held = async (
    bytes: Uint8Array<ArrayBuffer>,
    resume: FetchOrder["resume"],
    next: () => Response,
  ) => {
    const disk = makeDisk();
    const sink = await disk.openSink("clip-1", 0);
    sink.write(bytes.slice(0, resume?.safe), 0);
    return run([next, answer(bytes)], disk, { ...ORDER, resume });
  };
  const notes = (reports: readonly WorkerReport[]) =>
    reports.flatMap((report) =>
      report.type === "progress" && report.note !== undefined ? [report.note] : [],
    );

  it("begins anew, and says so, when the portal has another file now", async () => {
    const old = film(10 * MB);
    const fresh = film(3 * MB);
    const resume = { validator: '"v1"', safe: 8 * MB, total: 10 * MB };
    const plain = await held(old, resume, answer(fresh, { etag: '"v2"' }));
    expect(plain.last).toMatchObject({ type: "held", file: { hash: sha(fresh) } });
    expect(new Set(notes(plain.reports))).toEqual(new Set(["changed"]));
    // A server that takes no notice of If-Range, or has another length now.
    for (const headers of [{ etag: '"v2"' }, { "content-range": `bytes ${8 * MB}-9/77` }]) {
      const rude = await held(old, resume, part(old, 8 * MB, headers));
      expect(rude.last).toMatchObject({ type: "held", file: { hash: sha(old) } });
      expect(rude.asked).toHaveLength(2);
    }
  });

  it("says that a server without ranges begins anew", async () => {
    const bytes = film(10 * MB);
    const { reports, last } = await held(bytes, { validator: '"v1"', safe: MB }, answer(bytes));
    expect(notes(reports)).toContain("from-start");
    expect(last).toMatchObject({ type: "held", file: { hash: sha(bytes) } });
  });

  it("takes a 416 that names what is held for the end, and keeps what came before a login page", async () => {
    const bytes = film(MB);
    const resume = { validator: '"v1"', safe: MB };
    const all = () =>
      new Response(null, { status: 416, headers: { "content-range": `bytes */${MB}` } });
    expect((await held(bytes, resume, all)).last).toMatchObject({
      type: "held",
      file: { hash: sha(bytes) },
    });
    const page = () => new Response("<html>", { headers: { "content-type": "text/html" } });
    const login = await held(film(2 * MB), resume, page);
    expect(login.last).toMatchObject({ reason: "login-page", received: MB });
    expect(login.disk.discarded()).toBe(0);
  });

  it("does not take a file for whole of which too few bytes were promised", async () => {
    const bytes = film(2 * MB);
    const short = answer(bytes.slice(0, MB), { "content-length": String(MB) });
    const mended = await run([short, part(bytes, MB)]);
    expect(mended.last).toMatchObject({ type: "held", file: { hash: sha(bytes) } });
    const never = await run([short, short, short, short, short]);
    expect(never.last).toMatchObject({ reason: "cut-short", total: MB });
  });

  it("takes a film of unsaid length by its boxes, and marks what nobody vouches for", async () => {
    const bytes = film(2 * MB);
    const unsaid = (body: Uint8Array<ArrayBuffer>) => () => new Response(bodyOf(body));
    expect((await run([unsaid(bytes)])).last).toMatchObject({ type: "held", lengthUnsaid: false });
    const cut = unsaid(bytes.slice(0, MB));
    const short = await run([cut, cut, cut, cut]);
    expect(short.last).toMatchObject({ reason: "cut-short", received: 0 });
    expect(short.disk.discarded()).toBe(1);
    const sound = new Uint8Array(MB).fill(3);
    sound.set(new TextEncoder().encode("ID3"));
    const heard = await run([unsaid(sound)], makeDisk(), { ...ORDER, kind: "audio" });
    expect(heard.last).toMatchObject({ type: "held", lengthUnsaid: true });
  });

  it("stops an answer without end, and leaves nothing of it", async () => {
    const bytes = film(MB);
    const twice = new Uint8Array(2 * MB);
    twice.set(bytes);
    twice.set(bytes, MB);
    const { last, disk } = await run([() => new Response(bodyOf(twice))]);
    expect(last).toMatchObject({ reason: "endless", received: 0 });
    expect(disk.discarded()).toBe(1);
  });

  it("does not begin what the disk cannot hold", async () => {
    const { last, reports, disk } = await run(
      [answer(film(MB), { "content-length": String(20_000 * MB) })],
      makeDisk(5 * MB),
    );
    expect(last).toMatchObject({ reason: "no-room", received: 0, total: 20_000 * MB });
    expect(reports).toHaveLength(1);
    expect(disk.discarded()).toBe(1);
  });

  it("waits as long as it is asked to, but not for ever", async () => {
    const bytes = film(MB);
    const busy = (after: string) => () =>
      new Response(null, { status: 429, headers: { "retry-after": after } });
    const patient = await run([busy("7"), answer(bytes)]);
    expect(patient.waits).toEqual([7000]);
    expect(notes(patient.reports)).toEqual(["busy"]);
    expect(patient.last).toMatchObject({ type: "held" });
    expect((await run([busy("Thu, 01 Jan 1970 00:00:09 GMT"), answer(bytes)])).waits).toEqual([
      9000,
    ]);
    expect((await run([busy("7200")])).last).toMatchObject({ reason: "busy", status: 429 });
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
