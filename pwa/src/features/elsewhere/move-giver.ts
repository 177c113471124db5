import type { RecordState } from "@dianbo/shared/changes";
import type { MediaHash } from "@dianbo/shared/courseware";
import {
  MOVE_PROTOCOL,
  type MoveMessage,
  type MoveOffer,
  RECORDS_PER_MESSAGE,
} from "@dianbo/shared/handoff";

/** What is given. Everything is read freshly: the library may be written to until the farewell. */
export interface GiverDesk {
  offer(): Promise<MoveOffer>;
  records(): Promise<readonly RecordState[]>;
  openFile(hash: MediaHash): Promise<Blob | null>;
  /**
   * Marks this library as moved, while nobody writes, if the taker has seen exactly what is here now;
   * answers whether it did.
   */
  leave(stored: {
    readonly records: number;
    readonly files: number;
    readonly seen: string;
  }): Promise<boolean>;
}

/** How giving stands. */
export type GivingStep =
  | { readonly step: "files"; readonly done: number; readonly total: number }
  | { readonly step: "records"; readonly done: number; readonly total: number }
  | { readonly step: "left" };

/**
 * The giving side: answers, and keeps everything until it has answered `farewell`. Answers `undefined`
 * to what it was not asked for.
 */
export const makeMoveGiver = (
  desk: GiverDesk,
  onStep: (step: GivingStep) => void,
): ((message: MoveMessage) => Promise<MoveMessage | undefined>) => {
  let offered: MoveOffer | undefined;
  let files = 0;
  return async (message) => {
    switch (message.type) {
      case "want-offer": {
        offered = await desk.offer();
        files = 0;
        return offered;
      }
      case "want-file": {
        // Only files of this library are given out, whatever else is asked for.
        if (offered?.files.some(({ hash }) => hash === message.hash) !== true) return undefined;
        files += 1;
        onStep({ step: "files", done: files, total: offered.files.length });
        const blob = await desk.openFile(message.hash);
        return { protocol: MOVE_PROTOCOL, type: "file", hash: message.hash, blob };
      }
      case "want-records": {
        const all = await desk.records();
        const end = message.from + RECORDS_PER_MESSAGE;
        const records = all.slice(message.from, end);
        onStep({ step: "records", done: Math.min(end, all.length), total: all.length });
        return {
          protocol: MOVE_PROTOCOL,
          type: "records",
          from: message.from,
          records: [...records],
          more: end < all.length,
        };
      }
      case "whole": {
        if (!(await desk.leave(message))) return { protocol: MOVE_PROTOCOL, type: "more" };
        onStep({ step: "left" });
        return { protocol: MOVE_PROTOCOL, type: "farewell" };
      }
      default:
        return undefined;
    }
  };
};
