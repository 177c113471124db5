import type { Clip } from "@dianbo/shared/clip";
import {
  type AppBody,
  type ExtensionBody,
  type GiverMessage,
  PROBE_TEXT,
} from "@dianbo/shared/handoff";
import { carrierOf } from "./choose-carrier.ts";
import { makeChunkSender } from "./chunk-sender.ts";
import { type Giver, type GiverShelf, makeGiver } from "./giver.ts";

/** What the background knows of the library's home, as the paired app is told it. */
export type PlaceSaid = Omit<Extract<ExtensionBody, { type: "place" }>, "type">;

/** What giving over one link needs. */
export interface LinkDesk {
  /** Rows that may go now, the oldest first. */
  readonly ready: () => Promise<readonly Clip[]>;
  readonly place: () => Promise<PlaceSaid>;
  readonly shelf: GiverShelf;
  readonly send: (body: ExtensionBody) => void;
  readonly openExtension: (where: "book" | "inbox") => void;
}

/** The giving end of one link. */
export interface LinkGiver {
  hear(body: AppBody): void;
  /** Something changed in the inbox: gives what may go, now or when the present round is over. */
  look(): void;
  close(): void;
}

/** Makes the giving end of a link: one round of offer, want, file and ack after the other. */
export const makeLinkGiver = (desk: LinkDesk): LinkGiver => {
  let blobsPass: boolean | undefined;
  let gathering = false;
  let giver: Giver | undefined;
  let looking = false;
  let again = false;
  let closed = false;
  const chunks = makeChunkSender((body) => desk.send(body));

  const say = (message: GiverMessage): void => {
    if (closed) return;
    if (message.type === "file" && blobsPass !== true && message.blob instanceof Blob) {
      void chunks.give(message.clip, message.hash, message.blob);
      return;
    }
    desk.send({ type: "say", message });
  };

  const round = async (): Promise<void> => {
    if (blobsPass === undefined || (await desk.place()).library !== "app") return;
    const passes = blobsPass;
    const clips = await desk.ready();
    const now = clips.filter((clip) => carrierOf(clip, passes) !== "opener");
    if (closed) return;
    // Answered while the rows were read: its acknowledgements are still coming.
    if (giver?.state().state === "giving") {
      again = true;
      return;
    }
    desk.send({ type: "left-behind", count: clips.length - now.length });
    if (now.length === 0) return;
    const own = makeGiver({
      clips: now,
      shelf: desk.shelf,
      send: say,
      onState: ({ state }) => {
        if (state !== "ended" && state !== "closed") return;
        if (giver !== own) return;
        giver = undefined;
        if (again) look();
      },
    });
    giver = own;
    own.knock();
  };

  const look = (): void => {
    // A round under way that was answered goes on; one that nobody answered gives way.
    if (closed || !gathering) return;
    if (looking || giver?.state().state === "giving") {
      again = true;
      return;
    }
    again = false;
    looking = true;
    void round()
      .catch(() => undefined)
      .then(() => {
        looking = false;
        if (again && giver?.state().state !== "giving") look();
      });
  };

  return {
    look,
    hear: (body) => {
      if (closed) return;
      switch (body.type) {
        case "link":
          gathering = false;
          blobsPass = undefined;
          giver = undefined;
          chunks.stop();
          void desk.place().then((place) => {
            if (closed) return;
            desk.send({ type: "place", ...place });
            desk.send({ type: "probe", blob: new Blob([PROBE_TEXT]) });
          });
          return;
        case "probed":
          blobsPass = body.whole;
          look();
          return;
        case "gather":
          gathering = true;
          look();
          return;
        case "say":
          giver?.hear(body.message);
          return;
        case "chunk-ack":
          chunks.acknowledge(body.hash, body.index);
          return;
        case "open-extension":
          desk.openExtension(body.where);
      }
    },
    close: () => {
      closed = true;
      chunks.stop();
      giver?.takerGone();
    },
  };
};
