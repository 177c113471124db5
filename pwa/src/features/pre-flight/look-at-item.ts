import { SNIFF_BYTES } from "@dianbo/shared/clip";
import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import type { Evidence } from "@dianbo/shared/pre-flight";
import type { Dependencies } from "../../app/library-context.tsx";
import { findFile, probeFilm, subtitlesBeside } from "../../storage/checking/index.ts";
import { hashFile } from "../../storage/film-folders/index.ts";

/** How the look is watched and stopped. */
export interface LookWatch {
  readonly signal: AbortSignal;
  /** The share of the file that is read, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

const isPicture = async (file: Blob): Promise<boolean> => {
  try {
    (await createImageBitmap(file)).close();
    return true;
  } catch {
    return false;
  }
};

const lookAtFile = async (
  item: Courseware,
  found: Evidence["found"],
  file: File,
  { signal, onProgress }: LookWatch,
): Promise<Evidence> => {
  const seen: Evidence = { found, size: file.size };
  const { media } = item;
  // Half a file is half a file, whatever its bytes say.
  if (media == null || file.size === 0 || file.size < media.size) return seen;
  const hash = await hashFile(file, signal, (bytes) => onProgress(bytes / file.size));
  const head = new Uint8Array(
    await file
      .slice(0, SNIFF_BYTES)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  const whole: Evidence = { ...seen, hash: hash ?? "unreadable", head };
  if (hash !== media.hash || signal.aborted) return whole;
  switch (item.kind) {
    case "video":
    case "film":
    case "audio":
      return { ...whole, film: await probeFilm(file, media.mime, signal) };
    case "document":
    case "article":
    case "link":
      return media.mime.startsWith("image/") ? { ...whole, opens: await isPicture(file) } : whole;
  }
};

/** Looks at one item on this machine: found, read to its last byte, tried in a player that nobody sees. */
export const lookAtItem = async (
  item: Courseware,
  { library, media }: Pick<Dependencies, "library" | "media">,
  held: ReadonlySet<MediaHash>,
  watch: LookWatch,
): Promise<Evidence> => {
  if (item.kind === "article" && item.article != null) {
    const pictures = item.article.pictures.filter(({ hash }) => !held.has(hash));
    return { found: { at: "nowhere" }, picturesMissing: pictures.length };
  }
  if (item.media == null) return { found: { at: "nowhere" } };
  const { found, file } = await findFile(library, media, held, item.media.hash);
  if (file === undefined) return { found };
  const seen = await lookAtFile(item, found, file, watch);
  const isFilm = item.kind === "video" || item.kind === "film";
  if (!isFilm || item.subtitles != null) return seen;
  const beside = await subtitlesBeside(library, item.media.hash);
  return beside === undefined ? seen : { ...seen, subtitlesBeside: beside.name };
};
