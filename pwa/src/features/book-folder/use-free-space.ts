import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";

/**
 * Bytes that the disk still takes; `undefined` where nobody knows. Only inside the extension, with its
 * unlimited storage, is `estimate` the disk's own figure; elsewhere it is what is used and ten gigabytes.
 */
export const useFreeSpace = (anew: unknown): number | undefined => {
  const { home } = useDependencies();
  const [free, setFree] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when files came or went.
  useEffect(() => {
    if (home !== "extension") return;
    let here = true;
    void navigator.storage.estimate().then(({ quota, usage }) => {
      if (here && quota !== undefined && usage !== undefined) setFree(Math.max(0, quota - usage));
    });
    return () => {
      here = false;
    };
  }, [home, anew]);
  return free;
};
