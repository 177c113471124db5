import { isBlankLibrary, type Library, openLibrary, openMediaStore } from "@dianbo/pwa/storage";
import type { Clock } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import {
  type AppFrame,
  appFrameSchema,
  type ExtensionBody,
  LINK_PORT,
  LINK_PROTOCOL,
} from "@dianbo/shared/handoff";
import type { NewId } from "@dianbo/shared/identity";
import * as v from "valibot";
import { openInbox, openPicturesOwed } from "../inbox/index.ts";
import { readLibraryHome, watchLibraryHome, watchPairing } from "../settings/index.ts";
import { openGiverShelf } from "./giver-shelf.ts";
import { makeLinkGiver, type PlaceSaid } from "./link-giver.ts";
import { isPairedPage } from "./paired-app.ts";
import { keepRelay, pairedAddress } from "./pairing.ts";
import { picturesLock, readyClips, settledClips, TAKE_BACK_MS } from "./ready-rows.ts";

const LIBRARY = "dianbo-library";

/** What the background builds once and hands on. */
export interface LinkTools {
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Uses the extension's own library, if there is one: `none` where not, `unreadable` where it cannot be opened. */
const withOwnLibrary = async <T>(
  { clock, newId }: LinkTools,
  use: (library: Library | "none" | "unreadable") => T,
): Promise<T> => {
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === LIBRARY)) return use("none");
  const opened = await openLibrary({ clock, newId, name: LIBRARY });
  if (!opened.ok) return use("unreadable");
  try {
    return use(opened.value);
  } finally {
    opened.value.close();
  }
};

const ownItems = (tools: LinkTools): Promise<Iterable<Courseware> | undefined> =>
  withOwnLibrary(tools, (library) => {
    if (library === "unreadable") return undefined;
    return library === "none" ? [] : [...library.snapshot().items.values()];
  });

const placeFor = async (address: string, tools: LinkTools): Promise<PlaceSaid> => {
  const home = await readLibraryHome();
  if (home.home === "hosted") {
    const same = new URL(home.address).origin === new URL(address).origin;
    // A library on its way back stays whole where it is; nothing is added to it meanwhile.
    const settled = home.copy === "none" || home.copy === "kept";
    return { library: same && settled ? "app" : "extension", blank: true };
  }
  const blank = await withOwnLibrary(tools, (library) =>
    library === "none" ? true : library !== "unreadable" && isBlankLibrary(library),
  );
  return { library: "extension", blank };
};

const openExtension = (where: "book" | "inbox"): void => {
  const url = chrome.runtime.getURL(`/app.html#/${where === "inbox" ? "inbox" : ""}`);
  void chrome.tabs.create({ url });
};

const serveLink = (port: chrome.runtime.Port, address: string, tools: LinkTools) => {
  const inbox = openInbox();
  const owed = openPicturesOwed();
  const media = openMediaStore(() => {
    throw new Error("handing over only reads and removes files");
  });
  let session: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (body: ExtensionBody): void => {
    if (session === undefined) return;
    try {
      port.postMessage({ protocol: LINK_PROTOCOL, session, body });
    } catch {
      // The page went in this very moment; what was not acknowledged is still here.
    }
  };
  const giver = makeLinkGiver({
    send,
    openExtension,
    place: () => placeFor(address, tools),
    shelf: openGiverShelf(inbox, media, () => ownItems(tools)),
    ready: async () => {
      const held = (await navigator.locks.query()).held ?? [];
      const locks = new Set(held.flatMap(({ name }) => name ?? []));
      // Pictures whose panel was closed are still to come; without a network nobody waits for them.
      for (const { id } of navigator.onLine ? await owed.all() : []) locks.add(picturesLock(id));
      const { settled, soon } = settledClips(
        readyClips(await inbox.all()),
        tools.clock.now(),
        locks,
      );
      clearTimeout(timer);
      if (soon) timer = setTimeout(() => giver.look(), TAKE_BACK_MS / 4);
      return settled;
    },
  });
  const stop = inbox.subscribe(() => giver.look());
  // The app learns at once where the library is now, and what may still be given.
  const unwatch = watchLibraryHome(() => giver.hear({ type: "link" }));
  return {
    hear: (frame: AppFrame): void => {
      session ??= frame.session;
      if (frame.session === session) giver.hear(frame.body);
    },
    close: (): void => {
      clearTimeout(timer);
      stop();
      unwatch();
      giver.close();
      inbox.close();
      owed.close();
    },
  };
};

/** Accepts one port: what comes before it is known who speaks is kept, and dropped with a stranger. */
const accept = (port: chrome.runtime.Port, tools: LinkTools): void => {
  const early: unknown[] = [];
  let link: ReturnType<typeof serveLink> | undefined;
  let gone = false;
  let served: string | undefined;
  // The pairing ended, or the browser's leave was taken back: nothing more is said.
  const unwatch = watchPairing(() => {
    void pairedAddress().then((address) => {
      if (gone || served === undefined || address === served) return;
      leave();
      port.disconnect();
    });
  });
  const hear = (message: unknown): void => {
    if (link === undefined) {
      if (!gone && early.length < 8) early.push(message);
      return;
    }
    const frame = v.safeParse(appFrameSchema, message);
    if (frame.success) link.hear(frame.output);
  };
  port.onMessage.addListener(hear);
  const leave = (): void => {
    gone = true;
    unwatch();
    link?.close();
    link = undefined;
  };
  port.onDisconnect.addListener(leave);
  void pairedAddress().then((address) => {
    if (gone) return;
    if (address === undefined || !isPairedPage(port.sender, chrome.runtime.id, address)) {
      leave();
      port.disconnect();
      return;
    }
    served = address;
    link = serveLink(port, address, tools);
    for (const message of early.splice(0)) hear(message);
  });
};

/**
 * The background's part of the link to a paired app, to be called once at the top of the background
 * script: the browser starts it for a port that a relay opens, and loses what is not heard at once.
 */
export const serveLinks = (tools: LinkTools): void => {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name === LINK_PORT) accept(port, tools);
  });
  chrome.runtime.onInstalled.addListener(() => void keepRelay());
  void keepRelay();
};
