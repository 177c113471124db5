import type { Clip } from "@dianbo/shared/clip";
import type { MediaHash } from "@dianbo/shared/courseware";
import {
  type AppBody,
  type ChunkAssembler,
  type ExtensionBody,
  type GiverMessage,
  HANDOFF_PROTOCOL,
  makeChunkAssembler,
} from "@dianbo/shared/handoff";
import type { RecordId } from "@dianbo/shared/identity";
import type { Arrivals } from "../../app/arrivals.ts";
import { makeTaker, type Taker, type TakerShelf } from "./taker.ts";

/** What taking over the link needs. */
export interface LinkSessionDesk {
  readonly shelf: TakerShelf;
  readonly send: (body: AppBody) => void;
  readonly arrivals: Arrivals;
  /** Whether a Blob that came through all hops is whole. */
  readonly probe: (blob: object) => Promise<boolean>;
  readonly isBlob: (value: unknown) => value is Blob;
  /** Told where the library is; answers whether this page may take. */
  readonly place: (said: Extract<ExtensionBody, { type: "place" }>) => boolean;
  /** Calls back once this tab is the one that takes, and keeps it so. */
  readonly alone: (begin: () => void) => void;
}

/** The app's end of the link; messages come in parsed. */
export interface LinkSession {
  hear(body: ExtensionBody): void;
}

type Chunk = Extract<ExtensionBody, { type: "chunk" }>;

/** Makes the app's end: one taker for each round of the giver. */
export const makeLinkSession = (desk: LinkSessionDesk): LinkSession => {
  let taker: Taker | undefined;
  let helloWaits = false;
  /** Grows with each connection, so that a late word of an earlier round is not said on this one. */
  let connection = 0;
  let mayTake = false;
  let alone = false;
  let asked = false;
  let file: { readonly hash: MediaHash; readonly pieces: ChunkAssembler } | undefined;
  const refusedBefore = new Set<RecordId>();
  const waitingFor = new Map<string, Clip>();

  const gatherIfAlone = (): void => {
    if (alone && mayTake) desk.send({ type: "gather" });
  };

  const shelf: TakerShelf = {
    ...desk.shelf,
    store: async (clip) => {
      const stored = await desk.shelf.store(clip);
      if (stored.ok) {
        const { received, unfiled } = desk.arrivals.state();
        desk.arrivals.put({
          received: received + 1,
          unfiled: unfiled + (stored.value === null ? 1 : 0),
        });
      }
      return stored;
    },
  };

  const beginRound = (): void => {
    const own = connection;
    helloWaits = false;
    const round = makeTaker({
      shelf,
      send: (message) => {
        if (message.type === "refuse") {
          const clip = waitingFor.get(message.clip);
          refusedBefore.add(message.clip);
          if (clip !== undefined) {
            const { refused } = desk.arrivals.state();
            desk.arrivals.put({
              refused: [...refused, { title: clip.title, reason: message.reason }],
            });
          }
        }
        if (own === connection) desk.send({ type: "say", message });
        // Only behind its last word, or the giver would take that for the next round's.
        if (message.type === "done") endRound(round);
      },
      trusted: () => true,
      trust: () => undefined,
      isBlob: desk.isBlob,
    });
    taker = round;
    round.hear({ protocol: HANDOFF_PROTOCOL, type: "hello" });
  };

  const endRound = (round: Taker): void => {
    if (taker === round) taker = undefined;
    if (helloWaits) beginRound();
  };

  const leaveRound = (): void => {
    connection += 1;
    file = undefined;
    taker?.giverGone();
    // Nothing was offered to it yet, so nothing will end it.
    if (taker?.state().state === "waiting") taker = undefined;
  };

  const hearGiver = (message: GiverMessage): void => {
    switch (message.type) {
      case "hello":
        if (!(alone && mayTake)) return;
        if (taker === undefined) beginRound();
        else if (taker.state().state === "waiting") taker.hear(message);
        else helloWaits = true;
        return;
      case "offer": {
        // What could not be stored is not tried again and again while this page is open.
        const clips = message.clips.filter(({ id }) => !refusedBefore.has(id));
        waitingFor.clear();
        for (const clip of clips) waitingFor.set(clip.id, clip);
        taker?.hear({ ...message, clips });
        return;
      }
      case "file":
        taker?.hear(message);
    }
  };

  const hearChunk = ({ clip, hash, size, index, data }: Chunk): void => {
    if (index === 0) file = { hash, pieces: makeChunkAssembler(size) };
    if (file?.hash !== hash) return;
    const taken = file.pieces.take(index, data);
    if (taken !== "broken") desk.send({ type: "chunk-ack", hash, index });
    if (taken === "more") return;
    const blob = taken === "whole" ? new Blob([...file.pieces.parts()]) : null;
    file = undefined;
    taker?.hear({ protocol: HANDOFF_PROTOCOL, type: "file", clip, hash, blob });
  };

  return {
    hear: (body) => {
      switch (body.type) {
        case "place":
          // A new background, or a new place: what the old one was asked for, nobody answers any more.
          leaveRound();
          desk.arrivals.put({ linked: true });
          mayTake = desk.place(body);
          if (!mayTake || asked) return;
          asked = true;
          desk.alone(() => {
            alone = true;
            gatherIfAlone();
          });
          return;
        case "probe":
          void desk.probe(body.blob).then((whole) => {
            desk.send({ type: "probed", whole });
            gatherIfAlone();
          });
          return;
        case "left-behind":
          desk.arrivals.put({ leftBehind: body.count });
          return;
        case "say":
          hearGiver(body.message);
          return;
        case "chunk":
          hearChunk(body);
          return;
        case "parted":
          leaveRound();
          desk.arrivals.put({ linked: false });
      }
    },
  };
};
