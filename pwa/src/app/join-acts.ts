import {
  JOIN_FILE_LIMIT,
  type JoinFileFailure,
  type Post,
  readJoinFile,
  type SiteToJoin,
  writeJoinFile,
} from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import { type JoinFailure, joinSite, type LibraryFailure } from "../storage/index.ts";
import type { Dependencies } from "./library-context.tsx";
import { ensureSiteKey, sha512 } from "./site-key.ts";

/** Why a PC was not joined, as the catalogue names it (`words.firstRun.failures`). */
export interface NotJoined {
  readonly type:
    | JoinFileFailure["type"]
    | JoinFailure["type"]
    | Extract<LibraryFailure["type"], "disk-full" | "not-stored">;
}

/** Reads the file with which another PC takes this one in. */
export const readJoining = async (file: File): Promise<Result<SiteToJoin, NotJoined>> => {
  // A character of UTF-8 takes up to four bytes; a film chosen by mistake is never read.
  if (file.size > 4 * JOIN_FILE_LIMIT) return err({ type: "not-a-join-file" });
  // A stick that was pulled out leaves a file that can be named, but not read.
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return err({ type: "damaged-join-file" });
  return await readJoinFile(text, sha512);
};

/** Makes this PC one of that site's. */
export const joinAs = async (
  { library }: Pick<Dependencies, "library">,
  joining: SiteToJoin,
  post: Post,
): Promise<Result<null, NotJoined>> => {
  const joined = await joinSite(library, joining, post);
  if (joined.ok) return ok(null);
  switch (joined.error.type) {
    case "already-this-site":
    case "holds-another-site":
    case "disk-full":
      return err({ type: joined.error.type });
    default:
      return err({ type: "not-stored" });
  }
};

/** The text of this site's join file; a site without a key gets one. */
export const joinFileText = async (
  dependencies: Pick<Dependencies, "library" | "newId">,
): Promise<string> => {
  const siteKey = await ensureSiteKey(dependencies);
  const { site, siteName } = dependencies.library.identity();
  return await writeJoinFile({ site, siteName, siteKey }, sha512);
};
