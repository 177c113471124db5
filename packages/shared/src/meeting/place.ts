import type { DeviceId } from "../identity/index.ts";
import type { Result } from "../result/index.ts";

/** Why the meeting place could not be used; nothing was changed here. */
export interface PlaceFailure {
  readonly type: /** The folder or the server is not there: the stick is out, the network is down. */
    | "place-gone"
    /** The browser, or the server, does not let us in. */
    | "place-refused"
    | "place-full"
    /** A file of this name lies there already; nothing is ever written over. */
    | "name-taken"
    /** Something else, which comes and goes. */
    | "place-trouble";
}

/** One file of one PC's log. */
export interface LyingFile {
  readonly device: DeviceId;
  readonly file: string;
  /** Bytes. */
  readonly size: number;
}

/** Where the PCs of a site meet: a folder or a server that keeps files, and knows nothing of what is in them. */
export interface MeetingPlace {
  /** All files in the folders of this site's PCs. A place where nobody has met yet is empty. */
  list(): Promise<Result<readonly LyingFile[], PlaceFailure>>;
  /** A file's bytes; `undefined` where it has gone since it was listed. */
  read(at: LyingFile): Promise<Result<Uint8Array | undefined, PlaceFailure>>;
  /** Writes a new file, whole or not at all; never over another. */
  write(device: DeviceId, file: string, bytes: Uint8Array): Promise<Result<null, PlaceFailure>>;
  /** Takes a file away; one that is gone already is no failure. */
  drop(device: DeviceId, file: string): Promise<Result<null, PlaceFailure>>;
}
