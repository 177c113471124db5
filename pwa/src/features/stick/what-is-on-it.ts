import type { FolderFile, StickBook } from "@dianbo/shared/book-folder";
import { type Courseware, isListed, type MediaHash } from "@dianbo/shared/courseware";
import type { SiteId } from "@dianbo/shared/identity";
import { mergeReceipts, type ReceiptLibrary } from "@dianbo/shared/usb-edition";
import type { OpenedStick } from "../../storage/book-folder/index.ts";

/** A film of this book that the stick has. */
export interface StickFilm {
  readonly file: FolderFile;
  readonly item: Courseware;
}

/** How the stick's USB edition stands to this app's; `none` where the stick has none. */
export type EditionStanding = "none" | "same" | "older" | "newer" | "other";

/** What a stick is to this library. */
export interface StickFacts {
  readonly isOwn: boolean;
  /** Items of this book whose film is on the stick and not on this PC. */
  readonly lacking: readonly StickFilm[];
  /** Items whose film on this PC is broken, and whole on the stick as far as it says. */
  readonly broken: readonly StickFilm[];
  /** Files on the stick that no item of this book shows. */
  readonly strangers: number;
  readonly edition: EditionStanding;
  readonly receipts: {
    readonly fresh: number;
    readonly any: boolean;
    readonly foreign: number;
    readonly clockWasWrong: boolean;
  };
}

/** What of this PC the facts are told by. */
export interface ThisPc {
  readonly items: Iterable<Courseware>;
  readonly held: ReadonlySet<MediaHash>;
  /** Files that were read through here and found bad. */
  readonly bad: ReadonlySet<MediaHash>;
  readonly receipts: ReceiptLibrary;
  readonly version: string;
  /** The mark of the USB edition that this home carries. */
  readonly edition: string | undefined;
}

const partsOf = (version: string): readonly number[] =>
  version.split(".").map((part) => Number.parseInt(part, 10) || 0);

/** Below zero where the first version is the older one. */
const compareVersions = (one: string, other: string): number => {
  const [a, b] = [partsOf(one), partsOf(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const step = (a[at] ?? 0) - (b[at] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
};

/** How the USB edition on a stick stands to the one that this home carries. */
export const editionStanding = (
  edition: string | undefined,
  madeWith: StickBook["madeWith"],
  here: Pick<ThisPc, "edition" | "version">,
): EditionStanding => {
  if (edition === undefined) return "none";
  if (edition === here.edition) return "same";
  // The first sticks do not say by which version they were made.
  const step = madeWith === undefined ? -1 : compareVersions(madeWith, here.version);
  if (step === 0) return "other";
  return step < 0 ? "older" : "newer";
};

/** Works out what a stick is to this library. */
export const factsOf = (stick: OpenedStick, site: SiteId, here: ThisPc): StickFacts => {
  const shown = new Map<MediaHash, Courseware>();
  for (const item of here.items) {
    if (item.media != null && isListed(item)) shown.set(item.media.hash, item);
  }
  const films = stick.files.flatMap((file): readonly StickFilm[] => {
    const item = shown.get(file.hash);
    return item === undefined ? [] : [{ file, item }];
  });
  const merged = mergeReceipts(stick.receipts, here.receipts);
  return {
    isOwn: stick.site === site,
    lacking: films.filter(({ file }) => !here.held.has(file.hash)),
    broken: films.filter(({ file }) => here.held.has(file.hash) && here.bad.has(file.hash)),
    strangers: stick.files.filter(({ hash }) => !shown.has(hash)).length,
    edition: editionStanding(stick.edition, stick.book?.madeWith, here),
    receipts: {
      fresh: merged.added.length + merged.longer,
      any: stick.receipts.length > merged.foreign,
      foreign: merged.foreign,
      clockWasWrong: merged.clockWasWrong,
    },
  };
};
