import type { NewId } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { Library } from "../library.ts";

/** In the library's small memory: where this PC meets the others, what it remembers of it, how it went last. */
const PLACE_MEMO = "meeting-place";
const MEMORY_MEMO = "meeting-memory";

type Memos = Pick<Library, "readMemo" | "writeMemo">;

const hasHandles = (): boolean => typeof FileSystemDirectoryHandle !== "undefined";

const davSchema = v.object({
  kind: v.literal("web-dav"),
  /** Told anew whenever a place is chosen. */
  id: v.string(),
  /** As `davFolder` gives it. */
  folder: v.string(),
  user: v.string(),
});
const folderSchema = () =>
  v.object({
    kind: v.literal("folder"),
    id: v.string(),
    folder: v.instance(FileSystemDirectoryHandle),
  });

/** Where this PC meets the others of its site. A password lies apart, under `PLACE_SECRET`. */
export type KeptPlace =
  | { readonly kind: "folder"; readonly id: string; readonly folder: FileSystemDirectoryHandle }
  | {
      readonly kind: "web-dav";
      readonly id: string;
      readonly folder: string;
      readonly user: string;
    };

/** The name of the place's password among this PC's secrets. */
export const PLACE_SECRET = "meeting-place";

/** The place that was chosen on this PC. */
export const keptPlace = async (library: Memos): Promise<KeptPlace | undefined> => {
  const stored = await library.readMemo(PLACE_MEMO);
  const dav = v.safeParse(davSchema, stored);
  if (dav.success) return dav.output;
  const folder = hasHandles() ? v.safeParse(folderSchema(), stored) : undefined;
  return folder?.success === true ? folder.output : undefined;
};

/** Chooses a folder; what is remembered of another place is not used for it. */
export const keepFolderPlace = (
  library: Memos,
  folder: FileSystemDirectoryHandle,
  newId: NewId,
): Promise<void> => library.writeMemo(PLACE_MEMO, { kind: "folder", id: newId(), folder });

/** Chooses a WebDAV folder. */
export const keepDavPlace = (
  library: Memos,
  { folder, user }: { readonly folder: string; readonly user: string },
  newId: NewId,
): Promise<void> => library.writeMemo(PLACE_MEMO, { kind: "web-dav", id: newId(), folder, user });

/** Forgets the place and all that is remembered of it; what lies there stays. */
export const forgetPlace = async (library: Memos): Promise<void> => {
  await library.writeMemo(PLACE_MEMO, null);
  await library.writeMemo(MEMORY_MEMO, null);
};

/** What is remembered between meetings, as it was stored. */
export const keptMemory = (library: Memos): Promise<unknown> => library.readMemo(MEMORY_MEMO);

/** Keeps it. */
export const keepMemory = (library: Memos, memory: unknown): Promise<void> =>
  library.writeMemo(MEMORY_MEMO, memory);
