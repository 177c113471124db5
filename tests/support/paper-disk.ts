/** A disk in memory in the browser's shape of a folder, with faults to be planted, and a media store beside it. */
import { createHash } from "node:crypto";
import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { err, ok } from "@dianbo/shared/result";
import { copyFile, verifyAt } from "../../pwa/src/storage/book-folder/copy-file.ts";
import type { CopyHands } from "../../pwa/src/storage/book-folder/copy-hands.ts";
import type { Folder, FolderEntry } from "../../pwa/src/storage/book-folder/folder-shape.ts";

/** Bytes of a file. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A text as bytes. */
export const bytesOf = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));

/** SHA-256 of bytes. */
export const hashOf = (bytes: Bytes): MediaHash => {
  const read = mediaHashSchema["~standard"].validate(
    createHash("sha256").update(bytes).digest("hex"),
  );
  if (read instanceof Promise || read.issues !== undefined) throw new Error("no hash");
  return read.value;
};

/** How a disk fails from then on. */
export interface PaperFault {
  /** How many bytes may still be written. */
  readonly after: number;
  /** The browser's name for it. */
  readonly name: string;
  /** A PC that is killed: nothing is tidied up any more, and half a file lies beside its place. */
  readonly killed?: boolean;
}

/** An empty disk; its files by path. */
export const paperDisk = () => {
  const files = new Map<string, Bytes>();
  const disk = {
    files,
    fault: undefined as PaperFault | undefined,
    /** What becomes of bytes on their way to the disk. */
    bend: (bytes: Bytes): Bytes => bytes,
    /** Reading fails like this: a stick that was pulled out. */
    gone: undefined as string | undefined,
    written: 0,
  };
  const isDead = (): boolean => disk.fault?.killed === true && disk.written > disk.fault.after;
  const read = (): void => {
    if (disk.gone !== undefined) throw new DOMException("planted", disk.gone);
    if (isDead()) throw new DOMException("planted", "NotFoundError");
  };
  const spend = (bytes: number): void => {
    read();
    disk.written += bytes;
    if (disk.fault !== undefined && disk.written > disk.fault.after)
      throw new DOMException("planted", disk.fault.name);
  };
  const folderAt = (path: string): Folder => {
    const at = (name: string): string => (path === "" ? name : `${path}/${name}`);
    return {
      name: path,
      getDirectoryHandle: async (name) => {
        read();
        return folderAt(at(name));
      },
      getFileHandle: async (name, options): Promise<FolderEntry> => {
        read();
        const place = at(name);
        if (!files.has(place) && options?.create !== true)
          throw new DOMException(place, "NotFoundError");
        if (!files.has(place)) files.set(place, new Uint8Array());
        return {
          getFile: async () => {
            read();
            return new File([files.get(place) ?? new Uint8Array()], name);
          },
          createWritable: async () => {
            read();
            const parts: Bytes[] = [];
            const swap = `${place}.crswap`;
            files.set(swap, new Uint8Array());
            return {
              write: async (bytes) => {
                spend(bytes.length);
                parts.push(bytes);
                files.set(swap, new Uint8Array(Buffer.concat(parts)));
              },
              close: async () => {
                read();
                files.delete(swap);
                files.set(place, disk.bend(new Uint8Array(Buffer.concat(parts))));
              },
              abort: async () => {
                if (!isDead()) files.delete(swap);
              },
            };
          },
        };
      },
      removeEntry: async (name) => {
        read();
        files.delete(at(name));
      },
      keys: async function* () {
        read();
        for (const place of [...files.keys()]) {
          const rest =
            path === "" || place.startsWith(`${path}/`) ? place.slice(at("").length) : "/";
          if (!rest.includes("/")) yield rest;
        }
      },
    };
  };
  return { ...disk, disk, folder: folderAt("") };
};

/** A media store in memory that holds these. */
export const paperStore = (all: readonly Bytes[]) => {
  const held = new Map(all.map((bytes) => [hashOf(bytes), bytes]));
  return {
    held,
    open: async (hash: MediaHash) => {
      const bytes = held.get(hash);
      return bytes === undefined
        ? err({ type: "file-missing" as const, hash })
        : ok(new File([bytes], hash));
    },
    remove: async (hash: MediaHash) => {
      held.delete(hash);
    },
    keep: async (blob: Blob, expected?: MediaHash) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const found = hashOf(bytes);
      if (expected !== undefined && found !== expected)
        return err({ type: "hash-differs" as const, expected, found });
      held.set(found, bytes);
      return ok({ hash: found, size: bytes.length });
    },
  };
};

/** Hands that copy into a folder with no worker between. */
export const handsIn = (folder: Folder): CopyHands => ({
  copy: (source, target, { signal, onProgress }) =>
    copyFile(source, folder, target, signal, onProgress),
  verify: (target, { signal, onProgress }) => verifyAt(folder, target, signal, onProgress),
  close: () => undefined,
});
