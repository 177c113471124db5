import { civilDateOf } from "@dianbo/shared/clock";
import { useRef, useState } from "react";
import { rememberedChannels } from "../../app/channel-memory.ts";
import { useDependencies } from "../../app/library-context.tsx";
import { chooseSaveTarget, type SaveTarget } from "../../app/save-target.ts";
import { useWords } from "../../locales/index.ts";
import { BACKUP_ENDING, backUp } from "../../storage/index.ts";
import {
  type BackupFolder,
  keptFolder,
  mayUse,
  noteInFolder,
  targetInFolder,
} from "./backup-folder.ts";
import { rememberBackup } from "./last-backup.ts";

/** How far a backup is; bytes. */
export type BackingUp =
  | { readonly state: "idle" | "cancelled" | "disk-full" | "failed" }
  /** Into the folder it cannot go now; a file is the way out. */
  | { readonly state: "folder-refused" | "folder-gone" }
  | { readonly state: "writing"; readonly done: number; readonly total: number }
  | {
      readonly state: "made";
      readonly name: string;
      readonly bytes: number;
      readonly downloads: boolean;
      /** The name of the folder in which it lies, where one was chosen. */
      readonly folder: string | undefined;
    };

/** What a file's name may not hold on Windows. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

const failureOf = (error: unknown, inFolder: boolean): BackingUp => {
  if (!(error instanceof DOMException)) return { state: "failed" };
  switch (error.name) {
    case "AbortError":
      return { state: "cancelled" };
    case "QuotaExceededError":
      return { state: "disk-full" };
    case "NotFoundError":
    case "NoModificationAllowedError":
    case "InvalidStateError":
      return { state: inFolder ? "folder-gone" : "failed" };
    case "NotAllowedError":
      return { state: inFolder ? "folder-refused" : "failed" };
    default:
      return { state: "failed" };
  }
};

/** A place for the bytes, and what the file there is called. */
type NamedTarget = SaveTarget & { readonly name: string };

/** Makes a backup into the chosen folder, or into a file that the person names, with progress and a way to stop. */
export const useBackingUp = () => {
  const words = useWords().backup;
  const { library, media, clock } = useDependencies();
  const [progress, setProgress] = useState<BackingUp>({ state: "idle" });
  const stopper = useRef<AbortController>(undefined);
  const films = useRef(false);

  const write = async (
    target: NamedTarget,
    kept: BackupFolder | undefined,
    withMedia: boolean,
  ): Promise<void> => {
    const abort = new AbortController();
    stopper.current = abort;
    const madeAt = clock.now();
    setProgress({ state: "writing", done: 0, total: 0 });
    const channels = await rememberedChannels();
    const made = await backUp(library, media, { madeAt, withMedia, channels });
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
    // One with films is large and rare: it is never among those that make room.
    if (kept !== undefined && !withMedia) await noteInFolder(library, kept, target.name);
    const { name, downloads } = target;
    setProgress({ state: "made", name, bytes: written, downloads, folder: kept?.folder.name });
  };

  const start = async (withMedia: boolean, place?: "file"): Promise<void> => {
    films.current = withMedia;
    const site = library.identity().siteName.replace(UNSAFE, "").trim();
    const name = words.fileName(site, civilDateOf(clock.now()), withMedia);
    const kept = place === "file" ? undefined : await keptFolder(library);
    if (kept !== undefined && !(await mayUse(kept.folder))) {
      setProgress({ state: "folder-refused" });
      return;
    }
    try {
      if (kept !== undefined) {
        await write(await targetInFolder(kept.folder, name), kept, withMedia);
        return;
      }
      const whole = `${name}${BACKUP_ENDING}`;
      const target = await chooseSaveTarget(whole, words.fileKind, BACKUP_ENDING);
      if (target !== undefined) await write({ ...target, name: whole }, undefined, withMedia);
    } catch (error) {
      setProgress(failureOf(error, kept !== undefined));
    }
  };
  return {
    progress,
    start,
    stop: () => stopper.current?.abort(),
    /** The same backup into a file, where the folder did not take it. */
    asFile: () => void start(films.current, "file"),
  };
};
