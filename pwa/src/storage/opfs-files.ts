/** A file being written; it has no name of its own until it is whole. */
export interface Incoming {
  readonly name: string;
  /** Bytes that stand in the file now. */
  size(): number;
  /** Reads from an offset into `into`; returns how many bytes came. */
  read(into: Uint8Array<ArrayBuffer>, at: number): number;
  /** Cuts the file to a length. */
  truncate(size: number): void;
  /** Writes bytes at an offset; throws `QuotaExceededError` on a full disk. */
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void;
  flush(): void;
  close(): void;
  /** Closes and deletes. */
  discard(): Promise<void>;
}

/** Sync handles exist in workers only, so the page's DOM library does not know them. */
interface SyncHandle {
  getSize(): number;
  read(into: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
interface SyncFile {
  createSyncAccessHandle(): Promise<SyncHandle>;
}
const hasSyncHandle = (file: object): file is SyncFile =>
  "createSyncAccessHandle" in file && typeof file.createSyncAccessHandle === "function";

/** A folder of the origin private file system, made where it is missing. */
export const privateFolder = async (name: string): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });

/**
 * Opens an incoming file, a fresh one unless the first `keep` bytes of an earlier run are to stay;
 * only in a worker, where sync handles exist.
 */
export const openIncoming = async (name: string, keep = 0): Promise<Incoming> => {
  const incoming = await privateFolder("incoming");
  const file = await incoming.getFileHandle(name, { create: true });
  if (!hasSyncHandle(file)) throw new Error("sync handles exist only in a worker");
  const handle = await file.createSyncAccessHandle();
  handle.truncate(Math.min(keep, handle.getSize()));
  let open = true;
  const close = (): void => {
    if (open) handle.close();
    open = false;
  };
  return {
    name,
    size: () => handle.getSize(),
    read: (into, at) => handle.read(into, { at }),
    truncate: (size) => handle.truncate(size),
    write: (bytes, at) => {
      const written = handle.write(bytes, { at });
      if (written !== bytes.length) throw new DOMException("short write", "QuotaExceededError");
    },
    flush: () => handle.flush(),
    close,
    discard: async () => {
      close();
      await incoming.removeEntry(name).catch(() => undefined);
    },
  };
};

/** Deletes an incoming file that nobody will finish; nothing happens where there is none. */
export const discardIncoming = async (name: string): Promise<void> => {
  await (await privateFolder("incoming")).removeEntry(name).catch(() => undefined);
};

/** An incoming file that nobody has written to for so long was left by a page that closed in the middle. */
const LEFT_AFTER_MS = 10 * 60 * 1000;

/**
 * Deletes what pages that closed in the middle left half written, `now` in milliseconds since 1970.
 * Names that `isKept` answers for are somebody's unfinished download and stay.
 */
export const sweepIncoming = async (
  now: number,
  isKept: (name: string) => boolean,
): Promise<void> => {
  const incoming = await privateFolder("incoming");
  for await (const [name, handle] of incoming.entries()) {
    if (isKept(name) || !(handle instanceof FileSystemFileHandle)) continue;
    const { lastModified } = await handle.getFile();
    if (now - lastModified > LEFT_AFTER_MS) await discardIncoming(name);
  }
};
