import { defineContentScript } from "wxt/utils/define-content-script";
import { relayPage } from "../handoff/relay.ts";

/** Marks a page that has its relay: pairing puts one into pages that are open already. */
const MARK = Symbol.for("dianbo-relay");

/**
 * Registered at run time for the paired app's own address only, so it names no host: the manifest asks
 * for none.
 */
export default defineContentScript({
  matches: [],
  registration: "runtime",
  main: () => {
    if (window.top !== window || MARK in globalThis) return;
    Object.defineProperty(globalThis, MARK, { value: true });
    relayPage(window, () => performance.now());
  },
});
