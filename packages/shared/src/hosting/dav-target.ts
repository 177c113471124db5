import { err, ok, type Result } from "../result/index.ts";
import type { DavFailure, WebDav } from "../webdav/index.ts";
import type { HostFailure, PublishTarget } from "./publish-target.ts";

const failureOf = ({ type }: DavFailure): HostFailure => {
  switch (type) {
    case "not-there":
    case "no-parent":
      return { type: "no-folder" };
    // Only what was written on a condition is answered so, and nothing here is.
    case "exists":
      return { type: "refused" };
    default:
      return { type };
  }
};

const told = <T>(done: Result<T, DavFailure>): Result<T, HostFailure> =>
  done.ok ? done : err(failureOf(done.error));

/** A folder of a WebDAV host as a place to publish to. */
export const davTarget = (dav: WebDav): PublishTarget => ({
  list: async (folder) => {
    const listed = await dav.list(folder);
    if (!listed.ok) {
      return folder !== "" && listed.error.type === "not-there" ? ok(new Map()) : told(listed);
    }
    return ok(
      new Map(listed.value.flatMap(({ name, isFolder, size }) => (isFolder ? [] : [[name, size]]))),
    );
  },
  read: async (path, limit) => {
    const read = await dav.read(path, limit);
    return !read.ok && read.error.type === "not-there" ? ok(undefined) : told(read);
  },
  makeFolder: async (folder) => told(await dav.makeFolder(folder)),
  put: async ({ path, bytes, type, lasting }) =>
    told(
      // What nobody reads yet may break off; what is read now is put in its place whole.
      lasting ? await dav.write(path, bytes, { type }) : await dav.replace(path, bytes, type),
    ),
  remove: async (path) => told(await dav.remove(path)),
});
