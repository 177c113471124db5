/**
 * Packages beyond what a zip could hold before zip64: a film of more than 4 GiB.
 * Films are zeros that lie nowhere, and of what is written only what is not zero is kept.
 */
import { createHash } from "node:crypto";
import { instantSchema } from "@dianbo/shared/clock";
import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { siteIdSchema } from "@dianbo/shared/identity";
import { type ByteSource, LIST_NAME, type ListFile, openPackage } from "@dianbo/shared/sharing";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { sparseSource, sparseZip } from "../../packages/shared/testing/sparse-zip.ts";
import { packageStream } from "../../pwa/src/storage/package-stream.ts";

const MEGABYTE = 1024 * 1024;
const LONG = 4096 * MEGABYTE + 123;
/** Four gigabytes through a check sum take three quarters of a minute: they are written in `npm run test:deep`. */
const WRITTEN = process.env["DIANBO_DEEP"] === undefined ? 32 * MEGABYTE + 123 : LONG;
const sha512 = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(createHash("sha512").update(bytes).digest());

/** Zeros by reference: one megabyte in memory, however many are said. */
const zeros = (size: number): Blob => {
  const block = new Blob([new Uint8Array(MEGABYTE)]);
  const blocks = Array.from({ length: Math.floor(size / MEGABYTE) }, () => block);
  return new Blob([...blocks, new Uint8Array(size % MEGABYTE)]);
};

/** A file in which only what is not zero is kept. */
const sparseFile = () => {
  const parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  let size = 0;
  const nothing = Buffer.alloc(MEGABYTE);
  const isZero = (bytes: Uint8Array): boolean =>
    nothing.compare(bytes, 0, bytes.length, 0, bytes.length) === 0;
  const sink = new WritableStream<Uint8Array>({
    write: (bytes) => {
      if (bytes.length > MEGABYTE || !isZero(bytes)) parts.push({ at: size, bytes: bytes.slice() });
      size += bytes.length;
    },
  });
  return { sink, source: (): ByteSource => sparseSource({ parts, size }) };
};

const hashOf = (place: number): MediaHash =>
  v.parse(mediaHashSchema, createHash("sha256").update(String(place)).digest("hex"));

const listOf = (sizes: readonly number[]): ListFile & { readonly files: object } => ({
  format: "dianbo-list",
  version: 1,
  readableFrom: 1,
  madeAt: v.parse(instantSchema, 1_790_000_000_000),
  site: { id: v.parse(siteIdSchema, "village-----------------"), name: "青禾社区站" },
  name: "全部课件",
  records: [],
  files: sizes.map((size, place) => ({
    hash: hashOf(place),
    size,
    path: `1 基层党建/${1001 + place} 长片.mp4`,
  })),
});

const findsFilms = async (source: ByteSource, list: ListFile): Promise<void> => {
  const opened = await openPackage(source, sha512);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  let after = 0;
  for (const { hash, size } of list.files ?? []) {
    const range = await opened.value.films.get(hash)?.range();
    if (range?.ok !== true) throw new Error("the film is not there");
    expect(range.value.to - range.value.from).toBe(size);
    expect(range.value.from).toBeGreaterThan(after);
    expect(range.value.to).toBeLessThan(source.size);
    after = range.value.to;
  }
};

describe("a package of another program, zip64 throughout", () => {
  test("with a film of more than 4 GiB and one behind it is opened, and both are found", async () => {
    const list = listOf([LONG, 777]);
    const zip = sparseZip([
      { name: LIST_NAME, bytes: Buffer.from(JSON.stringify(list)) },
      ...(list.files ?? []).map(({ path, size }) => ({ name: path, zeros: size })),
    ]);
    await findsFilms(sparseSource(zip), list);
  });
});

describe("a package of ours", () => {
  test("with more films than one may have is not begun", async () => {
    const list = listOf(Array.from({ length: 20_001 }, () => 1));
    await expect(packageStream(list, async () => undefined)).rejects.toThrow(/20000/u);
  });

  test("that is stopped within a film gives not a piece more", async () => {
    const abort = new AbortController();
    let after = 0;
    const stream = await packageStream(listOf([1024 * MEGABYTE]), async () =>
      zeros(1024 * MEGABYTE),
    );
    const saving = stream.pipeTo(
      new WritableStream({
        write: (bytes: Uint8Array) => {
          if (abort.signal.aborted) after += bytes.length;
          if (bytes.length > 1000) abort.abort();
        },
      }),
      { signal: abort.signal },
    );
    await expect(saving).rejects.toThrow();
    expect(after).toBe(0);
  });

  test("with a long film, and one behind it, is written and found again", async () => {
    const list = listOf([WRITTEN, 777]);
    const films = new Map((list.files ?? []).map(({ hash, size }) => [hash, zeros(size)]));
    const file = sparseFile();
    await (await packageStream(list, async (hash) => films.get(hash))).pipeTo(file.sink);
    await findsFilms(file.source(), list);
  });
});
