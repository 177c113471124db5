import { askCatalogue, type Catalogue, type CatalogueFinds, namesOf } from "@dianbo/shared/channel";
import { foldText } from "@dianbo/shared/search";
import { simplifiedOf } from "../simplified.ts";
import type { ChannelAnswer, ChannelRequest, FoundItem } from "./channel-messages.ts";
import { listChannels } from "./channel-store.ts";
import type { ChannelsDb } from "./channels-db.ts";
import type { OpenCatalogues } from "./open-catalogues.ts";

/** Views that are kept for paging; a page of an older one is not asked for any more. */
const MOST_VIEWS = 2;

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

/** As catalogues are laid out: folded, in simplified characters. */
const asked = (query: string): string => simplifiedOf(foldText(query));

/** Searches channels and pages through what was found; only rows in sight leave it. */
export class CatalogueViews {
  readonly #db: ChannelsDb;
  readonly #catalogues: OpenCatalogues;
  readonly #views = new Map<
    number,
    { readonly catalogue: Catalogue; readonly finds: CatalogueFinds }
  >();

  constructor(db: ChannelsDb, catalogues: OpenCatalogues) {
    this.#db = db;
    this.#catalogues = catalogues;
  }

  /** The first finds of every subscribed channel. */
  async search({
    query,
    limit,
  }: Extract<ChannelRequest, { type: "search" }>): Promise<ChannelAnswer> {
    const groups: Extract<ChannelAnswer, { type: "found" }>["groups"] = [];
    for (const { role, index } of await listChannels(this.#db)) {
      if (role === "published") continue;
      const catalogue = await this.#catalogues.searchable(index.channel);
      if (catalogue === undefined) continue;
      const finds = askCatalogue(catalogue, { query: asked(query), sort: "title" });
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
  }

  /** Asks one channel; its rows are asked for by `page`, under the number of this question. */
  async view({
    job,
    channel,
    ask,
  }: Extract<ChannelRequest, { type: "view" }>): Promise<ChannelAnswer> {
    const query = asked(ask.query);
    const catalogue =
      query === ""
        ? await this.#catalogues.at(channel)
        : await this.#catalogues.searchable(channel);
    if (catalogue === undefined) return { type: "failed", failure: "no-such-channel" };
    const finds = askCatalogue(catalogue, { ...ask, query });
    this.#views.set(job, { catalogue, finds });
    for (const old of [...this.#views.keys()].slice(0, -MOST_VIEWS)) this.#views.delete(old);
    return {
      type: "viewed",
      view: job,
      total: finds.rows.length,
      everywhere: finds.everywhere,
      counts: [...finds.counts],
    };
  }

  /** Some rows of a view. */
  page({ view, from, to }: Extract<ChannelRequest, { type: "page" }>): ChannelAnswer {
    const held = this.#views.get(view);
    if (held === undefined) return { type: "failed", failure: "no-such-channel" };
    return { type: "rows", from, rows: foundAt(held.catalogue, held.finds, from, to) };
  }
}
