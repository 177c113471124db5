/** A county's channel for tests: items that look real, signed releases of them, as files and as folders. */
import { createHash } from "node:crypto";
import {
  type ChannelItem,
  channelFileSource,
  channelIdSchema,
  charactersOf,
  offeredItem,
  publishRelease,
  type Release,
  readRelease,
  type Sha256,
  writeChannelFile,
} from "@dianbo/shared/channel";
import { civilDateSchema, fixedClock, minutesSchema } from "@dianbo/shared/clock";
import { makeSiteKey, newSiteId, type Sha512 } from "@dianbo/shared/identity";
import { handOverKey, type KeyHandover } from "@dianbo/shared/signing";
import { readingsOfCharacter } from "../../pwa/src/storage/readings-of-character.ts";
import { itemsToSearch } from "../bench/search-library.ts";

/** A schema as every kept library of its kind offers it. */
interface Standard<T> {
  readonly "~standard": {
    validate(value: unknown): { readonly value?: T; readonly issues?: unknown } | Promise<unknown>;
  };
}

/** A value of a branded kind, read by its own schema. */
export const parsed = <T>(schema: Standard<T>, value: unknown): T => {
  const read = schema["~standard"].validate(value);
  if (read instanceof Promise || !("value" in read) || read.value === undefined) {
    throw new Error(`not what the schema says: ${JSON.stringify(value)}`);
  }
  return read.value;
};

/** The hashes that reading and writing need, by Node. */
export const countyHands: { readonly sha256: Sha256; readonly sha512: Sha512 } = {
  sha256: async (bytes) => createHash("sha256").update(bytes).digest("hex"),
  sha512: async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest()),
};

const publishedAt = fixedClock(Date.UTC(2026, 10, 24, 4)).now();
const county = newSiteId(() => "county".padEnd(24, "-"));
const keyOf = (seed: number) => makeSiteKey(new Uint8Array(32).fill(seed), countyHands.sha512);

/** The county's word that it goes by the key of another seed from now on. */
export const handedOver = async (from: number, to: number): Promise<KeyHandover> =>
  await handOverKey(
    county,
    { from: await keyOf(from), to: (await keyOf(to)).publicKey, at: publishedAt },
    countyHands.sha512,
  );

const KINDS = ["video", "video", "video", "audio", "article", "film", "document"] as const;

/** So many items as a county has them, the same in every run. */
export const countyItems = (count: number): readonly ChannelItem[] =>
  itemsToSearch(count).flatMap((item, at) => {
    const url = `https://county.example/lesson/${at}`;
    const day = `20${String(10 + (at % 17))}-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`;
    const offered = offeredItem({
      ...item,
      kind: KINDS[at % KINDS.length] ?? "video",
      minutes: parsed(minutesSchema, 3 + (at % 53)),
      publishedAt: parsed(civilDateSchema, day),
      source: { url, canonical: url, portal: "county.example" },
    });
    return offered === undefined ? [] : [offered];
  });

/** What of a release may be otherwise. */
interface CountyRelease {
  readonly items: readonly ChannelItem[];
  /** The release that it follows. */
  readonly before?: Release;
  /** Another seed is another key; `null`: unsigned. */
  readonly seed?: number | null;
  readonly keyChanges?: readonly KeyHandover[];
  readonly channel?: string;
  readonly name?: string;
}

/** A release, read as a subscriber reads it, and its file. */
export interface MadeRelease {
  readonly release: Release;
  readonly file: Uint8Array<ArrayBuffer>;
}

/** Publishes a release of the county's channel. */
export const countyRelease = async ({
  items,
  before,
  seed = 7,
  keyChanges,
  channel = "county-channel-0001",
  name = "青禾县课件总目录",
}: CountyRelease): Promise<MadeRelease> => {
  const readings = charactersOf(items).flatMap((character) => {
    const said = readingsOfCharacter(character);
    return said.length === 0 ? [] : [[character, said.join("/")] as const];
  });
  const made = await publishRelease(
    {
      channel: parsed(channelIdSchema, channel),
      name,
      publisherName: "青禾县远教办",
      site: county,
      at: publishedAt,
      items,
      readings: new Map(readings),
      key: seed === null ? undefined : await keyOf(seed),
      keyChanges,
      before,
    },
    countyHands,
  );
  if (!made.ok) throw new Error(made.error.type);
  const file = new Uint8Array(writeChannelFile(made.value.index, made.value.bytes));
  const source = channelFileSource(file);
  if (!source.ok) throw new Error(source.error.type);
  const release = await readRelease(source.value, { ...countyHands, held: async () => undefined });
  if (!release.ok) throw new Error(release.error.type);
  return { release: release.value, file };
};
