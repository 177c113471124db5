/** The desk of channels over a database of its own, as tests ask it. */

import type { ChannelAsk, ChannelFrom, ChannelReply } from "@dianbo/pwa/storage/channels";
import { ChannelsDb } from "@dianbo/pwa/storage/channels/database";
import { ChannelDesk } from "@dianbo/pwa/storage/channels/desk";
import type { WebHands } from "@dianbo/shared/channel";
import { fixedClock } from "@dianbo/shared/clock";
import type { MadeRelease } from "./county-channel.ts";

/** When everything in these tests is taken. */
export const TAKEN_AT = fixedClock(Date.UTC(2026, 10, 25, 2)).now();

/** No host answers; `tests/journeys/channel-web.test.ts` has a real one. */
const NOBODY: WebHands = {
  get: async () => undefined,
  wait: async () => undefined,
  random: () => 0.5,
};

let last = 0;
const opened: ChannelsDb[] = [];

/** Closes every database that a test has opened. */
export const closeChannels = (): void => {
  for (const one of opened.splice(0)) one.close();
};

/** What a question came to: the failure's name, or the answer's. */
export const outcomeOf = (reply: ChannelReply): string =>
  reply.type === "failed" ? reply.failure : reply.type;

/** A file to look at. */
export const asFile = (bytes: Uint8Array<ArrayBuffer>): ChannelFrom => ({
  type: "file",
  file: new Blob([bytes]),
});

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.slice(0, bytes.length / 2);
  yield bytes.slice(bytes.length / 2);
}

/** A host in memory; `files` by their whole address, or a status. It writes down what was asked of it. */
export const hostInMemory = () => {
  const files = new Map<string, Uint8Array | number>();
  const asked: string[] = [];
  const hands: WebHands = {
    get: async (address) => {
      asked.push(address);
      const file = files.get(address) ?? 404;
      if (file === 0) return undefined;
      return typeof file === "number"
        ? { status: file, moved: file === 302, parts: inParts(new Uint8Array()) }
        : { status: 200, moved: false, parts: inParts(file) };
    },
    wait: async () => undefined,
    random: () => 0.5,
  };
  return {
    hands,
    files,
    asked,
    /** Puts a release into a folder. */
    publish: (folder: string, { release }: Pick<MadeRelease, "release">): void => {
      const index = JSON.stringify(release.index);
      files.set(`${folder}channel.json`, new TextEncoder().encode(index));
      for (const [hash, bytes] of release.bytes)
        files.set(`${folder}segments/${hash}.json.gz`, bytes);
    },
  };
};

/** Opens a desk; the same name is the same database. Where no host is given, none answers. */
export const openDesk = (name?: string, web: WebHands = NOBODY) => {
  last += 1;
  const db = new ChannelsDb(name ?? `channels-${last}-${process.pid}`);
  opened.push(db);
  const told: string[] = [];
  const desk = new ChannelDesk(db, (channel) => told.push(channel), web);
  const ask = async (question: ChannelAsk): Promise<ChannelReply> => {
    last += 1;
    const answer = await desk.answer({ ...question, job: last });
    return { ...answer, job: last };
  };
  return {
    db,
    told,
    ask,
    looked: async (from: ChannelFrom) => {
      const reply = await ask({ type: "look", from });
      if (reply.type !== "looked") throw new Error(JSON.stringify(reply));
      return reply.looked;
    },
    /** Looks at a release and takes it; what came of it. */
    take: async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
      const seen = await ask({ type: "look", from: asFile(bytes) });
      if (seen.type !== "looked") return outcomeOf(seen);
      return outcomeOf(await ask({ type: "take", at: TAKEN_AT }));
    },
    channels: async () => {
      const reply = await ask({ type: "list" });
      if (reply.type !== "listed") throw new Error(reply.type);
      return reply.channels;
    },
    found: async (query: string) => {
      const reply = await ask({ type: "search", query, limit: 3 });
      if (reply.type !== "found") throw new Error(reply.type);
      return reply.groups;
    },
    /** Everything that the database holds. */
    everything: async (): Promise<string> =>
      JSON.stringify([
        await db.channels.toArray(),
        (await db.segments.toArray()).map(({ hash, bytes }) => [hash, bytes.length]),
      ]),
  };
};
