import { ok } from "@dianbo/shared/result";
import type { CopyHands } from "./copy-hands.ts";
import type { Folder, FolderEntry } from "./folder-shape.ts";
import { makeStick, type StickBench, type StickOutcome } from "./make-stick.ts";
import type { StickPlan } from "./plan-stick.ts";

/** A folder that keeps small files in memory. */
const folderInMemory = (files: Map<string, Uint8Array<ArrayBuffer>>, above = ""): Folder => {
  const place = (step: string): string => (above === "" ? step : `${above}/${step}`);
  return {
    name: above,
    getDirectoryHandle: async (step) => folderInMemory(files, place(step)),
    getFileHandle: async (step, options): Promise<FolderEntry> => {
      const path = place(step);
      if (!files.has(path)) {
        if (options?.create !== true) throw new DOMException(path, "NotFoundError");
        files.set(path, new Uint8Array());
      }
      return {
        getFile: async () => new File([files.get(path) ?? new Uint8Array()], step),
        createWritable: async () => {
          const parts: Uint8Array<ArrayBuffer>[] = [];
          return {
            write: async (bytes) => void parts.push(bytes),
            close: async () => {
              files.set(path, new Uint8Array(await new Blob(parts).arrayBuffer()));
            },
            abort: async () => undefined,
          };
        },
      };
    },
    removeEntry: async (step) => void files.delete(place(step)),
    keys: async function* () {
      const inside = place("");
      for (const path of files.keys()) {
        const rest = path.startsWith(inside) ? path.slice(inside.length) : "/";
        if (!rest.includes("/")) yield rest;
      }
    },
  };
};

/** A folder with nothing in it: what a stick is planned against before one is chosen. */
export const emptyFolder = (): Folder => folderInMemory(new Map());

/** A stick as one stream, for browsers that let no page write into a folder. */
export interface ZippedStick {
  readonly outcome: StickOutcome;
  /** Bytes of the whole. */
  readonly size: number;
  /** The whole; `onProgress` hears how many bytes have gone. */
  stream(onProgress: (bytes: number) => void): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Tells how many bytes have passed. */
const counting = (onProgress: (bytes: number) => void) => {
  let passed = 0;
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      passed += chunk.byteLength;
      onProgress(passed);
      controller.enqueue(chunk);
    },
  });
};

/** Every entry carries the stick's own time. */
const entry = (name: string, input: File | Uint8Array<ArrayBuffer>, madeAt: number) => ({
  name,
  input,
  size: input instanceof File ? input.size : input.length,
  lastModified: new Date(madeAt),
});

/**
 * Makes the same stick as `makeStick`, as a zip that is streamed: films are read while they are written, so
 * that memory does not grow with them. The plan must have been made against `emptyFolder`.
 */
export const zipStick = async (
  plan: StickPlan,
  bench: Omit<StickBench, "folder" | "hands">,
): Promise<ZippedStick> => {
  const small = new Map<string, Uint8Array<ArrayBuffer>>();
  const films: { readonly path: string; readonly file: File }[] = [];
  const hands: Pick<CopyHands, "copy" | "verify"> = {
    copy: async (source, { path }) => {
      films.push({ path, file: source instanceof File ? source : new File([source], path) });
      return ok(null);
    },
    verify: async () => ok(null),
  };
  const outcome = await makeStick(plan, { ...bench, folder: folderInMemory(small), hands });
  const { makeZip, predictLength } = await import("client-zip");
  const entries = [
    ...[...small].map(([path, bytes]) => entry(path, bytes, bench.madeAt)),
    ...films.map(({ path, file }) => entry(path, file, bench.madeAt)),
  ];
  return {
    outcome,
    size: Number(predictLength(entries)),
    stream: (onProgress) => makeZip(entries).pipeThrough(counting(onProgress)),
  };
};
