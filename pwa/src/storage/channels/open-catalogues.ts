import {
  type Catalogue,
  type ChannelContents,
  type ChannelId,
  catalogueOf,
  charactersOf,
  type Readings,
  type Segment,
} from "@dianbo/shared/channel";
import { simplifiedOf } from "../simplified.ts";
import { channelAt, openRelease } from "./channel-store.ts";
import type { ChannelsDb } from "./channels-db.ts";
import { hands } from "./hashing.ts";

/** How characters are read; the pinyin library is large and fetched only where readings are missing. */
export const readingsFor = async (characters: readonly string[]): Promise<Readings> => {
  if (characters.length === 0) return new Map();
  const { readingsOfCharacter } = await import("../readings-of-character.ts");
  return new Map(
    characters.flatMap((character) => {
      const readings = readingsOfCharacter(character);
      return readings.length === 0 ? [] : [[character, readings.join("/")] as const];
    }),
  );
};

/** Characters of the titles of which no segment says how they are read. */
const unread = (contents: ChannelContents, segments: readonly Segment[]): readonly string[] => {
  const known = new Set(segments.flatMap(({ readings }) => [...readings.keys()]));
  return charactersOf([...contents.values()]).filter((one) => !known.has(one));
};

/** Lets everything else that waits go first. */
const pause = (millis: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, millis);
  });

/** How long a channel that was just opened is left to whoever wants its first rows. */
const FIRST_ROWS_MS = 200;

interface OpenCatalogue {
  readonly catalogue: Catalogue;
  /** Once all readings are known, so that it can be searched. */
  readonly readable: Promise<void>;
}

/**
 * The opened channels of this worker, each opened when it is first asked. Its rows can be had at once; it is
 * laid out for searching behind them, step by step.
 */
export class OpenCatalogues {
  readonly #db: ChannelsDb;
  readonly #open = new Map<string, Promise<OpenCatalogue | undefined>>();

  constructor(db: ChannelsDb) {
    this.#db = db;
  }

  /** A channel to be browsed; `undefined` where there is none, or it does not read. */
  async at(id: ChannelId): Promise<Catalogue | undefined> {
    return (await this.#opened(id))?.catalogue;
  }

  /** A channel to be searched. */
  async searchable(id: ChannelId): Promise<Catalogue | undefined> {
    const opened = await this.#opened(id);
    await opened?.readable;
    return opened?.catalogue;
  }

  /** A channel has changed: what is laid out is old. */
  forget(id: string): void {
    this.#open.delete(id);
  }

  #opened(id: ChannelId): Promise<OpenCatalogue | undefined> {
    const held = this.#open.get(id);
    if (held !== undefined) return held;
    const opening = this.#load(id);
    this.#open.set(id, opening);
    return opening;
  }

  async #load(id: ChannelId): Promise<OpenCatalogue | undefined> {
    const row = await channelAt(this.#db, id);
    if (row === undefined) return undefined;
    const release = await openRelease(this.#db, row.index, hands);
    if (!release.ok) return undefined;
    const { contents, segments } = release.value;
    const catalogue = catalogueOf({ contents, segments }, simplifiedOf);
    const learning = async (): Promise<void> => {
      await pause(FIRST_ROWS_MS);
      catalogue.learn(await readingsFor(unread(contents, segments)));
    };
    const readable = learning();
    const layOut = async (): Promise<void> => {
      await readable;
      do await pause(0);
      while (!catalogue.layOut());
    };
    void layOut();
    return { catalogue, readable };
  }
}
