import { civilDateOf } from "@dianbo/shared/clock";
import { useRef, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";
import { BACKUP_ENDING, backUp } from "../../storage/index.ts";
import { rememberBackup } from "./last-backup.ts";
import { chooseSaveTarget } from "./save-target.ts";

/** How far a backup is; bytes. */
export type BackingUp =
  | { readonly state: "idle" | "cancelled" | "disk-full" | "failed" }
  | { readonly state: "writing"; readonly done: number; readonly total: number }
  | {
      readonly state: "made";
      readonly name: string;
      readonly bytes: number;
      readonly downloads: boolean;
    };

/** What a file's name may not hold on Windows. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

const failureOf = (error: unknown): BackingUp => {
  if (!(error instanceof DOMException)) return { state: "failed" };
  if (error.name === "AbortError") return { state: "cancelled" };
  return { state: error.name === "QuotaExceededError" ? "disk-full" : "failed" };
};

/** Makes a backup into a file that the person chooses, with progress and a way to stop. */
export const useBackingUp = () => {
  const words = useWords().backup;
  const { library, media, clock } = useDependencies();
  const [progress, setProgress] = useState<BackingUp>({ state: "idle" });
  const stopper = useRef<AbortController>(undefined);
  const start = async (withMedia: boolean): Promise<void> => {
    const madeAt = clock.now();
    const site = library.identity().siteName.replace(UNSAFE, "").trim();
    const name = `${words.fileName(site, civilDateOf(madeAt))}${BACKUP_ENDING}`;
    const target = await chooseSaveTarget(name, words.fileKind, BACKUP_ENDING);
    if (target === undefined) return;
    const abort = new AbortController();
    stopper.current = abort;
    try {
      setProgress({ state: "writing", done: 0, total: 0 });
      const made = await backUp(library, media, { madeAt, withMedia });
      let shown = 0;
      let written = 0;
      const stream = await made.stream((done) => {
        written = done;
        // A hundred steps are enough for the eye.
        if (done - shown < made.bytes / 100) return;
        shown = done;
        setProgress({ state: "writing", done, total: made.bytes });
      });
      await target.save(stream, abort.signal);
      await rememberBackup(library, { at: madeAt, withMedia });
      setProgress({ state: "made", name, bytes: written, downloads: target.downloads });
    } catch (error) {
      setProgress(failureOf(error));
    }
  };
  return { progress, start, stop: () => stopper.current?.abort() };
};
