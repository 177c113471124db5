import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { type FolderDesk, type FolderState, folderDesk } from "./folder-desk.ts";

/** The folder's desk and its state, looked at anew when the library changes. */
export const useFolder = (): {
  readonly desk: FolderDesk;
  readonly state: FolderState | undefined;
} => {
  const dependencies = useDependencies();
  const desk = folderDesk(dependencies);
  const { items } = useSnapshot();
  // An item that was filed or deleted changes what the folder lacks.
  const media = useMemo(
    () =>
      [...items.values()]
        .map(({ number, media: file, life }) => `${number}${file?.hash}${life}`)
        .join(),
    [items],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when that changes.
  useEffect(() => {
    void desk.look();
  }, [desk, media]);
  return { desk, state: useSyncExternalStore(desk.subscribe, desk.state) };
};
