import type { PairingDoor } from "@dianbo/pwa/app";
import { canPair, pairedAddress, pairWith, unpair } from "../handoff/index.ts";
import { watchPairing } from "../settings/index.ts";

/** The pairing as the inbox's room shows it; `undefined` where the browser cannot pair. */
export const openPairingDoor = async (): Promise<PairingDoor | undefined> => {
  if (!canPair()) return undefined;
  const listeners = new Set<() => void>();
  let address = await pairedAddress();
  const reread = async (): Promise<void> => {
    address = await pairedAddress();
    for (const listener of listeners) listener();
  };
  watchPairing(() => void reread());
  return {
    address: () => address,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pair: pairWith,
    unpair,
  };
};
