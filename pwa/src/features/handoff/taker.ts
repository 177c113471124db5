import { type Clip, filesOfClip } from "@dianbo/shared/clip";
import type { MediaHash } from "@dianbo/shared/courseware";
import { type GiverMessage, HANDOFF_PROTOCOL, type TakerMessage } from "@dianbo/shared/handoff";
import { err, ok, type Result } from "@dianbo/shared/result";

/** Why a clip was not stored; its row stays with the giver. */
export type Refusal = Extract<TakerMessage, { type: "refuse" }>["reason"];

/** What storing needs: the media store and the library behind it. */
export interface TakerShelf {
  hasFile(hash: MediaHash): Promise<boolean>;
  /** Copies, hashes and flushes. */
  keepFile(blob: Blob, hash: MediaHash): Promise<Result<unknown, { readonly type: Refusal }>>;
  /**
   * The item that already stands for a clip (its id, or the same page) and needs none of its files:
   * its number, `null` where it has none yet, or `undefined` where there is no such item.
   */
  held(clip: Clip): number | null | undefined;
  /** Stores the clip as courseware, once all its files are kept; returns its number. */
  store(clip: Clip): Promise<Result<number | null, { readonly type: Refusal }>>;
}

/** A clip that was stored, with its number where it has a category. */
export interface TakenItem {
  readonly title: string;
  readonly number: number | null;
}

/** How the taking side stands. */
export type TakingState =
  | { readonly state: "waiting" }
  /** An extension that was never accepted before offers so many clips; the person is asked. */
  | { readonly state: "asking"; readonly count: number }
  | { readonly state: "declined" }
  | Progress<"taking">
  /** The giving side closed in the middle; what is listed is stored whole. */
  | Progress<"interrupted">
  | Progress<"ended">;

interface Progress<State extends string> {
  readonly state: State;
  readonly total: number;
  readonly taken: readonly TakenItem[];
  readonly refused: readonly { readonly title: string; readonly reason: Refusal }[];
}

/** The taking side of the hand-over; messages come in parsed and from the one giver only. */
export interface Taker {
  hear(message: GiverMessage): void;
  /** The person's answer to 「从扩展收下 N 条？」. */
  accept(yes: boolean): void;
  /** The giver's window is gone. */
  giverGone(): void;
  state(): TakingState;
  subscribe(listener: () => void): () => void;
}

/** Makes the taking side. `trusted` says whether this giver was accepted before. */
export const makeTaker = (desk: {
  readonly shelf: TakerShelf;
  readonly send: (message: TakerMessage) => void;
  readonly trusted: () => boolean;
  /** Called once when the person accepts the giver. */
  readonly trust: () => void;
  readonly isBlob: (value: unknown) => value is Blob;
}): Taker => {
  const listeners = new Set<() => void>();
  let state: TakingState = { state: "waiting" };
  let offered: readonly Clip[] = [];
  let accepted = false;
  /** From an offer until its end; what is offered meanwhile is the same offer said twice. */
  let busy = false;
  let gone = false;
  let awaited: { readonly hash: MediaHash; readonly give: (blob: Blob | null) => void } | undefined;

  const become = (next: TakingState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const wantFile = (clip: Clip, hash: MediaHash): Promise<Blob | null> =>
    new Promise((resolve) => {
      if (gone) {
        resolve(null);
        return;
      }
      awaited = { hash, give: resolve };
      desk.send({ protocol: HANDOFF_PROTOCOL, type: "want", clip: clip.id, hash });
    });

  const takeOne = async (
    clip: Clip,
  ): Promise<Result<number | null, { readonly type: Refusal | "interrupted" }>> => {
    const held = desk.shelf.held(clip);
    if (held !== undefined) return ok(held);
    for (const { hash } of filesOfClip(clip)) {
      if (await desk.shelf.hasFile(hash)) continue;
      const blob = await wantFile(clip, hash);
      if (gone) return err({ type: "interrupted" });
      if (blob === null) return err({ type: "file-missing" });
      const kept = await desk.shelf.keepFile(blob, hash);
      if (!kept.ok) return kept;
    }
    return await desk.shelf.store(clip);
  };

  const takeAll = async (clips: readonly Clip[]): Promise<void> => {
    const taken: TakenItem[] = [];
    const refused: { title: string; reason: Refusal }[] = [];
    const progress = <S extends "taking" | "interrupted" | "ended">(name: S) => ({
      state: name,
      total: clips.length,
      taken: [...taken],
      refused: [...refused],
    });
    become(progress("taking"));
    for (const clip of clips) {
      if (gone) break;
      const outcome = await takeOne(clip);
      if (outcome.ok) {
        taken.push({ title: clip.title, number: outcome.value });
        desk.send({
          protocol: HANDOFF_PROTOCOL,
          type: "ack",
          clip: clip.id,
          number: outcome.value,
        });
      } else if (outcome.error.type !== "interrupted") {
        refused.push({ title: clip.title, reason: outcome.error.type });
        desk.send({
          protocol: HANDOFF_PROTOCOL,
          type: "refuse",
          clip: clip.id,
          reason: outcome.error.type,
        });
      }
      become(progress("taking"));
    }
    become(progress(taken.length + refused.length < clips.length ? "interrupted" : "ended"));
    desk.send({ protocol: HANDOFF_PROTOCOL, type: "done" });
    busy = false;
  };

  const begin = (): void => {
    const clips = offered;
    offered = [];
    void takeAll(clips);
  };

  return {
    hear: (message) => {
      switch (message.type) {
        case "hello":
          if (!busy && state.state === "waiting") {
            desk.send({ protocol: HANDOFF_PROTOCOL, type: "ready" });
          }
          return;
        case "offer":
          if (busy || state.state !== "waiting") return;
          busy = true;
          offered = message.clips;
          if (accepted || desk.trusted()) begin();
          else become({ state: "asking", count: message.clips.length });
          return;
        case "file":
          if (awaited?.hash !== message.hash) return;
          awaited.give(desk.isBlob(message.blob) ? message.blob : null);
          awaited = undefined;
      }
    },
    accept: (yes) => {
      if (state.state !== "asking") return;
      if (yes) {
        accepted = true;
        desk.trust();
        begin();
        return;
      }
      offered = [];
      busy = false;
      become({ state: "declined" });
      desk.send({ protocol: HANDOFF_PROTOCOL, type: "done" });
    },
    giverGone: () => {
      gone = true;
      awaited?.give(null);
      awaited = undefined;
      if (state.state === "asking") become({ state: "waiting" });
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
