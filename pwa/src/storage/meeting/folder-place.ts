import { type DeviceId, deviceIdSchema, type SiteId } from "@dianbo/shared/identity";
import {
  type LyingFile,
  type MeetingPlace,
  meetingFolder,
  type PlaceFailure,
} from "@dianbo/shared/meeting";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import {
  type Folder,
  fileAt,
  folderFailureOf,
  removeAt,
  seeFolder,
  writeSmall,
} from "../book-folder/folder-shape.ts";

/** A browser's exception as the place's failure. */
const failureOf = (error: unknown): PlaceFailure => {
  switch (folderFailureOf(error).type) {
    case "folder-gone":
      return { type: "place-gone" };
    case "no-leave":
    case "read-only":
      return { type: "place-refused" };
    case "folder-full":
      return { type: "place-full" };
    default:
      return { type: "place-trouble" };
  }
};

const told = async <T>(work: () => Promise<Result<T, PlaceFailure>>) => {
  try {
    return await work();
  } catch (error) {
    return err(failureOf(error));
  }
};

const isNotThere = (error: unknown): boolean =>
  error instanceof DOMException &&
  (error.name === "NotFoundError" || error.name === "TypeMismatchError");

/** A folder within another; `undefined` where there is none of that name. Throws where the other is gone. */
const folderIn = async (folder: Folder, name: string): Promise<Folder | undefined> => {
  try {
    return await folder.getDirectoryHandle(name);
  } catch (error) {
    if (!isNotThere(error)) throw error;
    return undefined;
  }
};

const filesOf = async (folder: Folder, device: DeviceId): Promise<readonly LyingFile[]> => {
  const files: LyingFile[] = [];
  for await (const file of folder.keys()) {
    try {
      const { size } = await (await folder.getFileHandle(file)).getFile();
      files.push({ device, file, size });
    } catch (error) {
      // A folder among the files, or a file that the service takes away just now.
      if (!isNotThere(error)) throw error;
    }
  }
  return files;
};

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/**
 * A folder of this PC as the meeting place: one that a service keeps the same on two PCs, a share in the house, a
 * stick that goes to and fro. Whoever chose the inner folder by mistake has chosen the same place.
 */
export const folderPlace = (chosen: Folder, site: SiteId): MeetingPlace => {
  const inner = meetingFolder(site);
  const isInner = chosen.name === inner;
  const pathOf = (device: DeviceId, file: string): string =>
    `${isInner ? "" : `${inner}/`}${device}/${file}`;
  return {
    list: () =>
      told(async () => {
        await seeFolder(chosen);
        const site = isInner ? chosen : await folderIn(chosen, inner);
        const files: LyingFile[] = [];
        if (site === undefined) return ok(files);
        for await (const name of site.keys()) {
          const device = v.safeParse(deviceIdSchema, name);
          const folder = device.success ? await folderIn(site, name) : undefined;
          if (device.success && folder !== undefined) {
            files.push(...(await filesOf(folder, device.output)));
          }
        }
        return ok(files);
      }),
    read: ({ device, file }) =>
      told(async () => {
        const found = await fileAt(chosen, pathOf(device, file));
        return ok(found === undefined ? undefined : new Uint8Array(await found.arrayBuffer()));
      }),
    write: (device, file, bytes) =>
      told(async () => {
        const path = pathOf(device, file);
        if ((await fileAt(chosen, path)) !== undefined) return err({ type: "name-taken" });
        try {
          await writeSmall(chosen, path, new Uint8Array(bytes));
          const lying = await fileAt(chosen, path);
          const back = new Uint8Array((await lying?.arrayBuffer()) ?? new ArrayBuffer(0));
          if (isSame(back, bytes)) return ok(null);
          return err({ type: "place-trouble" });
        } catch (error) {
          // An empty file would stand for it.
          await removeAt(chosen, path);
          throw error;
        }
      }),
    drop: (device, file) =>
      told(async () => {
        const path = pathOf(device, file);
        await removeAt(chosen, path);
        const lies = (await fileAt(chosen, path)) !== undefined;
        return lies ? err({ type: "place-trouble" }) : ok(null);
      }),
  };
};
