import {
  channelIndexSchema,
  INDEX_FILE,
  isFeedPage,
  type PublishedFile,
  SEGMENT_FOLDER,
  segmentHashSchema,
} from "@dianbo/shared/channel";
import * as v from "valibot";
import type { ChannelFrom } from "../../storage/channels/index.ts";

/** In Chromium since 86, in no DOM library and in no other browser. */
interface FolderPicker {
  showDirectoryPicker(options: {
    readonly id: string;
    readonly mode: "read" | "readwrite";
  }): Promise<FileSystemDirectoryHandle>;
}
const hasPicker = (page: object): page is FolderPicker =>
  "showDirectoryPicker" in page && typeof page.showDirectoryPicker === "function";

/** Whether this browser lets one choose a folder. */
export const canChooseFolder = (): boolean => hasPicker(window);

/** Lets the person choose a folder; `undefined` where they thought better of it or the browser refused. */
export const chooseFolder = async (
  mode: "read" | "readwrite",
): Promise<FileSystemDirectoryHandle | undefined> => {
  if (!hasPicker(window)) return undefined;
  try {
    return await window.showDirectoryPicker({ id: "dianbo-channel", mode });
  } catch {
    return undefined;
  }
};

const ENDING = ".json.gz";

const fileIn = async (
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<File | undefined> => {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    return undefined;
  }
};

const folderIn = async (
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemDirectoryHandle | undefined> => {
  try {
    return await folder.getDirectoryHandle(name);
  } catch {
    return undefined;
  }
};

/** The files of a folder that go by a segment's name. */
const segmentFiles = async (folder: FileSystemDirectoryHandle | undefined) => {
  const found: { hash: v.InferOutput<typeof segmentHashSchema>; handle: FileSystemFileHandle }[] =
    [];
  if (folder === undefined) return found;
  for await (const handle of folder.values()) {
    if (handle.kind !== "file" || !handle.name.endsWith(ENDING)) continue;
    const hash = v.safeParse(segmentHashSchema, handle.name.slice(0, -ENDING.length));
    if (hash.success && "getFile" in handle) found.push({ hash: hash.output, handle });
  }
  return found;
};

/** The channel that lies in a folder, or in its `dianbo`; `undefined` where there is none. */
export const channelInFolder = async (
  folder: FileSystemDirectoryHandle,
): Promise<ChannelFrom | undefined> => {
  for (const place of [folder, await folderIn(folder, "dianbo")]) {
    const index = place === undefined ? undefined : await fileIn(place, INDEX_FILE);
    if (place === undefined || index === undefined) continue;
    const files = await segmentFiles(await folderIn(place, SEGMENT_FOLDER));
    const segments = await Promise.all(
      files.map(async ({ hash, handle }) => ({ hash, file: await handle.getFile() })),
    );
    return { type: "folder", index, segments };
  }
  return undefined;
};

const write = async (
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Uint8Array<ArrayBuffer> | string,
): Promise<void> => {
  const handle = await folder.getFileHandle(name, { create: true });
  // Bytes appear in the file only when it is closed: what breaks off leaves the old one.
  const stream = await handle.createWritable();
  await stream.write(content);
  await stream.close();
};

const hashesOf = async (index: File | undefined): Promise<readonly string[]> => {
  if (index === undefined) return [];
  try {
    const read = v.safeParse(channelIndexSchema, JSON.parse(await index.text()));
    return read.success ? read.output.segments.map(({ hash }) => hash) : [];
  } catch {
    return [];
  }
};

/** The folder that a path lies in below another, and its name there; the folder is made where it is missing. */
const placeOf = async (
  folder: FileSystemDirectoryHandle,
  path: string,
): Promise<readonly [FileSystemDirectoryHandle, string]> => {
  const [name = "", ...above] = path.split("/").reverse();
  let place = folder;
  for (const part of above.reverse()) {
    place = await place.getDirectoryHandle(part, { create: true });
  }
  return [place, name];
};

/** Pages of feeds that a release does not have any more; they name what may have been taken out. */
const removeOldPages = async (
  folder: FileSystemDirectoryHandle,
  named: ReadonlySet<string>,
): Promise<void> => {
  const old: string[] = [];
  for await (const { kind, name } of folder.values()) {
    if (kind === "file" && isFeedPage(name) && !named.has(name)) old.push(name);
  }
  for (const name of old) await folder.removeEntry(name);
};

/**
 * Writes a release into a folder, in the order of `publishedFiles`: the index comes last, so that whoever reads
 * meanwhile has the old release or the new one whole. Segments that neither names are deleted then.
 */
export const writeRelease = async (
  folder: FileSystemDirectoryHandle,
  files: readonly PublishedFile[],
): Promise<void> => {
  const before = await hashesOf(await fileIn(folder, INDEX_FILE));
  for (const { path, bytes, lasting } of files) {
    const [place, name] = await placeOf(folder, path);
    const there = lasting ? await fileIn(place, name) : undefined;
    if (there?.size !== bytes.length) await write(place, name, bytes);
  }
  const named = new Set(files.map(({ path }) => path));
  await removeOldPages(folder, named);
  const segments = await folderIn(folder, SEGMENT_FOLDER);
  for (const { hash, handle } of await segmentFiles(segments)) {
    const isNamed = before.includes(hash) || named.has(`${SEGMENT_FOLDER}/${handle.name}`);
    if (!isNamed) await segments?.removeEntry(handle.name);
  }
};
