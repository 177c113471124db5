import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import type { useDependencies } from "../../app/library-context.tsx";
import type { SaveTarget } from "../../app/save-target.ts";
import { BACKUP_ENDING } from "../../storage/index.ts";

type Library = ReturnType<typeof useDependencies>["library"];

/** The folder that was chosen once, and the list backups that this PC has put there, oldest first. */
export interface BackupFolder {
  readonly folder: FileSystemDirectoryHandle;
  readonly names: readonly string[];
}

/** So many backups without films stay in the folder; those with films are never taken away. */
export const BACKUPS_KEPT = 10;

const MEMO = "backup-folder";

/** In Chromium since 86, in no DOM library and in no other browser. */
interface FolderPicker {
  showDirectoryPicker(options: {
    readonly id: string;
    readonly mode: "read" | "readwrite";
  }): Promise<FileSystemDirectoryHandle>;
}
const hasFolderPicker = (page: object): page is FolderPicker =>
  "showDirectoryPicker" in page && typeof page.showDirectoryPicker === "function";

/** Whether this browser lets a page keep a folder. */
export const canKeepFolder = (): boolean => hasFolderPicker(window);

/** The same browsers ask for a folder's permission again by these. */
interface AsksAgain {
  queryPermission(wish: { readonly mode: "readwrite" }): Promise<PermissionState>;
  requestPermission(wish: { readonly mode: "readwrite" }): Promise<PermissionState>;
}
const asksAgain = (folder: object): folder is AsksAgain =>
  "queryPermission" in folder && "requestPermission" in folder;

/** The folder that was chosen on this PC. */
export const keptFolder = async (library: Library): Promise<BackupFolder | undefined> => {
  if (!canKeepFolder()) return undefined;
  const read = v.safeParse(
    v.object({ folder: v.instance(FileSystemDirectoryHandle), names: v.array(v.string()) }),
    await library.readMemo(MEMO),
  );
  return read.success ? read.output : undefined;
};

/** Keeps the folder for the next backups, or forgets it. */
export const keepFolder = (library: Library, kept: BackupFolder | undefined): Promise<void> =>
  library.writeMemo(MEMO, kept ?? null);

/** Lets the person choose a folder; nothing where they thought better of it. */
export const chooseFolder = async (
  mode: "read" | "readwrite",
): Promise<FileSystemDirectoryHandle | undefined> => {
  if (!hasFolderPicker(window)) return undefined;
  try {
    return await window.showDirectoryPicker({ id: "dianbo-backup", mode });
  } catch {
    // Closed, or a folder that the browser protects: it has told the person itself.
    return undefined;
  }
};

/** Asks again where the permission has lapsed; in the same click, or the browser refuses. */
export const mayUse = async (folder: FileSystemDirectoryHandle): Promise<boolean> => {
  if (!asksAgain(folder)) return true;
  if ((await folder.queryPermission({ mode: "readwrite" })) === "granted") return true;
  return (
    (await folder.requestPermission({ mode: "readwrite" }).catch(() => "denied")) === "granted"
  );
};

/** A backup that lies in a folder. */
export interface LyingBackup {
  readonly name: string;
  /** Milliseconds since 1970, by the folder's own clock. */
  readonly at: number;
  readonly bytes: number;
  /** Whether it was written to its end. */
  readonly whole: boolean;
  readonly file: File;
}

/** The last record of every zip, `PK` 5 6, and its length in bytes. */
const ZIP_END = "PK\u0005\u0006";
const ZIP_END_LENGTH = 22;

const endsWhole = async (file: File): Promise<boolean> =>
  (await file.slice(-ZIP_END_LENGTH).text()).startsWith(ZIP_END);

/** The backups in a folder, the newest first. */
export const backupsIn = async (
  folder: FileSystemDirectoryHandle,
): Promise<Result<readonly LyingBackup[], { readonly type: "folder-gone" }>> => {
  const found: LyingBackup[] = [];
  try {
    for await (const [name, entry] of folder.entries()) {
      if (!(entry instanceof FileSystemFileHandle) || !name.endsWith(BACKUP_ENDING)) continue;
      const file = await entry.getFile();
      const whole = await endsWhole(file);
      found.push({ name, at: file.lastModified, bytes: file.size, whole, file });
    }
  } catch {
    return err({ type: "folder-gone" });
  }
  return ok(found.sort((a, b) => b.at - a.at));
};

const isThere = (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  folder.getFileHandle(name).then(
    () => true,
    () => false,
  );

/** A name that is still free: the second backup of a day gets a 2, and so on. */
const freeName = async (folder: FileSystemDirectoryHandle, name: string): Promise<string> => {
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? `${name}${BACKUP_ENDING}` : `${name} (${count})${BACKUP_ENDING}`;
    if (!(await isThere(folder, tried))) return tried;
  }
};

/** Writes one backup into the folder under a free name; what breaks off is taken away again. */
export const targetInFolder = async (
  folder: FileSystemDirectoryHandle,
  wanted: string,
): Promise<SaveTarget & { readonly name: string }> => {
  const name = await freeName(folder, wanted);
  return {
    name,
    downloads: false,
    save: async (stream, signal) => {
      try {
        const file = await folder.getFileHandle(name, { create: true });
        await stream.pipeTo(await file.createWritable(), { signal });
      } catch (error) {
        // With the stick gone this fails as well; the empty file is recognised when one looks.
        await folder.removeEntry(name).catch(() => undefined);
        throw error;
      }
    },
  };
};

/** Notes a backup that was written, and lets the oldest of ours go that are too many. */
export const noteInFolder = async (
  library: Library,
  { folder, names }: BackupFolder,
  name: string,
): Promise<void> => {
  const all = [...names, name];
  for (const old of all.slice(0, -BACKUPS_KEPT)) {
    await folder.removeEntry(old).catch(() => undefined);
  }
  await keepFolder(library, { folder, names: all.slice(-BACKUPS_KEPT) });
};
