import type { Clock } from "@dianbo/shared/clock";
import type { NewId } from "@dianbo/shared/identity";
import {
  type MeetingPlace,
  type MeetingProgress,
  type MeetingStopped,
  type Met,
  meet,
  memoryFor,
  type NamesRow,
  type PlaceFailure,
} from "@dianbo/shared/meeting";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { Library } from "../library.ts";
import type { PersonalStore } from "../personal/index.ts";
import { keepMemory, keptMemory } from "./kept-place.ts";
import { siteCipher } from "./site-cipher.ts";
import { takeRecords } from "./take-records.ts";

/** Why a meeting did not come about; what was here stands. */
export interface MeetingFailure {
  readonly type:
    | PlaceFailure["type"]
    | MeetingStopped["type"]
    /** The site has no key yet: no other PC has joined it. */
    | "no-key"
    | "shelf-full"
    | "disk-full"
    | "not-stored";
}

/** Told apart from every other opening of the app; a copy of the profile has another. */
let run: string | undefined;

const doorOfNames = (rows: readonly NamesRow[], store: PersonalStore) => {
  let now = rows;
  return {
    rows: () => now,
    take: async (given: readonly NamesRow[]): Promise<Result<number, MeetingFailure>> => {
      const joined = await store.join(given);
      if (!joined.ok) {
        return err({ type: joined.error.type === "disk-full" ? "disk-full" : "not-stored" });
      }
      const all = await store.travelling();
      if (all.ok) now = all.value;
      return joined;
    },
  };
};

/** One meeting of this PC with the others of its site. `names` are opened by whoever calls, with or without the PIN. */
export const meetOthers = async ({
  library,
  names,
  place,
  placeId,
  clock,
  newId,
  onProgress,
  signal,
}: {
  readonly library: Library;
  readonly names: PersonalStore;
  readonly place: MeetingPlace;
  readonly placeId: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly onProgress: (progress: MeetingProgress) => void;
  readonly signal: AbortSignal;
}): Promise<Result<Met, MeetingFailure>> => {
  const { site, siteKey, device, post } = library.identity();
  if (siteKey === undefined) return err({ type: "no-key" });
  run ??= newId();
  const cipher = await siteCipher(site, siteKey, newId);
  const self = { site, device, key: cipher.mark };
  const rows = await names.travelling();
  if (!rows.ok && rows.error.type !== "locked") {
    return err({ type: rows.error.type === "disk-full" ? "disk-full" : "not-stored" });
  }
  return await meet<MeetingFailure>(memoryFor(await keptMemory(library), placeId, self), {
    place,
    cipher,
    self,
    post,
    newId,
    run,
    now: clock.now,
    onProgress,
    isStopped: () => signal.aborted,
    remember: (memory) => keepMemory(library, memory),
    names: rows.ok ? doorOfNames(rows.value, names) : "locked",
    library: {
      records: () => library.snapshot().records.values(),
      take: async (records) => {
        const taken = await takeRecords(library, records);
        if (taken.ok) return ok(taken.value);
        switch (taken.error.type) {
          case "shelf-full":
          case "disk-full":
            return err({ type: taken.error.type });
          default:
            return err({ type: "not-stored" });
        }
      },
    },
  });
};
