import * as v from "valibot";
import type { Library, MediaStore } from "../../storage/index.ts";
import { openOpenerCarrier, type TakerWindow } from "./opener-carrier.ts";
import { makeTaker, type Taker } from "./taker.ts";
import { openTakerShelf } from "./taker-shelf.ts";

const TRUSTED = "handoff-trusted";
const trustedSchema = v.array(v.string());
const LOOK_MS = 500;

const readTrusted = async (library: Library): Promise<readonly string[]> => {
  const parsed = v.safeParse(trustedSchema, await library.readMemo(TRUSTED));
  return parsed.success ? parsed.output : [];
};

/**
 * Opens the taking side in this window: hears the opener, asks once for an extension that was never
 * accepted, stores, acknowledges. `close` stops hearing.
 */
export const openTaking = (
  window: TakerWindow,
  library: Library,
  media: MediaStore,
): { readonly taker: Taker; readonly close: () => void } => {
  let trusted: readonly string[] = [];
  const known = readTrusted(library).then((origins) => {
    trusted = origins;
  });
  // Nothing is heard before it is known whom this book trusts, so nobody is asked twice.
  const carrier = openOpenerCarrier(
    window,
    (message) => void known.then(() => taker.hear(message)),
  );
  const taker = makeTaker({
    shelf: openTakerShelf(library, media),
    send: carrier.send,
    trusted: () => trusted.includes(carrier.origin() ?? ""),
    trust: () => {
      const origin = carrier.origin();
      if (origin === undefined) return;
      trusted = [...trusted, origin];
      void library.writeMemo(TRUSTED, trusted);
    },
    isBlob: (value): value is Blob => value instanceof Blob,
  });
  const timer = setInterval(() => {
    if (carrier.gone()) taker.giverGone();
  }, LOOK_MS);
  return {
    taker,
    close: () => {
      clearInterval(timer);
      carrier.close();
    },
  };
};
