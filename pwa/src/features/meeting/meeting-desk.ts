import type { Instant } from "@dianbo/shared/clock";
import type { DeviceId } from "@dianbo/shared/identity";
import { letGo, type MeetingProgress, type Met, memoryFor } from "@dianbo/shared/meeting";
import { davFolder } from "@dianbo/shared/webdav";
import type { Dependencies } from "../../app/library-context.tsx";
import { oneDesk } from "../../app/one-desk.ts";
import { ensureSiteKey } from "../../app/site-key.ts";
import { askForLeave, canChooseFolder, chooseFolder } from "../../storage/book-folder/index.ts";
import {
  forgetPlace,
  type KeptPlace,
  keepDavPlace,
  keepFolderPlace,
  keepMemory,
  keptMemory,
  keptPlace,
  type MeetingFailure,
  meetOthers,
  PLACE_SECRET,
} from "../../storage/meeting/index.ts";
import { canSeal, openPersonal } from "../../storage/personal/index.ts";
import { openSecrets, type SecretStore } from "../../storage/personal/secrets.ts";
import { keepLast, keptLast, type LastMeeting } from "./last-meeting.ts";
import { openPlace, type PlaceDoor } from "./open-place.ts";

/** One meeting at a time, in all tabs. */
const MEETING_LOCK = "dianbo-meeting";

/** Everything that the screens show of meetings. */
export interface MeetingState {
  /** Whether this page may encrypt at all; without that nothing is written anywhere. */
  readonly canSeal: boolean;
  readonly canChoose: boolean;
  readonly place:
    | { readonly kind: KeptPlace["kind"]; readonly name: string; readonly user: string }
    | undefined;
  /** What is missing before a meeting can come about. */
  readonly door: PlaceDoor["type"];
  /** Names of this PC are behind a PIN that was not given. */
  readonly namesLocked: boolean;
  readonly work: MeetingProgress | undefined;
  readonly last: LastMeeting;
}

/** Why a press did not lead to a meeting at all. */
export type MeetingRefusal = "wrong-pin" | "no-leave" | "no-address" | "not-stored";

/** Meetings as screens use them. One desk for a page, so that a meeting goes on while another room is open. */
export interface MeetingDesk {
  /** `undefined` until it has been looked at for the first time. */
  state(): MeetingState | undefined;
  subscribe(listener: () => void): () => void;
  /** `choosing`: in the room, where a place may be chosen; elsewhere a PC that never met opens no table of names. */
  look(choosing?: boolean): Promise<void>;
  /** Lets the person choose a folder; in the click itself. */
  chooseFolder(): Promise<void>;
  /** Takes a WebDAV folder; in the click itself, for the browser may ask. */
  takeAddress(typed: {
    readonly address: string;
    readonly user: string;
    readonly password: string;
    readonly pin?: string;
  }): Promise<MeetingRefusal | undefined>;
  forget(): Promise<void>;
  /** A PC that is no more: its files at the place go, once all that was in them lies there in this PC's own. */
  letGo(device: DeviceId): Promise<void>;
  /** Meets the others; in the click itself. The PIN opens names and password for this one time. */
  meet(pin?: string): Promise<MeetingRefusal | undefined>;
  /** Meets the others where that asks nobody for anything. */
  meetQuietly(): Promise<void>;
  stop(): void;
}

const nameOf = (kept: KeptPlace): string =>
  kept.kind === "folder" ? kept.folder.name : decodeURI(kept.folder.replace(/^https?:\/\//u, ""));

/** What is remembered of a meeting. */
const lastOf = (met: Met, at: Instant): LastMeeting => ({
  met: {
    at,
    taken: met.taken,
    names: met.namesTaken,
    given: met.given,
    namesWait: met.namesWait,
    troubles: met.troubles.map(({ type, file }) => ({ type, file })),
    others: met.others.map((other) => ({ ...other })),
  },
});

const makeDesk = (dependencies: Dependencies): MeetingDesk => {
  const { library, clock, newId, inbox } = dependencies;
  const listeners = new Set<() => void>();
  let state: MeetingState | undefined;
  let stopper = new AbortController();
  const show = (change: Partial<MeetingState>): void => {
    if (state !== undefined) state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const withSecrets = async <T>(work: (secrets: SecretStore) => Promise<T>): Promise<T> => {
    const secrets = openSecrets(newId);
    try {
      return await work(secrets);
    } finally {
      secrets.close();
    }
  };
  const look = async (choosing = false): Promise<void> => {
    const kept = await keptPlace(library);
    const { site } = library.identity();
    const lookIn = async (secrets: SecretStore) => ({
      namesLocked: await secrets.isLocked(),
      door: kept === undefined ? undefined : await openPlace(kept, site, secrets, stopper.signal),
    });
    const seen =
      kept === undefined && !choosing
        ? { namesLocked: false, door: undefined }
        : await withSecrets(lookIn);
    state = {
      work: state?.work,
      canSeal: canSeal(),
      canChoose: canChooseFolder(),
      place:
        kept === undefined
          ? undefined
          : {
              kind: kept.kind,
              name: nameOf(kept),
              user: kept.kind === "folder" ? "" : kept.user,
            },
      door: seen.door?.type ?? "open",
      namesLocked: seen.namesLocked,
      last: await keptLast(library),
    };
    show({});
  };

  /** One meeting, where the place opens; what became of it is remembered. */
  const run = async (kept: KeptPlace, secrets: SecretStore, pin: string): Promise<void> => {
    const door = await openPlace(kept, library.identity().site, secrets, stopper.signal);
    if (door.type !== "open") return;
    const names = await openPersonal({ clock, newId, self: () => library.identity() });
    try {
      if (pin !== "") await names.unlock(pin);
      const done = await meetOthers({
        library,
        names,
        place: door.place,
        placeId: kept.id,
        clock,
        newId,
        onProgress: (work) => show({ work }),
        signal: stopper.signal,
      });
      await remember(done.ok ? done.value : done.error);
    } finally {
      names.close();
    }
  };
  const remember = async (done: Met | MeetingFailure): Promise<void> => {
    const at = clock.now();
    const before = await keptLast(library);
    if ("type" in done) {
      await keepLast(library, { ...before, failed: { at, type: done.type } });
      return;
    }
    await keepLast(library, lastOf(done, at));
  };

  /** `waits`: for a meeting that another tab, or this one by itself, is at just now. */
  const meetNow = async (pin: string, waits = true): Promise<MeetingRefusal | undefined> => {
    const kept = await keptPlace(library);
    if (kept === undefined) return undefined;
    stopper = new AbortController();
    return await navigator.locks.request(
      MEETING_LOCK,
      { ifAvailable: !waits },
      async (lock): Promise<MeetingRefusal | undefined> => {
        if (lock === null) return undefined;
        try {
          return await withSecrets(async (secrets) => {
            if (pin !== "" && !(await secrets.unlock(pin)).ok) return "wrong-pin";
            await run(kept, secrets, pin);
            return undefined;
          });
        } catch {
          await remember({ type: "place-trouble" });
          return undefined;
        } finally {
          show({ work: undefined });
          await look();
        }
      },
    );
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    chooseFolder: async () => {
      const chosen = await chooseFolder({ id: "dianbo-meeting" });
      if (chosen === undefined) return;
      await ensureSiteKey(dependencies);
      await forgetPlace(library);
      await keepLast(library, {});
      await keepFolderPlace(library, chosen, newId);
      await look();
    },
    takeAddress: async ({ address, user, password, pin = "" }) => {
      const folder = davFolder(address);
      if (!folder.ok) return "no-address";
      const asked = await inbox?.portals?.ask([new URL(folder.value).hostname]);
      if (asked === false) return "no-leave";
      const kept = await withSecrets(async (secrets) => {
        if (pin !== "" && !(await secrets.unlock(pin)).ok) return "wrong-pin" as const;
        const done = await secrets.keep(PLACE_SECRET, { folder: folder.value }, password);
        return done.ok ? undefined : done.error.type;
      });
      if (kept !== undefined) {
        return kept === "wrong-pin" || kept === "locked" ? "wrong-pin" : "not-stored";
      }
      await ensureSiteKey(dependencies);
      await forgetPlace(library);
      await keepLast(library, {});
      await keepDavPlace(library, { folder: folder.value, user: user.trim() }, newId);
      await look();
      return undefined;
    },
    forget: async () => {
      await forgetPlace(library);
      await keepLast(library, {});
      await withSecrets((secrets) => secrets.drop(PLACE_SECRET));
      await look(true);
    },
    letGo: async (device) => {
      const kept = await keptPlace(library);
      if (kept === undefined) return;
      const self = { site: library.identity().site, device: library.identity().device, key: "" };
      const memory = memoryFor(await keptMemory(library), kept.id, self);
      await keepMemory(library, letGo(memory, device));
      await meetNow("");
    },
    meet: async (pin = "") => {
      const kept = await keptPlace(library);
      if (kept?.kind === "folder" && !(await askForLeave(kept.folder))) {
        await look();
        return "no-leave";
      }
      return await meetNow(pin);
    },
    meetQuietly: async () => {
      if (state === undefined) await look();
      if (state?.place !== undefined && state.canSeal) await meetNow("", false);
    },
    stop: () => stopper.abort(),
  };
};

/** The one desk of this page. */
export const meetingDesk = oneDesk(makeDesk);
