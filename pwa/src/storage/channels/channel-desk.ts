/**
 * Everything about channels that takes time: releases read through, compared and kept, 100,000 items laid
 * out, searched and paged. It runs in a worker; the main thread sees only the rows in sight.
 */
import type { Category } from "@dianbo/shared/category";
import { jsonSchema } from "@dianbo/shared/changes";
import {
  type ChannelContents,
  type ChannelIndex,
  type ChannelSource,
  charactersOf,
  differenceOf,
  namesOf,
  newestItems,
  publishRelease,
  type Release,
  readRelease,
  type SegmentHash,
  type WebHands,
} from "@dianbo/shared/channel";
import { ok, type Result } from "@dianbo/shared/result";
import { keyWords, leadsToKey } from "@dianbo/shared/signing";
import * as v from "valibot";
import { CatalogueViews } from "./catalogue-views.ts";
import type {
  ChannelAnswer,
  ChannelRequest,
  ChannelSummary,
  ChannelTrouble,
  LookedAt,
} from "./channel-messages.ts";
import { openSource } from "./channel-sources.ts";
import {
  changeChannel,
  channelAt,
  keepRelease,
  keptHashes,
  keptSegment,
  listChannels,
  openRelease,
  rememberChannels,
  removeChannel,
  stepBack,
} from "./channel-store.ts";
import type { ChannelRow, ChannelsDb } from "./channels-db.ts";
import { hands } from "./hashing.ts";
import { judgeBesideHeld, lookForNews } from "./look-for-news.ts";
import { OpenCatalogues, readingsFor } from "./open-catalogues.ts";

/** Items that a preview names; the rest is counted. */
const NAMED = 200;

type Ask<T extends ChannelRequest["type"]> = Extract<ChannelRequest, { type: T }>;

const failed = (failure: ChannelTrouble, about?: ChannelRow): ChannelAnswer => ({
  type: "failed",
  failure,
  ...(about === undefined ? {} : { name: namesOf(about.index).name }),
});

const bytesOf = ({ segments }: ChannelIndex): number =>
  segments.reduce((sum, { size }) => sum + size, 0);

/** An index with the names as they may be shown. */
const shown = (index: ChannelIndex): ChannelIndex => {
  const { name, publisher } = namesOf(index);
  return { ...index, name, publisher: { ...index.publisher, name: publisher } };
};

const summaryOf = (row: ChannelRow, kept: ReadonlySet<SegmentHash>): ChannelSummary => ({
  id: row.id,
  role: row.role,
  index: shown(row.index),
  canStepBack: row.previous !== undefined,
  whole: row.index.segments.every(({ hash }) => kept.has(hash)),
  takenAt: row.takenAt,
  bytes: bytesOf(row.index),
  ...(row.address === undefined ? {} : { address: row.address }),
  ...(row.checks === undefined ? {} : { checks: row.checks }),
  ...(row.offers === undefined ? {} : { offers: row.offers }),
});

const countCategories = (contents: ChannelContents): Pick<LookedAt, "counts" | "unfiled"> => {
  const counts = new Map<Category, number>();
  let unfiled = 0;
  for (const { category } of contents.values()) {
    if (category === undefined) unfiled += 1;
    else counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return { counts: [...counts].sort(([a], [b]) => a - b), unfiled };
};

const sourceOf = ({ index, bytes }: Pick<Release, "index" | "bytes">): ChannelSource => ({
  index: async () => ok(new TextEncoder().encode(JSON.stringify(index))),
  segment: async (hash) => bytes.get(hash),
});

const toHandOut = (release: Release, address: string | undefined): ChannelAnswer => ({
  type: "release",
  index: release.index,
  segments: [...release.bytes].map(([hash, part]) => ({ hash, bytes: new Uint8Array(part) })),
  newest: [...newestItems(release)],
  ...(address === undefined ? {} : { address }),
});

/** Whether a release is of the key that its link named, or of one that this key has handed over to. */
const isOfKey = async (
  { publisher, publisherKey, keyChanges = [] }: ChannelIndex,
  told: string,
): Promise<boolean> => {
  if (publisherKey === undefined || publisherKey === told) return publisherKey === told;
  const { site } = publisher;
  return (
    site !== undefined && (await leadsToKey(site, told, publisherKey, keyChanges, hands.sha512))
  );
};

/** Answers questions about the channels of one database. */
export class ChannelDesk {
  readonly #db: ChannelsDb;
  readonly #tell: (channel: string) => void;
  readonly #web: WebHands;
  readonly #catalogues: OpenCatalogues;
  readonly #views: CatalogueViews;
  /** What was looked at last, until it is taken. */
  #lookedAt: (Release & { readonly address: string | undefined }) | undefined;

  /** `tell` says to everybody else that a channel is another now; `web` asks hosts. */
  constructor(db: ChannelsDb, tell: (channel: string) => void, web: WebHands) {
    this.#db = db;
    this.#tell = tell;
    this.#web = web;
    this.#catalogues = new OpenCatalogues(db);
    this.#views = new CatalogueViews(db, this.#catalogues);
  }

  /** Another tab has changed a channel: what is laid out is old. */
  forget(channel: string): void {
    this.#catalogues.forget(channel);
  }

  /** The answer to a question; never an error. */
  async answer(request: ChannelRequest): Promise<ChannelAnswer> {
    try {
      return await this.#answer(request);
    } catch {
      // The database could not be opened or read; what is kept is as it was.
      return failed("not-stored");
    }
  }

  async #answer(request: ChannelRequest): Promise<ChannelAnswer> {
    switch (request.type) {
      case "list":
        return await this.#list();
      case "look":
        return await this.#look(request);
      case "leave":
        this.#lookedAt = undefined;
        return { type: "done" };
      case "take":
        return await this.#take(request);
      case "remove":
      case "step-back": {
        const act = request.type === "remove" ? removeChannel : stepBack;
        const done = await act(this.#db, request.channel);
        if (!done.ok) return failed(done.error.type);
        this.#changed(request.channel);
        return { type: "done" };
      }
      case "check":
        return this.#remembered(
          await lookForNews(this.#db, this.#web, request.channel, request.at),
        );
      case "look-for-news":
        return this.#remembered(
          await changeChannel(this.#db, request.channel, (row) => ({
            ...row,
            checks: { ...row.checks, failures: 0, rhythm: request.rhythm },
          })),
        );
      case "lies-at":
        return this.#remembered(
          await changeChannel(this.#db, request.channel, ({ address: _gone, ...row }) => ({
            ...row,
            ...(request.address === undefined ? {} : { address: request.address }),
          })),
        );
      case "publish":
        return await this.#publish(request);
      case "copy":
        return await this.#copy(request);
      case "remembered":
        // As it will be written: plain JSON, without what is not there.
        return {
          type: "remembered",
          rows: (await listChannels(this.#db)).map((row) =>
            v.parse(jsonSchema, JSON.parse(JSON.stringify(row))),
          ),
        };
      case "remember": {
        const came = await rememberChannels(this.#db, request.rows);
        if (!came.ok) return failed(came.error.type);
        if (came.value > 0) this.#tell("");
        return { type: "done" };
      }
      case "search":
        return await this.#views.search(request);
      case "view":
        return await this.#views.view(request);
      case "page":
        return this.#views.page(request);
    }
  }

  #changed(channel: string): void {
    this.forget(channel);
    this.#tell(channel);
  }

  /** Something beside a channel's releases was changed: lists are read anew, catalogues stay open. */
  #remembered(done: Result<null, { readonly type: ChannelTrouble }>): ChannelAnswer {
    if (!done.ok) return failed(done.error.type);
    this.#tell("");
    return { type: "done" };
  }

  async #list(): Promise<ChannelAnswer> {
    const kept = await keptHashes(this.#db);
    const rows = await listChannels(this.#db);
    return { type: "listed", channels: rows.map((row) => summaryOf(row, kept)) };
  }

  /** How the key of an index stands to what this site has seen before. */
  async #keyOf(
    { channel, publisherKey }: ChannelIndex,
    held: ChannelRow | undefined,
    told: string | undefined,
  ): Promise<Pick<LookedAt, "key" | "keyWords" | "knownFrom">> {
    if (publisherKey === undefined) return { key: "unsigned" };
    const words = { keyWords: (await keyWords(publisherKey, hands.sha512)).join(" ") };
    if (held?.index.publisherKey === publisherKey) return { key: "pinned", ...words };
    if (held?.index.publisherKey !== undefined) return { key: "changed", ...words };
    const other = (await listChannels(this.#db)).find(
      ({ id, index }) => id !== channel && index.publisherKey === publisherKey,
    );
    return other === undefined
      ? { key: told === publisherKey ? "told" : "first", ...words }
      : { key: "known", ...words, knownFrom: namesOf(other.index).name };
  }

  async #look({ from }: Ask<"look">): Promise<ChannelAnswer> {
    this.#lookedAt = undefined;
    const source = await openSource(from, this.#web);
    if (!source.ok) return failed(source.error.type);
    const release = await readRelease(source.value, {
      ...hands,
      held: (hash) => keptSegment(this.#db, hash),
    });
    if (!release.ok) {
      // Where a segment did not come, the host knows why.
      const trouble =
        release.error.type === "segment-missing" ? source.value.trouble?.() : undefined;
      return failed((trouble ?? release.error).type);
    }
    const { index, contents } = release.value;
    const row = await channelAt(this.#db, index.channel);
    const standing = await judgeBesideHeld(index, row);
    if (!standing.ok) return failed(standing.error.type, row);
    const address = from.type === "web" ? from.address : undefined;
    const told = from.type === "web" ? from.key : undefined;
    if (told !== undefined && !(await isOfKey(index, told))) return failed("not-the-told-key", row);
    const before = row === undefined ? undefined : await openRelease(this.#db, row.index, hands);
    const difference = differenceOf(
      before?.ok === true ? before.value.contents : new Map(),
      contents,
    );
    this.#lookedAt = { ...release.value, address };
    if (address !== undefined && row?.checks?.trouble !== undefined) {
      // Somebody has asked himself, and it answered: what had gone wrong at the last turn is over.
      const { trouble: _over, ...checks } = row.checks;
      await changeChannel(this.#db, row.id, (now) => ({
        ...now,
        checks: { ...checks, failures: 0 },
      }));
    }
    return {
      type: "looked",
      looked: {
        index: shown(index),
        // A release of which only the memory is here comes as if it were new.
        standing: standing.value === "same" && before?.ok !== true ? "update" : standing.value,
        ...(await this.#keyOf(index, row, told)),
        ...(row === undefined ? {} : { held: row.index.release }),
        bytes: bytesOf(index),
        ...(address === undefined ? {} : { address }),
        ...countCategories(contents),
        fresh: { count: difference.fresh.length, some: difference.fresh.slice(0, NAMED) },
        changed: { count: difference.changed.length, some: difference.changed.slice(0, NAMED) },
        gone: { count: difference.gone.length, some: difference.gone.slice(0, NAMED) },
      },
    };
  }

  async #take({ at, rhythm }: Ask<"take">): Promise<ChannelAnswer> {
    const release = this.#lookedAt;
    if (release === undefined) return failed("no-such-channel");
    // Another tab may have taken something in since it was looked at.
    const row = await channelAt(this.#db, release.index.channel);
    const standing = await judgeBesideHeld(release.index, row);
    if (!standing.ok) return failed(standing.error.type, row);
    const kept = await keepRelease(this.#db, release, {
      role: "subscribed",
      takenAt: at,
      address: release.address,
      rhythm,
    });
    if (!kept.ok) return failed(kept.error.type);
    this.#lookedAt = undefined;
    this.#changed(release.index.channel);
    return { type: "done" };
  }

  async #publish(wanted: Ask<"publish">): Promise<ChannelAnswer> {
    const { offers, at, items, key, ...about } = wanted;
    const row = await channelAt(this.#db, wanted.channel);
    const before = row === undefined ? undefined : await openRelease(this.#db, row.index, hands);
    const made = await publishRelease(
      {
        ...about,
        at,
        items,
        readings: await readingsFor(charactersOf(items)),
        key,
        before: before?.ok === true ? before.value : undefined,
        lastRelease: row?.highest,
      },
      hands,
    );
    if (!made.ok) return failed(made.error.type);
    // Read as a subscriber will: what nobody could take in is not given out.
    const read = await readRelease(sourceOf(made.value), { ...hands, held: async () => undefined });
    if (!read.ok) return failed(read.error.type);
    const kind = { role: "published", takenAt: at, offers } as const;
    const kept = await keepRelease(this.#db, made.value, kind);
    if (!kept.ok) return failed(kept.error.type);
    this.#changed(made.value.index.channel);
    return toHandOut(read.value, kept.value.address);
  }

  async #copy({ channel }: Ask<"copy">): Promise<ChannelAnswer> {
    const row = await channelAt(this.#db, channel);
    if (row === undefined) return failed("no-such-channel");
    const release = await openRelease(this.#db, row.index, hands);
    return release.ok ? toHandOut(release.value, row.address) : failed(release.error.type);
  }
}
