import type { MediaHash } from "@dianbo/shared/courseware";
import { useEffect, useRef, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import type { MediaStore } from "../../storage/index.ts";
import type { FilmsInFile } from "./incoming.ts";

/** How far the films of a package are. */
export type TakingFilms =
  | { readonly state: "still" }
  /** Bytes. */
  | { readonly state: "taking"; readonly done: number; readonly total: number }
  | {
      readonly state: "over";
      readonly kept: number;
      /** Not what the list says they are: changed or broken on the way. */
      readonly broken: number;
      /** Not tried, or not got to. */
      readonly left: number;
      readonly why: "ended" | "stopped" | "disk-full" | "unreadable";
    };

const keepFilm = async (
  { file, films }: FilmsInFile,
  hash: MediaHash,
  media: MediaStore,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<"kept" | "broken" | "stopped" | "disk-full" | "unreadable"> => {
  const range = await films
    .get(hash)
    ?.range()
    .catch(() => undefined);
  if (range === undefined) return "unreadable";
  if (!range.ok) return "broken";
  const bytes = file.slice(range.value.from, range.value.to);
  const kept = await media.keep(bytes, hash, onProgress, signal);
  if (kept.ok) return "kept";
  switch (kept.error.type) {
    case "disk-full":
    case "stopped":
      return kept.error.type;
    case "hash-differs":
      return "broken";
    default:
      return "unreadable";
  }
};

/**
 * Takes films out of a package into the media store, each checked by its hash, one after the other. Stops
 * at once, within a film too: the half one goes, what was kept stays, and the next start goes on with the rest.
 */
export const useTakingFilms = (incoming: FilmsInFile, wanted: ReadonlySet<MediaHash>) => {
  const { media } = useDependencies();
  const [taking, setTaking] = useState<TakingFilms>({ state: "still" });
  const stopper = useRef<AbortController>(undefined);

  const start = async (): Promise<void> => {
    stopper.current?.abort();
    const abort = new AbortController();
    stopper.current = abort;
    const sizeOf = (hash: MediaHash): number => incoming.films.get(hash)?.size ?? 0;
    const total = [...wanted].reduce((sum, hash) => sum + sizeOf(hash), 0);
    let [done, shown, kept, broken] = [0, 0, 0, 0];
    let why: "ended" | "stopped" | "disk-full" | "unreadable" = "ended";
    const tell = (bytes: number): void => {
      if (bytes - shown < total / 200) return;
      shown = bytes;
      setTaking({ state: "taking", done: bytes, total });
    };
    setTaking({ state: "taking", done: 0, total });
    for (const hash of wanted) {
      if (abort.signal.aborted) {
        why = "stopped";
        break;
      }
      const from = done;
      const came = (await media.has(hash))
        ? "kept"
        : await keepFilm(incoming, hash, media, (bytes) => tell(from + bytes), abort.signal);
      if (came === "disk-full" || came === "unreadable" || came === "stopped") {
        why = came;
        break;
      }
      if (came === "kept") kept += 1;
      else broken += 1;
      done += sizeOf(hash);
      tell(done);
    }
    setTaking({ state: "over", kept, broken, left: wanted.size - kept - broken, why });
  };

  useEffect(() => () => stopper.current?.abort(), []);
  return { taking, start, stop: () => stopper.current?.abort() };
};
