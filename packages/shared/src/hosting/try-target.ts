import { err, ok, type Result } from "../result/index.ts";
import type { HostFailure, PublishTarget } from "./publish-target.ts";

/** Says what it is to whoever finds it, should it ever be left behind. */
const WORDS = "Dianbo 点播本: 试一下能不能写 / a try whether this place can be written to\n";

/**
 * Tries a place as publishing will use it: lists it, writes a small file, reads it back, removes it. `mark` makes
 * the file's name one that nobody else has.
 */
export const tryTarget = async (
  target: PublishTarget,
  mark: string,
): Promise<Result<null, HostFailure>> => {
  const listed = await target.list("");
  if (!listed.ok) return listed;
  const path = `dianbo-try-${mark}.txt`;
  const bytes = new TextEncoder().encode(WORDS);
  const put = await target.put({ path, bytes, type: "text/plain; charset=utf-8", lasting: true });
  if (!put.ok) return put;
  const read = await target.read(path, bytes.length * 2);
  const removed = await target.remove(path);
  if (!read.ok) return read;
  const isSame =
    read.value?.length === bytes.length && read.value.every((byte, at) => byte === bytes[at]);
  if (!isSame) return err({ type: "not-kept" });
  return removed.ok ? ok(null) : removed;
};
