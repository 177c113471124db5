import { type BackupComparison, compareBackup } from "@dianbo/shared/backup";
import { isListed } from "@dianbo/shared/courseware";
import { useRef, useState } from "react";
import { rememberChannels } from "../../app/channel-memory.ts";
import { useDependencies } from "../../app/library-context.tsx";
import {
  keepRestorePoint,
  type LibrarySnapshot,
  mediaInBackup,
  mergeBackup,
  type OpenedBackup,
  type RestoredMedia,
  readBackupFile,
  replaceByBackup,
  restoreMedia,
} from "../../storage/index.ts";
import type { WhyNot } from "./why-not.ts";

/** How far a restore is. */
export type Restoring =
  | { readonly state: "idle" | "reading" | "working" }
  | { readonly state: "refused"; readonly why: WhyNot }
  | {
      readonly state: "preview";
      readonly backup: OpenedBackup;
      readonly comparison: BackupComparison;
    }
  | { readonly state: "files"; readonly done: number; readonly total: number }
  | {
      readonly state: "done";
      readonly way: "merge" | "replace";
      readonly items: number;
      readonly menus: number;
      readonly files: RestoredMedia;
    };

const countsOf = ({ items, menus }: LibrarySnapshot) => ({
  items: [...items.values()].filter(isListed).length,
  menus: [...menus.values()].filter(({ life }) => life !== "deleted").length,
});

/** Looks into a backup, then merges it or takes it instead of what is here; its files follow. */
export const useRestoring = () => {
  const { library, media, clock } = useDependencies();
  const [restoring, setRestoring] = useState<Restoring>({ state: "idle" });
  const stopper = useRef<AbortController>(undefined);

  const look = async (file: Blob): Promise<void> => {
    setRestoring({ state: "reading" });
    const backup = await readBackupFile(file);
    setRestoring(
      backup.ok
        ? {
            state: "preview",
            backup: backup.value,
            comparison: compareBackup(
              library.snapshot().records,
              library.identity().site,
              backup.value,
            ),
          }
        : { state: "refused", why: backup.error.type },
    );
  };

  const restore = async (backup: OpenedBackup, way: "merge" | "replace"): Promise<void> => {
    setRestoring({ state: "working" });
    if (library.snapshot().records.size > 0) {
      const point = await keepRestorePoint(library, media, clock.now());
      if (!point.ok) {
        setRestoring({ state: "refused", why: point.error.type });
        return;
      }
    }
    const restored = await (way === "merge" ? mergeBackup : replaceByBackup)(library, backup);
    if (!restored.ok) {
      setRestoring({ state: "refused", why: restored.error.type });
      return;
    }
    await rememberChannels(backup.manifest.channels ?? []);
    const { bytes: total } = mediaInBackup(backup);
    const abort = new AbortController();
    stopper.current = abort;
    let shown = 0;
    const files = await restoreMedia(backup, media, {
      signal: abort.signal,
      onProgress: (done) => {
        if (done - shown < total / 100) return;
        shown = done;
        setRestoring({ state: "files", done, total });
      },
    });
    setRestoring({ state: "done", way, ...countsOf(restored.value), files });
  };

  return { restoring, look, restore, stop: () => stopper.current?.abort() };
};
