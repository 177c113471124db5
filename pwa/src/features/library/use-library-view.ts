import { useEffect, useState } from "react";
import {
  addressOfAsk,
  askOfAddress,
  keepLeft,
  keepLook,
  type LibraryAsk,
  type LibraryLook,
  ROOM,
  readLeft,
  readLook,
} from "./library-view.ts";

/** What the room shows, and how it is changed. */
export interface LibraryView {
  readonly ask: LibraryAsk;
  readonly current: string | undefined;
  readonly look: LibraryLook;
  /** Asks for something else. `aside` leaves no step for the browser's back button: typing, sorting. */
  change(ask: LibraryAsk, aside?: boolean): void;
  setCurrent(id: string | undefined): void;
  setLook(look: LibraryLook): void;
}

const isRoom = (hash: string): boolean => hash === ROOM || hash.startsWith(`${ROOM}?`);

/** The bare room is entered where it was left; an address that asks for something is taken at its word. */
const entered = (): { readonly ask: LibraryAsk; readonly current: string | undefined } => {
  const left = readLeft();
  const bare = !location.hash.includes("?");
  const address = bare ? left.address : location.hash;
  const same = address === left.address;
  return { ask: askOfAddress(address), current: same ? left.current : undefined };
};

/** The library's view, kept in the page's address, so that it can be linked to and gone back from. */
export const useLibraryView = (): LibraryView => {
  const [view, setView] = useState(entered);
  const [look, setLook] = useState(readLook);
  const { ask, current } = view;

  useEffect(() => {
    const address = addressOfAsk(ask);
    keepLeft(address, current);
    // Only what the hand did not already put there: the room restored, or an address written otherwise.
    if (isRoom(location.hash) && location.hash !== address) history.replaceState(null, "", address);
  }, [ask, current]);

  useEffect(() => {
    const listen = (): void => {
      if (!isRoom(location.hash)) return;
      setView((before) =>
        addressOfAsk(before.ask) === location.hash
          ? before
          : { ask: askOfAddress(location.hash), current: undefined },
      );
    };
    addEventListener("hashchange", listen);
    return () => removeEventListener("hashchange", listen);
  }, []);

  return {
    ask,
    current,
    look,
    change: (next, aside = false) => {
      const address = addressOfAsk(next);
      if (!aside && address !== location.hash) history.pushState(null, "", address);
      setView({ ask: next, current: undefined });
    },
    setCurrent: (id) => setView((before) => ({ ...before, current: id })),
    setLook: (next) => {
      keepLook(next);
      setLook(next);
    },
  };
};
