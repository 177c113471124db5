import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import type { ListRow } from "@dianbo/shared/sharing";
import { useEffect, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import type { FilmsInFile } from "./incoming.ts";

/** Kinds that are shown from a file. */
const OF_A_FILE: ReadonlySet<Courseware["kind"]> = new Set(["video", "film", "audio", "document"]);

/** How the files of some rows stand. */
export interface FilmFacts {
  /** Files that come along and are not here yet. */
  readonly coming: ReadonlySet<MediaHash>;
  /** Their bytes. */
  readonly bytes: number;
  /** Items whose file is neither here nor in the package. */
  readonly missing: readonly Courseware[];
  /** Bytes of those; `undefined` where some do not say. */
  readonly missingBytes: number | undefined;
}

const NONE: FilmFacts = { coming: new Set(), bytes: 0, missing: [], missingBytes: undefined };

/** Sorts the files of rows into those that come along and those that nobody has yet. */
export const filmFacts = async (
  items: readonly Courseware[],
  { films }: Pick<FilmsInFile, "films">,
  has: (hash: MediaHash) => Promise<boolean>,
): Promise<FilmFacts> => {
  const coming = new Set<MediaHash>();
  const missing: Courseware[] = [];
  for (const item of items) {
    const hash = item.media?.hash;
    if (hash !== undefined && (coming.has(hash) || (await has(hash)))) continue;
    if (hash !== undefined && films.has(hash)) coming.add(hash);
    else if (OF_A_FILE.has(item.kind) && item.place == null) missing.push(item);
  }
  const bytes = [...coming].reduce((sum, hash) => sum + (films.get(hash)?.size ?? 0), 0);
  const known = missing.every(({ media }) => media != null);
  const missingBytes = known
    ? missing.reduce((sum, { media }) => sum + (media?.size ?? 0), 0)
    : undefined;
  return { coming, bytes, missing, missingBytes };
};

/** `filmFacts` for the rows of a preview. */
export const useFilmFacts = (rows: readonly ListRow[], incoming: FilmsInFile): FilmFacts => {
  const { media } = useDependencies();
  const [facts, setFacts] = useState(NONE);
  useEffect(() => {
    let left = false;
    const items = rows.flatMap(({ item }) => item ?? []);
    void filmFacts(items, incoming, (hash) => media.has(hash)).then((made) => {
      if (!left) setFacts(made);
    });
    return () => {
      left = true;
    };
  }, [rows, incoming, media]);
  return facts;
};
