import type { MediaHash } from "@dianbo/shared/courseware";
import { useEffect, useState } from "react";
import { useDependencies } from "./library-context.tsx";

/** A file of the media store as a page can show it. */
export type HeldFile =
  | { readonly type: "opening" }
  | { readonly type: "held"; readonly url: string }
  | { readonly type: "missing" };

const OPENING: HeldFile = { type: "opening" };

/**
 * Opens a kept file by its hash as a `blob:` URL, and lets the URL go with the screen; a file that lies beside
 * the page is shown from there. Kept files have no type of their own; what a viewer needs is told by
 * `mime`.
 */
export const useHeldFile = (hash: MediaHash | undefined, mime?: string): HeldFile => {
  const { media, stick } = useDependencies();
  const beside = hash === undefined ? undefined : stick?.addressOf(hash);
  const [held, setHeld] = useState<{ readonly of: MediaHash | undefined; readonly file: HeldFile }>(
    {
      of: undefined,
      file: OPENING,
    },
  );
  useEffect(() => {
    if (hash === undefined || beside !== undefined) return;
    let url: string | undefined;
    let left = false;
    void media.open(hash).then((opened) => {
      if (left) return;
      if (!opened.ok) {
        setHeld({ of: hash, file: { type: "missing" } });
        return;
      }
      url = URL.createObjectURL(
        mime === undefined ? opened.value : opened.value.slice(0, opened.value.size, mime),
      );
      setHeld({ of: hash, file: { type: "held", url } });
    });
    return () => {
      left = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [media, hash, mime, beside]);
  if (hash === undefined) return { type: "missing" };
  if (beside !== undefined) return { type: "held", url: beside };
  // Until the new file is open, the old one's URL must not be shown under the new title.
  return held.of === hash ? held.file : OPENING;
};
