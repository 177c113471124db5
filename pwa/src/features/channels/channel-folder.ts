import type { ChannelIndex } from "@dianbo/shared/channel";
import { channelIndexSchema, segmentHashSchema } from "@dianbo/shared/channel";
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

const INDEX = "channel.json";
const SEGMENTS = "segments";
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
    const index = place === undefined ? undefined : await fileIn(place, INDEX);
    if (place === undefined || index === undefined) continue;
    const files = await segmentFiles(await folderIn(place, SEGMENTS));
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

/**
 * Writes a release into a folder: what is missing first, the index last, so that whoever reads meanwhile
 * has the old release or the new one whole. Segments that neither names are deleted then.
 */
export const writeRelease = async (
  folder: FileSystemDirectoryHandle,
  index: ChannelIndex,
  segments: readonly { readonly hash: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
): Promise<void> => {
  const before = await hashesOf(await fileIn(folder, INDEX));
  const place = await folder.getDirectoryHandle(SEGMENTS, { create: true });
  for (const { hash, bytes } of segments) {
    const there = await fileIn(place, `${hash}${ENDING}`);
    if (there?.size !== bytes.length) await write(place, `${hash}${ENDING}`, bytes);
  }
  await write(folder, INDEX, JSON.stringify(index, undefined, 1));
  const named = new Set([...before, ...segments.map(({ hash }) => hash)]);
  for (const { hash, handle } of await segmentFiles(place)) {
    if (!named.has(hash)) await place.removeEntry(handle.name);
  }
};
