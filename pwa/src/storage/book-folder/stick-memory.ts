import { type Instant, instantSchema } from "@dianbo/shared/clock";
import type { SiteId } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { Library } from "../library.ts";

/** In the library's small memory: when the newest stick of each site was made that this PC has seen or made. */
const MEMO = "newest-sticks";

const memoSchema = v.record(v.string(), instantSchema);

const newestSticks = async (
  library: Pick<Library, "readMemo">,
): Promise<Readonly<Record<string, Instant>>> => {
  const read = v.safeParse(memoSchema, await library.readMemo(MEMO));
  return read.success ? read.output : {};
};

/** When the newest stick of a site was made that this PC knows of. */
export const newestStick = async (
  library: Pick<Library, "readMemo">,
  site: SiteId,
): Promise<Instant | undefined> => (await newestSticks(library))[site];

/** Remembers a stick, where none that is newer is known. */
export const noteStick = async (
  library: Pick<Library, "readMemo" | "writeMemo">,
  site: SiteId,
  madeAt: Instant,
): Promise<void> => {
  const known = await newestSticks(library);
  if ((known[site] ?? 0) >= madeAt) return;
  await library.writeMemo(MEMO, { ...known, [site]: madeAt });
};
