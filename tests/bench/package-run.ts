/** One run of the bench of packages: `write OUT FILM#HASH…` or `read PACKAGE`; says what it took as JSON. */
import { createWriteStream, openAsBlob } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { Writable } from "node:stream";
import { instantSchema } from "@dianbo/shared/clock";
import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { siteIdSchema } from "@dianbo/shared/identity";
import { type ListFile, openPackage } from "@dianbo/shared/sharing";
import { createSHA256, sha512 as digest } from "hash-wasm";
import * as v from "valibot";
import { packageStream } from "../../pwa/src/storage/package-stream.ts";

const sha256Of = async (blob: Blob): Promise<string> => {
  const hash = await createSHA256();
  for await (const part of blob.stream()) hash.update(part);
  return hash.digest("hex");
};

const sha512 = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(Buffer.from(await digest(bytes), "hex"));

const write = async (to: string, paths: readonly string[]): Promise<() => Promise<number>> => {
  const films = new Map<MediaHash, Blob>();
  // A film's name is made when it comes into the library, long before.
  for (const named of paths) {
    const [path = "", hash] = named.split("#");
    films.set(v.parse(mediaHashSchema, hash), await openAsBlob(path));
  }
  const list: ListFile = {
    format: "dianbo-list",
    version: 1,
    readableFrom: 1,
    madeAt: v.parse(instantSchema, 1_790_000_000_000),
    site: { id: v.parse(siteIdSchema, "village-----------------"), name: "青禾社区站" },
    name: "全部课件",
    records: [],
    files: [...films].map(([hash, { size }], at) => ({
      hash,
      size,
      path: `1 基层党建/${1001 + at} ${basename(paths[at]?.split("#")[0] ?? "")}`,
    })),
  };
  return async () => {
    const stream = await packageStream(list, async (hash) => films.get(hash));
    await stream.pipeTo(Writable.toWeb(createWriteStream(to)));
    return films.size;
  };
};

const read = async (path: string): Promise<number> => {
  const file = await open(path);
  const { size } = await file.stat();
  const source = {
    size,
    read: async (from: number, to: number) => {
      const bytes = new Uint8Array(Math.max(0, to - from));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
  };
  const opened = await openPackage(source, sha512);
  if (!opened.ok) throw new Error(opened.error.type);
  const whole = await openAsBlob(path);
  let films = 0;
  for (const film of opened.value.films.values()) {
    const range = await film.range();
    if (!range.ok) throw new Error(range.error.type);
    const bytes = whole.slice(range.value.from, range.value.to);
    if ((await sha256Of(bytes)) !== film.hash) throw new Error("a film is not itself");
    films += 1;
  }
  await file.close();
  return films;
};

const [way = "", path = "", ...paths] = process.argv.slice(2);
const work = way === "write" ? await write(path, paths) : () => read(path);
const megabytes = (): number => process.resourceUsage().maxRSS / 1024;
// Node itself, and what it takes to read TypeScript.
const before = megabytes();
const start = performance.now();
const films = await work();
const took = performance.now() - start;
console.log(JSON.stringify({ took, films, before, memory: megabytes() }));
