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

/** The segments, and the readings that their publisher left out. */
const withReadings = async (
  contents: ChannelContents,
  segments: readonly Segment[],
): Promise<readonly Segment[]> => {
  const known = new Set(segments.flatMap(({ readings }) => [...readings.keys()]));
  const missing = charactersOf([...contents.values()]).filter((one) => !known.has(one));
  return missing.length === 0
    ? segments
    : [...segments, { items: [], gone: [], readings: await readingsFor(missing) }];
};

/** The laid-out channels of this worker, each opened when it is first asked. */
export class OpenCatalogues {
  readonly #db: ChannelsDb;
  readonly #open = new Map<string, Promise<Catalogue | undefined>>();

  constructor(db: ChannelsDb) {
    this.#db = db;
  }

  /** A channel laid out; `undefined` where there is none, or it does not read. */
  at(id: ChannelId): Promise<Catalogue | undefined> {
    const held = this.#open.get(id);
    if (held !== undefined) return held;
    const opening = this.#load(id);
    this.#open.set(id, opening);
    return opening;
  }

  /** A channel has changed: what is laid out is old. */
  forget(id: string): void {
    this.#open.delete(id);
  }

  async #load(id: ChannelId): Promise<Catalogue | undefined> {
    const row = await channelAt(this.#db, id);
    if (row === undefined) return undefined;
    const release = await openRelease(this.#db, row.index, hands);
    if (!release.ok) return undefined;
    const { contents, segments } = release.value;
    return catalogueOf(
      { contents, segments: await withReadings(contents, segments) },
      simplifiedOf,
    );
  }
}
