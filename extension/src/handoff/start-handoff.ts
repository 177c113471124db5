import type { Clip } from "@dianbo/shared/clip";
import { type GiverShelf, type GiverState, makeGiver } from "./giver.ts";
import { openWindowCarrier } from "./window-carrier.ts";

const KNOCK_MS = 400;

/** The app's address with the route where it receives. */
const receivingAddress = (address: string): string =>
  `${new URL(address).href.replace(/#.*$/u, "")}#/handoff`;

/**
 * Opens the app in a tab and gives it these clips. Must be called in the click itself, with the clips
 * at hand, or the browser refuses the tab; returns `false` then.
 */
export const startHandoff = (
  address: string,
  clips: readonly Clip[],
  shelf: GiverShelf,
  onState: (state: GiverState) => void,
): boolean => {
  const opened = window.open(receivingAddress(address), "_blank");
  if (opened === null) return false;
  const carrier = openWindowCarrier(window, opened, address, (message) => giver.hear(message));
  const timer = setInterval(() => {
    if (carrier.gone()) giver.takerGone();
    else giver.knock();
  }, KNOCK_MS);
  const giver = makeGiver({
    clips,
    shelf,
    send: carrier.send,
    onState: (state) => {
      if (state.state === "ended" || state.state === "closed") {
        clearInterval(timer);
        carrier.close();
      }
      onState(state);
    },
  });
  onState(giver.state());
  return true;
};
