/** A whole site's library for the library bench: items as clips leave them, search texts, a playback register. */
import { commitChanges, create, type Json, type RecordState } from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { newDeviceId, newRecordId, newWriterId, type SiteId } from "@dianbo/shared/identity";
import type { Searchable } from "@dianbo/shared/search";
import type { Page } from "playwright-core";
import { itemsToSearch, rowsToSearch } from "./search-library.ts";

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2024, 0, 1);

const hashAt = (index: number): string => index.toString(16).padStart(64, "0");

/** What a clip keeps of its page, its file and its cover; every third is a link only. */
const clippedFields = (item: Courseware, index: number): Readonly<Record<string, Json>> => {
  const url = `https://www.12371.cn/2024/${1 + (index % 12)}/${index}.shtml`;
  const media = {
    hash: hashAt(index),
    size: 80_000_000 + index,
    mime: "video/mp4",
    name: `${index}.mp4`,
  };
  return {
    title: item.title,
    kind: index % 7 === 0 ? "article" : "video",
    category: item.category ?? null,
    minutes: 5 + (index % 55),
    publisher: item.publisher ?? null,
    author: item.author ?? null,
    publishedAt: `2024-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
    source: { url, canonical: url, portal: "www.12371.cn" },
    ...(index % 3 === 0 ? {} : { media }),
    tags: [...(item.tags ?? [])],
    clippedAt: START + index * 60_000,
    clippedBy: index % 2 === 0 ? "A" : "B",
    reviewed: index % 5 === 0,
    number: item.number ?? null,
  };
};

/** What the store of one library holds. */
export interface SeededLibrary {
  readonly records: readonly RecordState[];
  /** Rows of the table `search`. */
  readonly search: readonly {
    readonly id: string;
    readonly of: readonly string[];
    readonly texts: Searchable["texts"];
  }[];
}

/** `count` items with their texts, and a register in which every fifth was played. */
export const seedOf = (count: number, site: SiteId): SeededLibrary => {
  let last = 0;
  const newId = (): string => {
    last += 1;
    return `bench-${String(last).padStart(18, "0")}`;
  };
  const items = itemsToSearch(count);
  const puts = items.flatMap((item, index) => [
    ...create({ id: item.id, kind: "courseware" }, clippedFields(item, index)),
    ...(index % 5 === 0
      ? create(
          { id: newRecordId(newId), kind: "playback" },
          { item: item.id, startedAt: START + (index % 600) * DAY, title: item.title },
        )
      : []),
  ]);
  const { states } = commitChanges(
    () => undefined,
    { label: { type: "bench" }, puts },
    {
      site,
      writer: newWriterId(newDeviceId(newId), newId),
      post: "A",
      counter: 1,
      stamp: { millis: fixedClock(START).now(), tick: 0 },
    },
  );
  return {
    records: states,
    search: rowsToSearch(items).map(({ item, texts }) => ({
      id: item.id,
      of: [
        item.title,
        [item.publisher, item.author, ...(item.tags ?? [])].filter(Boolean).join(" "),
      ],
      texts,
    })),
  };
};

/** Puts a library into the page's database, in the place of what is there. */
export const storeSeed = async (page: Page, { records, search }: SeededLibrary): Promise<void> => {
  const put = (table: string, rows: readonly object[]): Promise<void> =>
    page.evaluate(
      ({ name, text }) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("dianbo-library");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const db = opening.result;
            const writing = db.transaction(name, "readwrite");
            const rows: unknown[] = JSON.parse(text);
            for (const row of rows) writing.objectStore(name).put(row);
            writing.oncomplete = () => {
              db.close();
              resolve();
            };
            writing.onerror = () => reject(writing.error);
          };
        }),
      { name: table, text: JSON.stringify(rows) },
    );
  for (let from = 0; from < records.length; from += 5000) {
    await put("records", records.slice(from, from + 5000));
  }
  for (let from = 0; from < search.length; from += 5000) {
    await put("search", search.slice(from, from + 5000));
  }
};
