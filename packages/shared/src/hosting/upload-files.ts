import { err, ok, type Result } from "../result/index.ts";
import type { HostedFile, HostFailure, PublishTarget } from "./publish-target.ts";

/** What is known of a place from the entry file that stood there before. */
export interface Standing {
  /** Paths that the entry file of before names: whoever has just read it still fetches them. */
  readonly keep: ReadonlySet<string>;
  /** Whether anything may go: not where the same release is put there once more. */
  readonly sweep: boolean;
}

/** What is to be put on a host, and how. */
export interface Uploading<Refusal extends { readonly type: string }> {
  /** In the order in which they are put, but for lasting ones, which go first; the last one is the entry file. */
  readonly files: readonly HostedFile[];
  readonly target: PublishTarget;
  /** Bytes of the entry file that are read at most. */
  readonly entryLimit: number;
  /** Looks at the entry file that stands there; may refuse to put anything in its place. */
  readonly judge: (there: Uint8Array | undefined) => Result<Standing, Refusal>;
  /** Whether a path is one that only such files have: others are never swept. */
  readonly isOurs: (path: string) => boolean;
  /** Called before each file and at the end. */
  readonly told: (progress: Progress) => void;
  readonly isCancelled: () => boolean;
  readonly wait: (millis: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** How far it is. */
export interface Progress {
  readonly files: number;
  readonly ofFiles: number;
  /** Bytes. */
  readonly sent: number;
  readonly ofBytes: number;
}

/** What was done. */
export interface Uploaded {
  /** Files that were sent, and their bytes; the rest lay there already. */
  readonly files: number;
  readonly bytes: number;
  /** Old files that were removed. What could not be removed goes the next time. */
  readonly swept: number;
}

/** A host is asked so often for one thing; between the tries it has ever more peace. */
const TRIES = 3;
const FIRST_PAUSE = 1_000;

const folderOf = (path: string): string =>
  path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
const within = (folder: string, name: string): string =>
  folder === "" ? name : `${folder}/${name}`;

type Lying = ReadonlyMap<string, number | undefined>;

/**
 * Puts files on a host: lasting ones that do not lie there whole, then the others, the entry file last, then
 * what neither it nor the one before names is swept. Whatever breaks off on the way, what stood there before
 * still stands, and the next time only what is missing is sent.
 */
export const uploadFiles = async <Refusal extends { readonly type: string }>({
  files,
  target,
  entryLimit,
  judge,
  isOurs,
  told,
  isCancelled,
  wait,
  random,
}: Uploading<Refusal>): Promise<Result<Uploaded, HostFailure | Refusal | Cancelled>> => {
  const cancelled = (): Result<never, Cancelled> => err({ type: "cancelled" });

  /** Asks again where nobody answered or the host was busy. */
  const patiently = async <T>(
    act: () => Promise<Result<T, HostFailure>>,
  ): Promise<Result<T, HostFailure | Cancelled>> => {
    for (let tried = 1; ; tried += 1) {
      if (isCancelled()) return cancelled();
      const done = await act();
      if (done.ok) return done;
      if (isCancelled()) return cancelled();
      const again = done.error.type === "no-answer" || done.error.type === "busy";
      if (!again || tried === TRIES) return done;
      await wait(FIRST_PAUSE * 3 ** (tried - 1) * (0.5 + random()));
    }
  };

  const folders = [...new Set(["", ...files.map(({ path }) => folderOf(path))])];
  const listAll = async (): Promise<Result<Lying, HostFailure | Cancelled>> => {
    const lying = new Map<string, number | undefined>();
    for (const folder of folders) {
      const listed = await patiently(() => target.list(folder));
      if (!listed.ok) return listed;
      for (const [name, size] of listed.value) lying.set(within(folder, name), size);
    }
    return ok(lying);
  };

  const entry = files.at(-1);
  if (entry === undefined) return ok({ files: 0, bytes: 0, swept: 0 });
  const lying = await listAll();
  if (!lying.ok) return lying;
  const before = lying.value.has(entry.path)
    ? await patiently(() => target.read(entry.path, entryLimit))
    : ok(undefined);
  if (!before.ok) return before;
  const standing = judge(before.value);
  if (!standing.ok) return standing;

  const missing = files.filter(
    ({ path, bytes, lasting }) => lasting && lying.value.get(path) !== bytes.length,
  );
  const changing = files.filter(({ lasting }) => !lasting);
  const toSend = [...missing, ...changing];
  const ofBytes = toSend.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let sent = 0;
  let count = 0;
  const tell = (): void => told({ files: count, ofFiles: toSend.length, sent, ofBytes });
  const send = async (
    some: readonly HostedFile[],
  ): Promise<Result<null, HostFailure | Cancelled>> => {
    for (const file of some) {
      tell();
      const put = await patiently(() => target.put(file));
      if (!put.ok) return put;
      sent += file.bytes.length;
      count += 1;
    }
    return ok(null);
  };

  for (const folder of new Set(missing.map(({ path }) => folderOf(path)))) {
    if (folder === "") continue;
    const made = await patiently(() => target.makeFolder(folder));
    if (!made.ok) return made;
  }
  const put = await send(missing);
  if (!put.ok) return put;
  if (missing.length > 0) {
    // A host that says yes to everything (a login page does) is found out before the entry file names anything.
    const now = await listAll();
    if (!now.ok) return now;
    const isThere = ({ path, bytes }: HostedFile): boolean => {
      const size = now.value.get(path);
      return now.value.has(path) && (size === undefined || size === bytes.length);
    };
    if (!missing.every(isThere)) return err({ type: "not-kept" });
  }
  const changed = await send(changing);
  if (!changed.ok) return changed;
  tell();

  let swept = 0;
  const named = new Set([...standing.value.keep, ...files.map(({ path }) => path)]);
  const old = standing.value.sweep
    ? [...lying.value.keys()].filter((path) => isOurs(path) && !named.has(path))
    : [];
  for (const path of old) {
    if (isCancelled()) break;
    const removed = await target.remove(path);
    if (removed.ok) swept += 1;
  }
  return ok({ files: toSend.length, bytes: sent, swept });
};

/** The person stopped it. */
export interface Cancelled {
  readonly type: "cancelled";
}
