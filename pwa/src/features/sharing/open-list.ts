import { err, type Result } from "@dianbo/shared/result";
import { decodeList, LIST_LIMITS, type ListFailure, type SharedList } from "@dianbo/shared/sharing";
import { isListFile } from "../../app/caught-list.ts";

/** Why a chosen file could not be looked through. */
export type OpenListFailure =
  | ListFailure
  | { readonly type: "wrong-file" }
  | { readonly type: "unreadable" };

/** Opens a file as a list; its size is known before the first byte is read. */
export const openList = async (file: File): Promise<Result<SharedList, OpenListFailure>> => {
  if (!isListFile(file)) return err({ type: "wrong-file" });
  const limit = LIST_LIMITS.packedBytes;
  if (file.size > limit) return err({ type: "package-too-large", limit });
  try {
    return decodeList(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // The browser throws where a file has gone or changed since it was chosen.
    return err({ type: "unreadable" });
  }
};
