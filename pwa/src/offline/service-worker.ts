/**
 * Keeps the whole app on the PC: every page, script, style and picture of one build, so that it starts
 * with the network unplugged. A newer build waits until all windows of the old one are closed, or until a
 * person asks for it in the only one that is left: nothing ever changes under a running room.
 */
import {
  cleanupOutdatedCaches,
  matchPrecache,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { isSharing, keepShared } from "./shared-list.ts";
import { SKIP_WAITING } from "./skip-waiting.ts";

/** What is used of the worker's global; the DOM's own types know only windows. */
declare const self: {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: "message",
    listener: (
      event: Event & { readonly data: unknown; waitUntil(work: Promise<unknown>): void },
    ) => void,
  ): void;
  addEventListener(
    type: "activate",
    listener: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: "fetch",
    listener: (
      event: Event & {
        readonly request: Request;
        respondWith(answer: Promise<Response>): void;
      },
    ) => void,
  ): void;
};

/** The page for an address of ours: the room for the room, the office for everything else. */
const pageFor = async (request: Request): Promise<Response> => {
  const page = /\/room(\.html)?$/u.test(new URL(request.url).pathname) ? "room.html" : "index.html";
  return (await matchPrecache(page)) ?? (await fetch(request));
};

// Before Workbox's own listener, which would let an unknown address go to the network.
self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.stopImmediatePropagation();
  const { request } = event;
  event.respondWith(isSharing(request) ? keepShared(request) : pageFor(request));
});

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

// Said by the office, in a click, once no other window is open.
self.addEventListener("message", (event) => {
  if (event.data === SKIP_WAITING) event.waitUntil(self.skipWaiting());
});

// The very first window is served by the worker too, so that unplugging right after the first visit is safe.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
