import * as v from "valibot";
import { isAppAddress } from "./library-home.ts";

const KEY = "paired-app";
const pairingSchema = v.object({
  address: v.pipe(v.string(), v.check(isAppAddress, "https, or this computer")),
});

/** The address of the hosted app that this extension is paired with; `undefined` where with none. */
export const readPairing = async (): Promise<string | undefined> => {
  const parsed = v.safeParse(pairingSchema, (await chrome.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.output.address : undefined;
};

/** Keeps with which app this extension is paired; `undefined` for none. */
export const writePairing = async (address: string | undefined): Promise<void> => {
  if (address === undefined) await chrome.storage.local.remove(KEY);
  else await chrome.storage.local.set({ [KEY]: { address } });
};

/** Calls back when the pairing changed, or leave for a host was taken back; returns how to stop. */
export const watchPairing = (changed: () => void): (() => void) => {
  const heard = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === "local" && KEY in changes) changed();
  };
  chrome.storage.onChanged.addListener(heard);
  chrome.permissions.onRemoved.addListener(changed);
  return () => {
    chrome.storage.onChanged.removeListener(heard);
    chrome.permissions.onRemoved.removeListener(changed);
  };
};
