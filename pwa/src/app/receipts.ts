import { lifeOf } from "@dianbo/shared/changes";
import type { SiteId } from "@dianbo/shared/identity";
import type { ReceiptLibrary } from "@dianbo/shared/usb-edition";
import type { LibrarySnapshot } from "../storage/index.ts";
import { registerOf } from "./site-records.ts";

/** What merging a stick's receipts needs of this library. */
export const receiptLibrary = (snapshot: LibrarySnapshot, site: SiteId): ReceiptLibrary => {
  const lines = new Map(registerOf(snapshot.records, site).lines.map((line) => [line.id, line]));
  return {
    site,
    has: (id) => snapshot.records.has(id),
    line: (id) => lines.get(id),
    undone: (id) => {
      const record = snapshot.records.get(id);
      const taken = record?.kind === "playback" && lifeOf(record, site) === "deleted";
      return taken ? record : undefined;
    },
    items: snapshot.items,
  };
};
