import type { RecordState } from "@dianbo/shared/changes";
import type { MediaHash } from "@dianbo/shared/courseware";
import { MOVE_PROTOCOL, type MoveMessage, type MoveOffer } from "@dianbo/shared/handoff";
import type { Result } from "@dianbo/shared/result";

/** Why taking stopped; what had come so far stays, and the next time goes on from there. */
export type TakeFailure =
  | "disk-full"
  | "not-stored"
  /** A file was another one after the way here. */
  | "hash-differs"
  /** This home has a book of another site, or one of its own. */
  | "other-book"
  /** The other side was closed, or said stop. */
  | "interrupted";

/** Where things go. */
export interface TakerDesk {
  /** Whether a library of this site may come here: this one is blank, or of the same site. */
  mayTake(offer: MoveOffer): boolean;
  hasFile(hash: MediaHash): Promise<boolean>;
  /** Copies, hashes and flushes. */
  keepFile(blob: Blob, hash: MediaHash): Promise<Result<unknown, { readonly type: string }>>;
  /** Notes that a library is arriving: until the farewell it is shown to nobody. */
  begin(): Promise<void>;
  /** Becomes a replica of the giver's site under a device id of its own. */
  become(offer: MoveOffer): Promise<Result<unknown, { readonly type: string }>>;
  join(records: readonly RecordState[]): Promise<Result<unknown, { readonly type: string }>>;
  /** A hash of what these records have seen. */
  seen(records: readonly RecordState[]): Promise<string>;
  /** Notes that everything is here. */
  arrived(): Promise<void>;
  /** This home owns the library from now on. */
  settle(): Promise<void>;
  isBlob(value: unknown): value is Blob;
}

/** How taking stands. */
export type TakingStep =
  | {
      readonly step: "files";
      readonly done: number;
      readonly total: number;
      readonly bytes: number;
      readonly bytesTotal: number;
    }
  | { readonly step: "records"; readonly done: number; readonly total: number };

/** What came. */
export interface Moved {
  readonly items: number;
  readonly menus: number;
  readonly files: number;
  /** Files that the giver no longer had; their items came without them. */
  readonly missing: number;
  /** Rows that cannot be read, which stayed with the giver. */
  readonly unreadable: number;
}

/** The answer of one type to a question; `undefined` where the other side is gone or said stop. */
export type Ask = <T extends MoveMessage["type"]>(
  question: MoveMessage,
  answer: T | readonly T[],
) => Promise<Extract<MoveMessage, { type: T }> | undefined>;

const failureOf = ({ type }: { readonly type: string }): TakeFailure =>
  type === "disk-full" || type === "hash-differs" ? type : "not-stored";

const takeFiles = async (
  offer: MoveOffer,
  desk: TakerDesk,
  ask: Ask,
  onStep: (step: TakingStep) => void,
): Promise<{ readonly missing: number } | TakeFailure> => {
  const bytesTotal = offer.files.reduce((sum, { size }) => sum + size, 0);
  let missing = 0;
  let bytes = 0;
  let done = 0;
  for (const { hash, size } of offer.files) {
    onStep({ step: "files", done, total: offer.files.length, bytes, bytesTotal });
    if (!(await desk.hasFile(hash))) {
      const file = await ask({ protocol: MOVE_PROTOCOL, type: "want-file", hash }, "file");
      if (file === undefined || file.hash !== hash) return "interrupted";
      if (desk.isBlob(file.blob)) {
        const kept = await desk.keepFile(file.blob, hash);
        if (!kept.ok) return failureOf(kept.error);
      } else {
        missing += 1;
      }
    }
    done += 1;
    bytes += size;
  }
  onStep({ step: "files", done, total: done, bytes, bytesTotal });
  return { missing };
};

const takeRecords = async (
  offer: MoveOffer,
  desk: TakerDesk,
  ask: Ask,
  onStep: (step: TakingStep) => void,
): Promise<readonly RecordState[] | TakeFailure> => {
  const taken = new Map<string, RecordState>();
  for (let from = 0, more = true; more; ) {
    const page = await ask({ protocol: MOVE_PROTOCOL, type: "want-records", from }, "records");
    if (page === undefined || page.from !== from) return "interrupted";
    const joined = await desk.join(page.records);
    if (!joined.ok) return failureOf(joined.error);
    for (const record of page.records) taken.set(record.id, record);
    from += page.records.length;
    more = page.more && page.records.length > 0;
    onStep({ step: "records", done: from, total: Math.max(from, offer.records) });
  }
  return [...taken.values()];
};

/**
 * Takes a whole library: the files first, then the records, then both sides compare. The giver's
 * library stays the library until its farewell; whatever breaks before that loses nothing, and files
 * that are here already are not asked for again.
 */
export const takeLibrary = async (
  desk: TakerDesk,
  ask: Ask,
  onStep: (step: TakingStep) => void,
): Promise<Moved | TakeFailure> => {
  let begun = false;
  for (;;) {
    const offer = await ask({ protocol: MOVE_PROTOCOL, type: "want-offer" }, "offer");
    if (offer === undefined) return "interrupted";
    if (!begun && !desk.mayTake(offer)) return "other-book";
    const files = await takeFiles(offer, desk, ask, onStep);
    if (typeof files === "string") return files;
    if (!begun) {
      // Until here nothing but files has come, which harm nobody.
      await desk.begin();
      const became = await desk.become(offer);
      if (!became.ok) return failureOf(became.error);
    }
    begun = true;
    const records = await takeRecords(offer, desk, ask, onStep);
    if (typeof records === "string") return records;
    const whole = {
      protocol: MOVE_PROTOCOL,
      type: "whole",
      records: records.length,
      files: offer.files.length,
      seen: await desk.seen(records),
    } as const;
    await desk.arrived();
    const answer = await ask(whole, ["farewell", "more"]);
    if (answer === undefined) return "interrupted";
    if (answer.type === "more") {
      await desk.begin();
      continue;
    }
    await desk.settle();
    return {
      items: offer.items,
      menus: offer.menus,
      files: offer.files.length - files.missing,
      missing: files.missing,
      unreadable: offer.unreadable,
    };
  }
};
