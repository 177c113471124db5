import { isAppAddress, readPairing, writePairing } from "../settings/index.ts";
import { leaveOf, pagesOf, pagesWithoutPort } from "./paired-app.ts";

const RELAY_ID = "dianbo-relay";
const RELAY_FILE = "content-scripts/relay.js";

/** Whether this browser can put a script into pages that open later. */
export const canPair = (): boolean =>
  typeof chrome.scripting?.registerContentScripts === "function";

const scriptFor = (matches: string): chrome.scripting.RegisteredContentScript => ({
  id: RELAY_ID,
  js: [RELAY_FILE],
  matches: [matches],
  runAt: "document_start",
  allFrames: false,
  persistAcrossSessions: true,
});

const removeRelay = async (): Promise<void> => {
  const there = await chrome.scripting.getRegisteredContentScripts({ ids: [RELAY_ID] });
  if (there.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [RELAY_ID] });
};

const registerRelay = async (address: string): Promise<void> => {
  await removeRelay();
  try {
    await chrome.scripting.registerContentScripts([scriptFor(pagesOf(address))]);
  } catch {
    await chrome.scripting.registerContentScripts([scriptFor(pagesWithoutPort(address))]);
  }
};

const openPagesOf = async (address: string): Promise<readonly number[]> => {
  const tabs = await chrome.tabs.query({ url: pagesWithoutPort(address) });
  return tabs.flatMap(({ id, url }) =>
    id !== undefined && url?.startsWith(pagesOf(address).slice(0, -1)) === true ? [id] : [],
  );
};

/** Pages that are open already get the relay too; a page that has it keeps the one it has. */
const injectRelay = async (address: string): Promise<void> => {
  for (const tabId of await openPagesOf(address)) {
    await chrome.scripting
      .executeScript({ target: { tabId }, files: [RELAY_FILE] })
      // A page that is just closing, or shows the browser's own error.
      .catch(() => undefined);
  }
};

/** Relays that lost the background, or were refused before, connect again. */
const callRelays = async (address: string): Promise<void> => {
  for (const tab of await openPagesOf(address)) {
    await chrome.tabs.sendMessage(tab, { type: "dianbo-background-up" }).catch(() => undefined);
  }
};

/** Whether the browser still has the leave that the pairing needs: it can be taken back in its settings. */
const hasLeave = (address: string): Promise<boolean> =>
  chrome.permissions.contains({ origins: [leaveOf(address)] });

/** The paired app's address, as long as the browser's leave for it stands. */
export const pairedAddress = async (): Promise<string | undefined> => {
  const address = await readPairing();
  return address !== undefined && (await hasLeave(address)) ? address : undefined;
};

/**
 * Pairs with the app at an address. Must be called in the click itself: the browser asks for the app's
 * host. `false` where the person or the browser refused.
 */
export const pairWith = async (address: string): Promise<boolean> => {
  if (!isAppAddress(address) || !canPair()) return false;
  const asking = chrome.permissions.request({ origins: [leaveOf(address)] });
  const given = await asking.catch(() => false);
  if (!given) return false;
  await writePairing(address);
  await registerRelay(address);
  await injectRelay(address);
  await callRelays(address);
  return true;
};

/** Ends the pairing: no relay, no leave. */
export const unpair = async (): Promise<void> => {
  const address = await readPairing();
  await writePairing(undefined);
  await removeRelay();
  if (address !== undefined) await chrome.permissions.remove({ origins: [leaveOf(address)] });
};

/**
 * Puts the relay back where an update of the extension dropped it, and tells relays in open pages that
 * the background is up. To be called at every start of the background.
 */
export const keepRelay = async (): Promise<void> => {
  const address = canPair() ? await pairedAddress() : undefined;
  if (address === undefined) return;
  const there = await chrome.scripting.getRegisteredContentScripts({ ids: [RELAY_ID] });
  if (there.length === 0) {
    await registerRelay(address);
    await injectRelay(address);
  }
  await callRelays(address);
};
