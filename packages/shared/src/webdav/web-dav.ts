import { err, ok, type Result } from "../result/index.ts";
import { addressIn } from "./address.ts";
import { type DavFailure, failureOfStatus } from "./failure.ts";
import { type DavEntry, isPlainXml, type ParseXml, readMultistatus } from "./multistatus.ts";

/** One question to a host. The hands add who asks (`Authorization`) and how long is waited. */
export interface DavRequest {
  readonly method: "PROPFIND" | "GET" | "PUT" | "MKCOL" | "MOVE" | "DELETE";
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  /** Bytes of an answer that are read at most. */
  readonly limit: number;
}

/** What a host answered. */
export interface DavAnswer {
  readonly status: number;
  /** It points elsewhere and was not followed. */
  readonly moved: boolean;
  /** `undefined` where it gave more than the limit. */
  readonly body: Uint8Array | undefined;
}

/** What asking needs of the outer world. */
export interface DavHands {
  /** Asks once; `undefined` where there was no answer, or it broke off. */
  readonly send: (request: DavRequest) => Promise<DavAnswer | undefined>;
  readonly parse: ParseXml;
}

type Done<T = null> = Promise<Result<T, DavFailure>>;

/**
 * A folder on a WebDAV host. Paths are within it, names between single slashes, `""` is the folder itself. Nothing
 * is tried twice and nothing is kept.
 */
export interface WebDav {
  /** What a folder holds, itself left out. */
  list(folder: string): Done<readonly DavEntry[]>;
  /** A file of at most `limit` bytes. */
  read(path: string, limit: number): Done<Uint8Array>;
  /**
   * Writes a file where its folder is there. What breaks off may leave a piece on some hosts. With `ifNoneMatch`
   * one that is there already stays and `exists` is answered, by hosts that know the condition.
   */
  write(
    path: string,
    bytes: Uint8Array,
    how?: { readonly ifNoneMatch?: boolean; readonly type?: string },
  ): Done;
  /** Writes a file beside its place and then puts it there, so that readers have the old one or the new one whole. */
  replace(path: string, bytes: Uint8Array, type?: string): Done;
  /** Makes a folder and those above it that are missing; one that is there is fine. */
  makeFolder(path: string): Done;
  /** Removes a file, or a folder with all in it; what is not there is fine. */
  remove(path: string): Done;
}

/** More than a folder of many thousand files fills. Bytes. */
const LISTING = 32 * 1024 * 1024;
/** What is read of answers that say nothing but a status. Bytes. */
const WORDS = 64 * 1024;

const WANTED = `<?xml version="1.0" encoding="utf-8"?>
<propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getetag/></prop></propfind>`;

const failed = (type: DavFailure["type"]): Result<never, DavFailure> => err({ type });

/** Opens a folder of a host; `folder` as `davFolder` gives it. Asks nothing yet. */
export const openWebDav = (folder: string, hands: DavHands): WebDav => {
  const { send, parse } = hands;
  const ask = async (
    method: DavRequest["method"],
    path: string,
    {
      headers = {},
      body,
      limit = WORDS,
    }: Partial<Pick<DavRequest, "headers" | "body" | "limit">> = {},
  ): Promise<Result<DavAnswer, DavFailure>> => {
    const address = addressIn(folder, path);
    const answer = await send({ method, address, headers, body, limit });
    if (answer === undefined) return failed("no-answer");
    if (answer.moved || (answer.status >= 300 && answer.status < 400)) return failed("moved");
    if (answer.status >= 200 && answer.status < 300) return ok(answer);
    return err(failureOfStatus(answer.status));
  };
  const done = (answer: Result<DavAnswer, DavFailure>): Result<null, DavFailure> => {
    if (!answer.ok) return answer;
    // "Multi-status" says that a part of it was not done.
    return answer.value.status === 207 ? failed("refused") : ok(null);
  };

  const write: WebDav["write"] = async (path, bytes, { ifNoneMatch = false, type } = {}) =>
    done(
      await ask("PUT", path, {
        body: bytes,
        headers: {
          "Content-Type": type ?? "application/octet-stream",
          ...(ifNoneMatch ? { "If-None-Match": "*" } : {}),
        },
      }),
    );

  const remove: WebDav["remove"] = async (path) => {
    const removed = done(await ask("DELETE", path));
    return !removed.ok && removed.error.type === "not-there" ? ok(null) : removed;
  };

  const makeFolder: WebDav["makeFolder"] = async (path) => {
    const made = done(await ask("MKCOL", path === "" ? "" : `${path}/`));
    if (made.ok) return made;
    // 405: there is something of that name already; a file among folders is told by whatever is put into it.
    if (made.error.type === "not-webdav") return ok(null);
    if (made.error.type !== "no-parent") return made;
    const above = new URL("../", folder).href;
    if (path === "" && above === folder) return made;
    const first =
      path === ""
        ? await openWebDav(above, hands).makeFolder("")
        : await makeFolder(path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "");
    return first.ok ? done(await ask("MKCOL", path === "" ? "" : `${path}/`)) : first;
  };

  return {
    list: async (path) => {
      const at = path === "" ? "" : `${path}/`;
      const answer = await ask("PROPFIND", at, {
        headers: { Depth: "1", "Content-Type": "application/xml; charset=utf-8" },
        body: WANTED,
        limit: LISTING,
      });
      if (!answer.ok) return answer;
      const { status, body } = answer.value;
      if (body === undefined) return failed("too-large");
      const text = new TextDecoder().decode(body);
      const document = status === 207 && isPlainXml(text) ? parse(text) : undefined;
      const entries =
        document === undefined ? undefined : readMultistatus(document, addressIn(folder, at));
      return entries === undefined ? failed("not-webdav") : ok(entries);
    },
    read: async (path, limit) => {
      const answer = await ask("GET", path, { limit });
      if (!answer.ok) return answer;
      return answer.value.body === undefined ? failed("too-large") : ok(answer.value.body);
    },
    write,
    replace: async (path, bytes, type) => {
      const beside = `${path}.part`;
      const how = type === undefined ? {} : { type };
      const written = await write(beside, bytes, how);
      if (!written.ok) return written;
      const headers = { Destination: addressIn(folder, path), Overwrite: "T" };
      const moved = done(await ask("MOVE", beside, { headers }));
      if (moved.ok || moved.error.type === "no-answer") return moved;
      // Hosts that cannot move, or that a relay has told another address of their own.
      const plain = await write(path, bytes, how);
      await remove(beside);
      return plain;
    },
    makeFolder,
    remove,
  };
};
