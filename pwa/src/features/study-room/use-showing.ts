import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { type Showing, showingOf } from "./showing.ts";

const fileOf = (showing: Showing | undefined): MediaHash | undefined =>
  showing !== undefined && "media" in showing ? showing.media.hash : undefined;

/**
 * How an item is shown on this PC: what is recorded, and whether its file really lies here, or in a folder
 * that may not be read (`lapsed`, as the room knows).
 */
export const useShowing = (
  item: Courseware | undefined,
  lapsed: RecordId | undefined,
): Showing | undefined => {
  const { media, stick } = useDependencies();
  const [gone, setGone] = useState<MediaHash>();
  const recorded = item === undefined ? undefined : showingOf(item, stick === undefined);
  const hash = fileOf(recorded);
  useEffect(() => {
    if (hash === undefined) return;
    let left = false;
    void media.has(hash).then((held) => {
      if (!left) setGone(held ? undefined : hash);
    });
    return () => {
      left = true;
    };
  }, [media, hash]);
  if (hash === undefined || gone !== hash) return recorded;
  return { type: "words", why: lapsed !== undefined && lapsed === item?.id ? "lapsed" : "missing" };
};
