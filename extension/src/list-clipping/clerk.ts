import { type Library, type MediaStore, openLibrary } from "@dianbo/pwa/storage";
import type { Clock } from "@dianbo/shared/clock";
import type { NewId } from "@dianbo/shared/identity";
import { hostOfUrl, siteOfHost } from "@dianbo/shared/page-list";
import * as v from "valibot";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import { type ListedItem, type ListQueue, openInbox, openListQueue } from "../inbox/index.ts";
import { type FiledBefore, keepListed, type PageReader } from "./keep-listed.ts";
import { type ClerkRequest, homeAnswerSchema, readAnswerSchema } from "./messages.ts";

const LOCK = "dianbo-list-clerk";
/** Milliseconds between two pages of one site: a village portal is a small machine. */
const PAUSE = 700;
/** Sites that are read at the same time. */
const SITES = 2;
/** How often a page is asked for again when the background died while it read. */
const TRIES = 3;

const ask = (request: ClerkRequest): Promise<unknown> => chrome.runtime.sendMessage(request);

const reader: PageReader = {
  read: async (url) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const answer = await ask({ type: "dianbo-list-read", url }).catch(() => undefined);
      const parsed = v.safeParse(readAnswerSchema, answer);
      if (parsed.success) return parsed.output;
    }
    return { type: "failed", reason: "nothing-read" };
  },
  withoutLeave: async (hosts) => {
    if (hosts.length === 0) return [];
    const answer = await ask({ type: "dianbo-list-leave", hosts: [...hosts] });
    const missing = v.safeParse(v.array(v.string()), answer);
    return missing.success ? missing.output : hosts;
  },
};

const habitOf: NonNullable<ClipDesk["countHabit"]> = async (
  { host, column, title, tags },
  category,
) => {
  await ask({
    type: "dianbo-list-habit",
    host,
    category,
    ...(column === undefined ? {} : { column }),
    ...(title === undefined ? {} : { title }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
  }).catch(() => undefined);
};

/** What a page that keeps things behind the panel has at hand. */
export interface ClerkTools {
  readonly media: MediaStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

const waitingIn = async (queue: ListQueue): Promise<readonly ListedItem[]> =>
  (await queue.all()).filter(({ state }) => state.state === "waiting");

const siteOf = (item: ListedItem): string => siteOfHost(hostOfUrl(item.link.url));

/** Keeps all that waits, a few sites at a time and each site's pages one after the other. */
const keepAll = async (queue: ListQueue, desk: ClipDesk, before: FiledBefore): Promise<void> => {
  const busy = new Map<string, Promise<void>>();
  const keep = async (item: ListedItem): Promise<void> => {
    const notStored: ListedItem["state"] = { state: "failed", reason: "not-stored" };
    const state = await keepListed(item, reader, before, desk).catch(() => notStored);
    await queue.settle(item.id, state);
    if (!item.link.offSite) await new Promise((resolve) => setTimeout(resolve, PAUSE));
  };
  for (;;) {
    const waiting = await waitingIn(queue);
    void ask({ type: "dianbo-list-left", left: waiting.length }).catch(() => undefined);
    const next = busy.size < SITES ? waiting.find((item) => !busy.has(siteOf(item))) : undefined;
    if (next !== undefined) {
      const site = siteOf(next);
      busy.set(
        site,
        keep(next).finally(() => busy.delete(site)),
      );
    } else if (busy.size > 0) await Promise.race(busy.values());
    else return;
  }
};

/** Where the library lives, opened if it is here; whoever asks closes it. `undefined` where it cannot be had now. */
export const openHome = async (
  tools: ClerkTools,
): Promise<{ library: Library | undefined; before: FiledBefore } | undefined> => {
  const answer = v.safeParse(
    homeAnswerSchema,
    await ask({ type: "dianbo-list-home" }).catch(() => undefined),
  );
  if (!answer.success) return undefined;
  const { home, habits, filed } = answer.output;
  const before: FiledBefore = { habits, filed };
  if (home === "hosted") return { library: undefined, before };
  const { clock, newId } = tools;
  const opened = await openLibrary({ clock, newId });
  return opened.ok ? { library: opened.value, before } : undefined;
};

/** Whether this page still has listed items to keep, so that it must stay open. */
export interface Clerk {
  readonly isBusy: () => boolean;
}

/**
 * Starts the clerk in a page that outlives the panel: it keeps what was ticked in lists, item by item,
 * whenever something waits. Only one page of the profile does so at a time.
 */
export const startClerk = (tools: ClerkTools): Clerk => {
  let isBusy = true;
  const work = async (): Promise<never> => {
    const queue = openListQueue();
    const inbox = openInbox();
    let wake = (): void => undefined;
    queue.subscribe(() => wake());
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if ((await waitingIn(queue)).length > 0) {
        isBusy = true;
        const home = await openHome(tools);
        if (home !== undefined) {
          const { library, before } = home;
          await keepAll(
            queue,
            { ...tools, inbox, library, appHost: undefined, countHabit: habitOf },
            before,
          );
          library?.close();
        }
      }
      isBusy = false;
      await woken;
    }
  };
  void navigator.locks.request(LOCK, work);
  return { isBusy: () => isBusy };
};
