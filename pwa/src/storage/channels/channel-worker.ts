/**
 * Everything about channels that takes time: files read through, releases compared and kept, 100,000 items
 * laid out, searched and paged. The main thread sees only the rows in sight.
 */

import type { Category } from "@dianbo/shared/category";
import {
  askCatalogue,
  type Catalogue,
  type CatalogueFinds,
  CHANNEL_LIMITS,
  type ChannelContents,
  type ChannelIndex,
  channelFileSource,
  charactersOf,
  differenceOf,
  judgeRelease,
  namesOf,
  publishRelease,
  type Release,
  readRelease,
  writeChannelFile,
} from "@dianbo/shared/channel";
import { foldText } from "@dianbo/shared/search";
import * as v from "valibot";
import { simplifiedOf } from "../simplified.ts";
import {
  CHANNELS_TOLD,
  type ChannelReply,
  type ChannelRequest,
  type ChannelSummary,
  type ChannelTrouble,
  channelRequestSchema,
  type FoundItem,
  type LookedAt,
} from "./channel-messages.ts";
import {
  channelAt,
  heldChannel,
  keepRelease,
  keptSegment,
  listChannels,
  openRelease,
  removeChannel,
  stepBack,
} from "./channel-store.ts";
import { type ChannelRow, ChannelsDb } from "./channels-db.ts";
import { hands } from "./hashing.ts";
import { OpenCatalogues, readingsFor } from "./open-catalogues.ts";

/** Items that a preview names; the rest is counted. */
const NAMED = 200;
/** Changed items are all told, as far as anybody could look them through. */
const CHANGED_TOLD = 2000;

const db = new ChannelsDb();
const catalogues = new OpenCatalogues(db);
const others = new BroadcastChannel(CHANNELS_TOLD);
others.onmessage = (event: MessageEvent<unknown>) => {
  if (typeof event.data === "string") catalogues.forget(event.data);
};

type Answer = ChannelReply extends infer R
  ? R extends ChannelReply
    ? Omit<R, "job">
    : never
  : never;

const failed = (failure: ChannelTrouble): Answer => ({ type: "failed", failure });

const changed = (id: string): void => {
  catalogues.forget(id);
  others.postMessage(id);
};

const bytesOf = ({ segments }: ChannelIndex): number =>
  segments.reduce((sum, { size }) => sum + size, 0);

const summaryOf = (row: ChannelRow): ChannelSummary => ({
  id: row.index.channel,
  role: row.role,
  index: { ...row.index, ...shownNames(row.index) },
  canStepBack: row.previous !== undefined,
  takenAt: row.takenAt,
  bytes: bytesOf(row.index),
  ...(row.offers === undefined ? {} : { offers: row.offers }),
});

const shownNames = (index: ChannelIndex): Pick<ChannelIndex, "name" | "publisher"> => {
  const { name, publisher } = namesOf(index);
  return { name, publisher: { ...index.publisher, name: publisher } };
};

/** What was looked at last, until it is taken. */
let lookedAt: Release | undefined;

const countCategories = (contents: ChannelContents): LookedAt["counts"] => {
  const counts = new Map<Category, number>();
  for (const { category } of contents.values()) {
    if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b);
};

const look = async (file: Blob): Promise<Answer> => {
  lookedAt = undefined;
  if (file.size > CHANNEL_LIMITS.fileBytes) return failed("package-too-large");
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // The browser throws where a file has gone or changed since it was chosen.
    return failed("unreadable");
  }
  const source = channelFileSource(bytes);
  if (!source.ok) return failed(source.error.type);
  const release = await readRelease(source.value, {
    ...hands,
    held: (hash) => keptSegment(db, hash),
  });
  if (!release.ok) return failed(release.error.type);
  const { index, contents } = release.value;
  const row = await channelAt(db, index.channel);
  const standing = judgeRelease(index, heldChannel(row));
  if (!standing.ok) return failed(standing.error.type);
  const before = row === undefined ? undefined : await openRelease(db, row.index, hands);
  const difference = differenceOf(
    before?.ok === true ? before.value.contents : new Map(),
    contents,
  );
  lookedAt = release.value;
  return {
    type: "looked",
    looked: {
      index: { ...index, ...shownNames(index) },
      standing: standing.value,
      ...(row === undefined ? {} : { held: row.index.release }),
      bytes: bytesOf(index),
      counts: countCategories(contents),
      fresh: { count: difference.fresh.length, some: difference.fresh.slice(0, NAMED) },
      changed: {
        count: difference.changed.length,
        some: difference.changed.slice(0, CHANGED_TOLD),
      },
      gone: { count: difference.gone.length, some: difference.gone.slice(0, NAMED) },
    },
  };
};

const take = async ({ at }: Extract<ChannelRequest, { type: "take" }>): Promise<Answer> => {
  const release = lookedAt;
  if (release === undefined) return failed("no-such-channel");
  // Another tab may have taken something in since it was looked at.
  const row = await channelAt(db, release.index.channel);
  const standing = judgeRelease(release.index, heldChannel(row));
  if (!standing.ok) return failed(standing.error.type);
  const kept = await keepRelease(db, release, { role: "subscribed", takenAt: at });
  if (!kept.ok) return failed(kept.error.type);
  lookedAt = undefined;
  changed(release.index.channel);
  return { type: "done" };
};

const publish = async (wanted: Extract<ChannelRequest, { type: "publish" }>): Promise<Answer> => {
  const { offers, at, items, key, ...about } = wanted;
  const row = await channelAt(db, wanted.channel);
  const before = row === undefined ? undefined : await openRelease(db, row.index, hands);
  const made = await publishRelease(
    {
      ...about,
      at,
      items,
      readings: await readingsFor(charactersOf(items)),
      key,
      before: before?.ok === true ? before.value : undefined,
    },
    hands,
  );
  if (!made.ok) return failed(made.error.type);
  const { index, bytes } = made.value;
  const kept = await keepRelease(db, { index, bytes }, { role: "published", takenAt: at, offers });
  if (!kept.ok) return failed(kept.error.type);
  changed(index.channel);
  const file = new Blob([new Uint8Array(writeChannelFile(index, bytes))], {
    type: "application/vnd.dianbo",
  });
  return { type: "published", index, file };
};

const foundAt = (
  catalogue: Catalogue,
  { rows, spansOf }: CatalogueFinds,
  from: number,
  to: number,
): FoundItem[] =>
  [...rows.subarray(from, to)].flatMap((row) => {
    const item = catalogue.items[row];
    return item === undefined ? [] : [{ item, spans: [...spansOf(row)] }];
  });

const search = async ({
  query,
  limit,
}: Extract<ChannelRequest, { type: "search" }>): Promise<Answer> => {
  const asked = simplifiedOf(foldText(query));
  const groups: Extract<Answer, { type: "found" }>["groups"] = [];
  for (const { role, index } of await listChannels(db)) {
    if (role === "published") continue;
    const catalogue = await catalogues.at(index.channel);
    if (catalogue === undefined) continue;
    const finds = askCatalogue(catalogue, { query: asked, sort: "title" });
    if (finds.rows.length === 0) continue;
    groups.push({
      channel: index.channel,
      name: namesOf(index).name,
      ...(index.publisher.site === undefined ? {} : { publisherSite: index.publisher.site }),
      total: finds.rows.length,
      some: foundAt(catalogue, finds, 0, limit),
    });
  }
  return { type: "found", groups };
};

/** The last views, by their numbers; a page of an older one is not asked for any more. */
const views = new Map<number, { readonly catalogue: Catalogue; readonly finds: CatalogueFinds }>();
const MOST_VIEWS = 2;

const view = async (wanted: Extract<ChannelRequest, { type: "view" }>): Promise<Answer> => {
  const catalogue = await catalogues.at(wanted.channel);
  if (catalogue === undefined) return failed("no-such-channel");
  const query = simplifiedOf(foldText(wanted.ask.query));
  const finds = askCatalogue(catalogue, { ...wanted.ask, query });
  views.set(wanted.job, { catalogue, finds });
  for (const old of [...views.keys()].slice(0, -MOST_VIEWS)) views.delete(old);
  return {
    type: "viewed",
    view: wanted.job,
    total: finds.rows.length,
    everywhere: finds.everywhere,
    counts: [...finds.counts],
  };
};

const page = (wanted: Extract<ChannelRequest, { type: "page" }>): Answer => {
  const held = views.get(wanted.view);
  if (held === undefined) return failed("no-such-channel");
  return {
    type: "rows",
    from: wanted.from,
    rows: foundAt(held.catalogue, held.finds, wanted.from, wanted.to),
  };
};

const answer = async (request: ChannelRequest): Promise<Answer> => {
  switch (request.type) {
    case "list":
      return { type: "listed", channels: (await listChannels(db)).map(summaryOf) };
    case "look":
      return await look(request.file);
    case "take":
      return await take(request);
    case "remove":
    case "step-back": {
      const act = request.type === "remove" ? removeChannel : stepBack;
      const done = await act(db, request.channel);
      if (!done.ok) return failed(done.error.type);
      changed(request.channel);
      return { type: "done" };
    }
    case "publish":
      return await publish(request);
    case "search":
      return await search(request);
    case "view":
      return await view(request);
    case "page":
      return page(request);
  }
};

addEventListener("message", (event: MessageEvent<unknown>) => {
  const request = v.safeParse(channelRequestSchema, event.data);
  if (!request.success) return;
  const { job } = request.output;
  void answer(request.output)
    .catch(() => failed("not-stored"))
    .then((reply) => postMessage({ ...reply, job }));
});
