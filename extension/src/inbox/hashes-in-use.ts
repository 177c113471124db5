import { filesOfClip } from "@dianbo/shared/clip";
import type { Courseware } from "@dianbo/shared/courseware";
import type { InboxRow } from "./inbox-db.ts";

const filesOfItem = (item: Courseware): readonly string[] =>
  [item.media, item.cover, ...(item.article?.pictures ?? [])].flatMap((file) =>
    file == null ? [] : [file.hash],
  );

const filesOfRow = (row: InboxRow): readonly string[] =>
  // A damaged row cannot say which files are its own: whatever it names is kept.
  row.type === "clip"
    ? filesOfClip(row.clip).map(({ hash }) => hash)
    : (row.raw.match(/\b[0-9a-f]{64}\b/gu) ?? []);

/** The hashes of all files that rows of the inbox or items of the extension's own library use. */
export const hashesInUse = (
  rows: readonly InboxRow[],
  items: Iterable<Courseware>,
): ReadonlySet<string> =>
  new Set<string>([...rows.flatMap(filesOfRow), ...[...items].flatMap(filesOfItem)]);
