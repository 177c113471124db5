import type { FolderVersion, VersionDoor } from "@dianbo/pwa/app";
import { isRoomOpen } from "@dianbo/pwa/room-lock";
import * as v from "valibot";
import { restEngine } from "../downloading/index.ts";
import { reopenAfterwards } from "../settings/index.ts";

/** Every file of a build with its length in bytes; written beside them when they are built. */
const listSchema = v.object({
  version: v.string(),
  files: v.record(v.string(), v.number()),
});

/** Where the list lies among the files. */
const FILE_LIST = "files.json";

/** A file as it lies on the disk now, whatever was there when the extension was started. */
const onDisk = async (path: string): Promise<Blob | undefined> => {
  try {
    const answer = await fetch(chrome.runtime.getURL(path), { cache: "no-store" });
    return answer.ok ? await answer.blob() : undefined;
  } catch {
    return undefined;
  }
};

const listOnDisk = async (): Promise<v.InferOutput<typeof listSchema> | undefined> => {
  try {
    const file = await onDisk(FILE_LIST);
    const read = v.safeParse(listSchema, JSON.parse((await file?.text()) ?? ""));
    return read.success ? read.output : undefined;
  } catch {
    // Half a list is no list.
    return undefined;
  }
};

const look = async (): Promise<FolderVersion> => {
  const running = chrome.runtime.getManifest().version;
  const list = await listOnDisk();
  if (list === undefined) return { type: "unfinished" };
  if (list.version === running) return { type: "same" };
  for (const [path, size] of Object.entries(list.files)) {
    if ((await onDisk(path))?.size !== size) return { type: "unfinished" };
  }
  return { type: "other", version: list.version };
};

/** The way from the version that runs to the one in the extension's folder. `rest` brings the downloads to rest. */
export const openVersionDoor = (rest: () => Promise<boolean> = restEngine): VersionDoor => ({
  running: chrome.runtime.getManifest().version,
  look,
  takeUp: async () => {
    if (await isRoomOpen()) return "room-open";
    if ((await look()).type !== "other") return "unfinished";
    if (!(await rest())) return "downloads-run";
    await reopenAfterwards();
    chrome.runtime.reload();
    // The page goes with it.
    return new Promise<never>(() => undefined);
  },
});
