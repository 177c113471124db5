/**
 * Releases put on a host that falls over at any moment, half-written files included: whoever reads has an old
 * release or the new one whole, whoever has just read the old index still gets its files, nothing is sent
 * twice, and what belongs to others stays.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { err, ok, type Result } from "../result/index.ts";
import type { HostedFile, HostFailure, PublishTarget } from "./publish-target.ts";
import { type Standing, uploadFiles } from "./upload-files.ts";

const ENTRY = "channel.json";
const OURS = /^segments\/s\d+$/u;
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A host in memory that dies at an act, or says no to one. */
class FakeHost implements PublishTarget {
  readonly files = new Map<string, Uint8Array>([["segments/stranger.txt", bytesOf("他人的")]]);
  readonly log: string[] = [];
  /** Acts that are still done; the one after breaks off, and all that follow. */
  left = Number.POSITIVE_INFINITY;
  failure: HostFailure["type"] = "no-answer";
  /** Whether a file that breaks off leaves a piece behind. */
  pieces = false;
  /** Says yes, and keeps nothing. */
  forgets = false;
  afterEach: () => void = () => undefined;

  async #act<T>(name: string, work: () => T): Promise<Result<T, HostFailure>> {
    this.left -= 1;
    if (this.left < 0) return err({ type: this.failure });
    this.log.push(name);
    const done = work();
    this.afterEach();
    return ok(done);
  }
  list(folder: string) {
    const start = folder === "" ? "" : `${folder}/`;
    return this.#act(`list ${folder}`, () => {
      const names = [...this.files].filter(
        ([path]) => path.startsWith(start) && !path.slice(start.length).includes("/"),
      );
      return new Map(names.map(([path, { length }]) => [path.slice(start.length), length]));
    });
  }
  read(path: string) {
    return this.#act(`read ${path}`, () => this.files.get(path));
  }
  makeFolder(folder: string) {
    return this.#act(`make ${folder}`, () => null);
  }
  put({ path, bytes, lasting }: HostedFile) {
    if (this.left === 0 && lasting && this.pieces) {
      this.files.set(path, bytes.subarray(0, bytes.length - 1));
    }
    return this.#act(`put ${path}`, () => {
      if (!this.forgets) this.files.set(path, bytes);
      return null;
    });
  }
  remove(path: string) {
    return this.#act(`remove ${path}`, () => {
      this.files.delete(path);
      return null;
    });
  }
}

const segment = (number: number): HostedFile => ({
  path: `segments/s${number}`,
  bytes: bytesOf(`content of ${number}`),
  type: "application/gzip",
  lasting: true,
});
const filesOf = (segments: readonly number[]): readonly HostedFile[] => [
  { path: "feed.json", bytes: bytesOf("feed"), type: "application/json", lasting: false },
  ...segments.map(segment),
  {
    path: ENTRY,
    bytes: bytesOf(JSON.stringify(segments)),
    type: "application/json",
    lasting: false,
  },
];
const namedBy = (entry: Uint8Array | undefined): readonly string[] => {
  const numbers: readonly number[] = entry === undefined ? [] : JSON.parse(text(entry));
  return numbers.map((number) => `segments/s${number}`);
};

const put = (host: FakeHost, segments: readonly number[], more: { cancelAt?: number } = {}) => {
  let told = 0;
  return uploadFiles({
    files: filesOf(segments),
    target: host,
    entryLimit: 1_000,
    judge: (there): Result<Standing, { readonly type: "other" }> =>
      ok({ keep: new Set(namedBy(there)), sweep: text(there) !== JSON.stringify(segments) }),
    isOurs: (path) => OURS.test(path),
    told: () => {
      told += 1;
    },
    isCancelled: () => told >= (more.cancelAt ?? Number.POSITIVE_INFINITY),
    wait: async () => undefined,
    random: () => 0.5,
  });
};

const isWhole = (host: FakeHost, path: string): boolean => {
  const number = Number(/\d+$/u.exec(path)?.[0]);
  return text(host.files.get(path)) === text(segment(number).bytes);
};

const releases = fc.array(fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 6,
});

test("whatever breaks off, a whole release stands there, and the next time goes on", async () => {
  await fc.assert(
    fc.asyncProperty(
      releases,
      fc.array(fc.nat(30), { maxLength: 8 }),
      fc.boolean(),
      async (history, cuts, pieces) => {
        const host = new FakeHost();
        host.pieces = pieces;
        const dying = cuts.values();
        for (const segments of history) {
          const entry = host.files.get(ENTRY);
          const before = namedBy(entry);
          host.afterEach = () => {
            // Who reads now, and who read the index just before this release was put.
            for (const path of [...namedBy(host.files.get(ENTRY)), ...before]) {
              expect(isWhole(host, path)).toBe(true);
            }
          };
          for (;;) {
            host.left = dying.next().value ?? Number.POSITIVE_INFINITY;
            const held = new Set([...host.files.keys()].filter((path) => isWhole(host, path)));
            host.log.length = 0;
            const done = await put(host, segments);
            host.afterEach();
            const sent = host.log.filter((act) => act.startsWith("put segments/"));
            expect(sent.filter((act) => held.has(act.slice(4)))).toEqual([]);
            expect(new Set(sent).size).toBe(sent.length);
            if (!done.ok) continue;
            expect(text(host.files.get(ENTRY))).toBe(JSON.stringify(segments));
            const isNew = JSON.stringify(segments) !== text(entry);
            const named = new Set([...before, ...segments.map((one) => segment(one).path)]);
            if (isNew && host.left >= 0) {
              const ours = [...host.files.keys()].filter((path) => OURS.test(path));
              expect(ours.filter((path) => !named.has(path))).toEqual([]);
            }
            break;
          }
        }
        expect(text(host.files.get("segments/stranger.txt"))).toBe("他人的");
      },
    ),
  );
});

describe("an upload", () => {
  test("sends lasting files first, the entry file last, and only what is missing", async () => {
    const host = new FakeHost();
    expect(await put(host, [1, 2])).toEqual(ok({ files: 4, bytes: expect.any(Number), swept: 0 }));
    host.log.length = 0;
    expect(await put(host, [2, 3])).toMatchObject({ value: { files: 3, swept: 0 } });
    expect(host.log.filter((act) => act.startsWith("put"))).toEqual([
      "put segments/s3",
      "put feed.json",
      `put ${ENTRY}`,
    ]);
    // 1 was named by the index of before; with the next release nobody can mean it any more.
    expect(await put(host, [2, 3, 4])).toMatchObject({ value: { swept: 1 } });
    expect([...host.files.keys()].sort()).toEqual([
      ENTRY,
      "feed.json",
      "segments/s2",
      "segments/s3",
      "segments/s4",
      "segments/stranger.txt",
    ]);
  });

  test("put there once more sweeps nothing: the release before may still be read", async () => {
    const host = new FakeHost();
    await put(host, [1]);
    await put(host, [2]);
    expect(await put(host, [2])).toMatchObject({ value: { swept: 0 } });
    expect(isWhole(host, "segments/s1")).toBe(true);
  });

  test("is refused before anything is sent", async () => {
    const host = new FakeHost();
    const done = await uploadFiles({
      files: filesOf([1]),
      target: host,
      entryLimit: 1_000,
      judge: () => err({ type: "other" as const }),
      isOurs: () => true,
      told: () => undefined,
      isCancelled: () => false,
      wait: async () => undefined,
      random: () => 0,
    });
    expect(done).toEqual(err({ type: "other" }));
    expect(host.log.every((act) => act.startsWith("list"))).toBe(true);
  });

  test.each(["wrong-password", "forbidden", "no-room", "no-folder", "not-webdav"] as const)(
    "that is answered %s is not tried again",
    async (failure) => {
      const host = new FakeHost();
      host.failure = failure;
      host.left = 3;
      expect(await put(host, [1])).toEqual(err({ type: failure }));
      expect(host.left).toBe(-1);
    },
  );

  test.each(["no-answer", "busy"] as const)(
    "that is answered %s is tried three times",
    async (failure) => {
      const host = new FakeHost();
      host.failure = failure;
      host.left = 3;
      expect(await put(host, [1])).toEqual(err({ type: failure }));
      expect(host.left).toBe(-3);
    },
  );

  test("to a host that says yes and keeps nothing is found out before the index is put", async () => {
    const host = new FakeHost();
    host.forgets = true;
    expect(await put(host, [1])).toEqual(err({ type: "not-kept" }));
    expect(host.log).not.toContain(`put ${ENTRY}`);
  });

  test("stops when it is told to, and goes on the next time", async () => {
    const host = new FakeHost();
    expect(await put(host, [1, 2, 3], { cancelAt: 2 })).toEqual(err({ type: "cancelled" }));
    expect(host.files.has(ENTRY)).toBe(false);
    host.log.length = 0;
    expect(await put(host, [1, 2, 3])).toMatchObject({ ok: true });
    expect(host.log).not.toContain("put segments/s1");
  });
});
