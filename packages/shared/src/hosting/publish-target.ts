import type { Result } from "../result/index.ts";
import type { DavFailure } from "../webdav/index.ts";

/** A file that is to lie on a host. */
export interface HostedFile {
  /** Below the target's folder, with `/` between. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** As a host should name it (Content-Type). */
  readonly type: string;
  /** Named by what is in it: one that lies there already, of the same size, is not sent again. */
  readonly lasting: boolean;
}

/** Why something was not put on a host. */
export interface HostFailure {
  readonly type:
    | Exclude<DavFailure["type"], "not-there" | "no-parent" | "exists">
    /** The folder that files should go into is not there. */
    | "no-folder"
    | "no-bucket"
    /** Requests are dated, and this PC's clock is too far off. */
    | "wrong-clock"
    /** The bucket lies in another region than was said. */
    | "wrong-region"
    /** A host that says nothing and does nothing: what was sent is not there, or not whole. */
    | "not-kept";
}

/** A place on a host, whatever it speaks. Nothing is tried twice. */
export interface PublishTarget {
  /**
   * Names of the files that lie directly in a folder (`""`: the place itself), with their bytes where the host
   * says. A folder of the place that is not there holds nothing; where the place is not there: `no-folder`.
   */
  list(folder: string): Promise<Result<ReadonlyMap<string, number | undefined>, HostFailure>>;
  /** A file of at most `limit` bytes; `undefined` where there is none. */
  read(path: string, limit: number): Promise<Result<Uint8Array | undefined, HostFailure>>;
  /** Makes a folder, or the place itself (`""`), where the host has folders. */
  makeFolder(folder: string): Promise<Result<null, HostFailure>>;
  /** Puts a file; of one that is not lasting, readers have the old or the new one whole. */
  put(file: HostedFile): Promise<Result<null, HostFailure>>;
  /** Removes a file; one that is not there is fine. */
  remove(path: string): Promise<Result<null, HostFailure>>;
}
