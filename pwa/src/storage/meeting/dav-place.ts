import { deviceIdSchema, type SiteId } from "@dianbo/shared/identity";
import {
  type LyingFile,
  type MeetingPlace,
  MOST_CHUNK_BYTES,
  meetingFolder,
  type PlaceFailure,
} from "@dianbo/shared/meeting";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { DavFailure, WebDav } from "@dianbo/shared/webdav";
import * as v from "valibot";

/** A host's answer as the place's failure. */
const placeFailureOf = ({ type }: DavFailure): PlaceFailure => {
  switch (type) {
    case "no-answer":
    case "moved":
    case "not-webdav":
    case "not-there":
    case "no-parent":
      return { type: "place-gone" };
    case "wrong-password":
    case "forbidden":
      return { type: "place-refused" };
    case "no-room":
      return { type: "place-full" };
    case "exists":
      return { type: "name-taken" };
    case "busy":
    case "too-large":
    case "refused":
      return { type: "place-trouble" };
  }
};

const asPlace = <T>(done: Result<T, DavFailure>): Result<T, PlaceFailure> =>
  done.ok ? done : err(placeFailureOf(done.error));

/** A folder of a WebDAV host as the meeting place. */
export const davPlace = (dav: WebDav, site: SiteId): MeetingPlace => {
  const inner = meetingFolder(site);
  /** What a folder holds; nothing where it is not there yet. */
  const listed = async (folder: string) => {
    const list = await dav.list(folder);
    return !list.ok && list.error.type === "not-there" ? ok([]) : asPlace(list);
  };
  return {
    list: async () => {
      // The address itself must answer: a missing folder within it is an empty place, a wrong address is none.
      const root = asPlace(await dav.list(""));
      if (!root.ok) return root;
      const devices = await listed(inner);
      if (!devices.ok) return devices;
      const files: LyingFile[] = [];
      for (const { name, isFolder } of devices.value) {
        const device = v.safeParse(deviceIdSchema, name);
        if (!isFolder || !device.success) continue;
        const held = await listed(`${inner}/${name}`);
        if (!held.ok) return held;
        for (const { name: file, isFolder: isNoFile, size } of held.value) {
          if (!isNoFile) files.push({ device: device.output, file, size: size ?? 0 });
        }
      }
      return ok(files);
    },
    read: async ({ device, file }) => {
      const bytes = await dav.read(`${inner}/${device}/${file}`, MOST_CHUNK_BYTES);
      if (!bytes.ok && bytes.error.type === "not-there") return ok(undefined);
      return asPlace(bytes);
    },
    write: async (device, file, bytes) => {
      const path = `${inner}/${device}/${file}`;
      const put = () => dav.write(path, bytes, { ifNoneMatch: true });
      const written = await put();
      // Hosts say in several ways that a folder is missing; it is made once, then the file is tried again.
      if (written.ok || written.error.type === "exists") return asPlace(written);
      if (written.error.type !== "no-parent" && written.error.type !== "not-there") {
        return asPlace(written);
      }
      const made = await dav.makeFolder(`${inner}/${device}`);
      return made.ok ? asPlace(await put()) : asPlace(made);
    },
    drop: async (device, file) => asPlace(await dav.remove(`${inner}/${device}/${file}`)),
  };
};
