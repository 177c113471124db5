import { type AppBody, PROBE_TEXT } from "@dianbo/shared/handoff";
import type { NewId } from "@dianbo/shared/identity";
import type { Arrivals } from "../../app/arrivals.ts";
import type { Homes } from "../../app/homes.ts";
import { isBlankLibrary, type Library, type MediaStore } from "../../storage/index.ts";
import { makeLinkSession } from "./link-session.ts";
import { openRelayDoor } from "./relay-door.ts";
import { openTakerShelf } from "./taker-shelf.ts";

const LOCK = "dianbo-arrivals";

const isBlob = (value: unknown): value is Blob => value instanceof Blob;

const comesWhole = async (blob: object): Promise<boolean> => {
  try {
    return isBlob(blob) && (await blob.text()) === PROBE_TEXT;
  } catch {
    return false;
  }
};

/**
 * Listens for a paired extension for as long as this page is open: takes what it gives, in one tab at a
 * time, and learns where this PC's library is.
 */
export const openArrivals = (desk: {
  readonly library: Library;
  readonly media: MediaStore;
  readonly homes: Homes;
  readonly arrivals: Arrivals;
  readonly newId: NewId;
  readonly now: () => number;
  /** Opens this page anew: what it may show has changed. */
  readonly openAnew: () => void;
}): void => {
  const { library, homes, arrivals } = desk;
  const place = ({
    library: at,
    blank,
  }: {
    readonly library: "extension" | "app";
    readonly blank: boolean;
  }): boolean => {
    const own = homes.place();
    if (at === "app") {
      arrivals.put({ twoBooks: false });
      // "none" is only ever what the extension has said; that it no longer says so opens the book again.
      if (own.at === "there" && own.copy === "none") {
        void homes.settle({ at: "here" }).then(desk.openAnew);
      }
      return own.at === "here";
    }
    if (own.at === "there" || blank) return false;
    if (!isBlankLibrary(library)) {
      arrivals.put({ twoBooks: true });
      return false;
    }
    void homes.settle({ at: "there", copy: "none", since: desk.now() }).then(desk.openAnew);
    return false;
  };
  const send = (body: AppBody): void => door.send(body);
  const session = makeLinkSession({
    shelf: openTakerShelf(library, desk.media),
    send,
    arrivals,
    probe: comesWhole,
    isBlob,
    place,
    alone: (begin) => {
      void navigator.locks.request(LOCK, () => {
        begin();
        return new Promise<never>(() => undefined);
      });
    },
  });
  const door = openRelayDoor(window, desk.newId(), session.hear);
  arrivals.onOpenExtension((where) => send({ type: "open-extension", where }));
};
