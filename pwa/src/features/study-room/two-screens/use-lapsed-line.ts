import type { Courseware } from "@dianbo/shared/courseware";
import { useEffect } from "react";
import { useDependencies, useSnapshot } from "../../../app/library-context.tsx";
import { calledItem } from "../called.ts";
import type { Room } from "../use-room.ts";

/**
 * Where something cannot be shown because the browser lets a folder be read only after a click (it was
 * restarted), the host reads in one line which and what to do; the audience reads only that it comes later.
 * Leave is never asked for here.
 */
export const useLapsedLine = ({ state, called, showing, send }: Room): void => {
  const { library, media } = useDependencies();
  const { items } = useSnapshot();
  const { trouble } = state;
  const broken = trouble?.item === undefined ? undefined : items.get(trouble.item);
  const missing =
    showing?.type === "words" && (showing.why === "missing" || showing.why === "lapsed");
  const wanted = missing ? calledItem(called, state.chosen) : undefined;

  const tell = (item: Courseware | undefined, say: (folder: string) => void): (() => void) => {
    let left = false;
    const hash = item?.media?.hash;
    if (hash !== undefined) {
      void import("../../../storage/checking/find-file.ts")
        .then(({ findFile }) => findFile(library, media, new Set([hash]), hash))
        .then(({ found }) => {
          if (!left && found.at === "lapsed") say(found.folder);
        })
        // What cannot be looked up is only missing.
        .catch(() => undefined);
    }
    return () => {
      left = true;
    };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that could not be shown
  useEffect(
    () =>
      tell(broken, (lapsed) =>
        send({
          type: "changed",
          change: (now) =>
            now.trouble === undefined ? now : { ...now, trouble: { ...now.trouble, lapsed } },
        }),
      ),
    [trouble?.item, broken === undefined],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that is called
  useEffect(
    () =>
      tell(wanted, (folder) =>
        send({
          type: "changed",
          change: (now) => ({ ...now, lapsed: wanted?.id, saying: { type: "lapsed", folder } }),
        }),
      ),
    [wanted?.id],
  );
};
