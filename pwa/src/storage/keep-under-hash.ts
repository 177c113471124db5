import type { MediaHash } from "@dianbo/shared/courseware";
import { createSHA256 } from "hash-wasm";
import { eachChunk } from "./each-chunk.ts";
import { type Incoming, privateFolder } from "./opfs-files.ts";

/** `move` on files of the origin private file system: in Chromium since 102, in no DOM library yet. */
interface Movable {
  move(target: FileSystemDirectoryHandle, name: string): Promise<void>;
}
const isMovable = (handle: object): handle is Movable =>
  "move" in handle && typeof handle.move === "function";

/** Whether a kept file still is what its name says: old disks lose bytes. One that cannot be read is not. */
const isWhole = async (file: File, hash: MediaHash): Promise<boolean> => {
  const sha = await createSHA256();
  try {
    await eachChunk(file, (bytes) => {
      sha.update(bytes);
    });
  } catch {
    return false;
  }
  return sha.digest("hex") === hash;
};

const moveUnderHash = async (incoming: Incoming, hash: MediaHash): Promise<void> => {
  const from = await privateFolder("incoming");
  const media = await privateFolder("media");
  const file = await from.getFileHandle(incoming.name);
  const held = await media.getFileHandle(hash).then(
    (handle) => handle.getFile(),
    () => undefined,
  );
  if (held !== undefined) {
    const isHeld = held.size === (await file.getFile()).size && (await isWhole(held, hash));
    // What was spoilt gives way now that the bytes it should be are here, whole and flushed.
    await (isHeld ? from.removeEntry(incoming.name) : media.removeEntry(hash));
    if (isHeld) return;
  }
  if (isMovable(file)) {
    await file.move(media, hash);
    return;
  }
  const target = await media.getFileHandle(hash, { create: true });
  const writable = await target.createWritable();
  await (await file.getFile()).stream().pipeTo(writable);
  await from.removeEntry(incoming.name);
};

/**
 * Gives a complete, flushed file its name. The same bytes twice are kept once, also when two workers
 * finish them at the same time: only one at a time may give a name. Bytes that lie under the name and are
 * not what it says are replaced, and stay until then.
 */
export const keepUnderHash = async (incoming: Incoming, hash: MediaHash): Promise<void> => {
  incoming.close();
  await navigator.locks.request(`dianbo-media-${hash}`, () => moveUnderHash(incoming, hash));
};
