import { type Clip, filesOfClip } from "@dianbo/shared/clip";
import type { MediaHash } from "@dianbo/shared/courseware";
import { type GiverMessage, HANDOFF_PROTOCOL, type TakerMessage } from "@dianbo/shared/handoff";

/** Why the app did not store a row. */
export type Refusal = Extract<TakerMessage, { type: "refuse" }>["reason"];

/** After so many unanswered knocks the person is told; a slow PC opens the app well before. */
const KNOCKS_TO_DOUBT = 40;

/** How giving ended or stands; see `GivingState` of the app. */
export type GiverState =
  | { readonly state: "knocking"; readonly total: number }
  | { readonly state: "unanswered"; readonly total: number }
  | { readonly state: "giving"; readonly given: number; readonly total: number }
  | { readonly state: "closed"; readonly given: number; readonly total: number }
  | {
      readonly state: "ended";
      readonly given: number;
      readonly total: number;
      readonly refused: readonly { readonly title: string; readonly reason: Refusal }[];
    };

/** What giving needs: the rows and their files. */
export interface GiverShelf {
  openFile(hash: MediaHash): Promise<Blob | null>;
  /** Takes a row out for good, and its files unless another row or item uses them. */
  letGo(clip: Clip): Promise<void>;
  /** Marks a row whose file is gone or broken as one to be fetched again. */
  lost(clip: Clip): Promise<void>;
}

/** The giving side of the hand-over; messages come in parsed and from the app's window only. */
export interface Giver {
  /** Says hello; called again and again: the app answers when it is ready for an offer, also after a reload. */
  knock(): void;
  hear(message: TakerMessage): void;
  /** The app's window is gone. */
  takerGone(): void;
  state(): GiverState;
}

/**
 * Makes the giving side for these clips. A row leaves only after its `ack`; whatever closes in the
 * middle, it is still here and is offered again next time.
 */
export const makeGiver = (desk: {
  readonly clips: readonly Clip[];
  readonly shelf: GiverShelf;
  readonly send: (message: GiverMessage) => void;
  readonly onState: (state: GiverState) => void;
}): Giver => {
  const waiting = new Map<string, Clip>(desk.clips.map((clip) => [clip.id, clip]));
  const total = desk.clips.length;
  const refused: { title: string; reason: Refusal }[] = [];
  let given = 0;
  let state: GiverState = { state: "knocking", total };
  let offered = false;
  let knocks = 0;
  /** Rows are let go one after the other, and all before the end is told. */
  let letting: Promise<void> = Promise.resolve();

  const over = (): boolean => state.state === "closed" || state.state === "ended";
  const become = (next: GiverState): void => {
    state = next;
    desk.onState(next);
  };

  const giveFile = async (id: string, hash: MediaHash): Promise<void> => {
    const clip = waiting.get(id);
    // Only files of rows on offer are given out, whatever else is asked for.
    const known = clip !== undefined && filesOfClip(clip).some((file) => file.hash === hash);
    if (!known) return;
    const blob = await desk.shelf.openFile(hash);
    desk.send({ protocol: HANDOFF_PROTOCOL, type: "file", clip: clip.id, hash, blob });
  };

  return {
    knock: () => {
      knocks += 1;
      if (knocks === KNOCKS_TO_DOUBT && !offered) become({ state: "unanswered", total });
      if (!over()) desk.send({ protocol: HANDOFF_PROTOCOL, type: "hello" });
    },
    hear: (message) => {
      if (over()) return;
      switch (message.type) {
        case "ready":
          offered = true;
          desk.send({ protocol: HANDOFF_PROTOCOL, type: "offer", clips: [...waiting.values()] });
          become({ state: "giving", given, total });
          return;
        case "want":
          void giveFile(message.clip, message.hash);
          return;
        case "ack": {
          const clip = waiting.get(message.clip);
          if (clip === undefined || !offered) return;
          waiting.delete(message.clip);
          given += 1;
          letting = letting.then(() => desk.shelf.letGo(clip));
          become({ state: "giving", given, total });
          return;
        }
        case "refuse": {
          const clip = waiting.get(message.clip);
          if (clip === undefined) return;
          refused.push({ title: clip.title, reason: message.reason });
          if (message.reason === "file-missing" || message.reason === "hash-differs") {
            letting = letting.then(() => desk.shelf.lost(clip));
          }
          return;
        }
        case "done":
          void letting.then(() => become({ state: "ended", given, total, refused }));
      }
    },
    takerGone: () => {
      if (!over()) void letting.then(() => over() || become({ state: "closed", given, total }));
    },
    state: () => state,
  };
};
