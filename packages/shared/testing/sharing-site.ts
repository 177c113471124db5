/** A site with a small library, for tests of lists that go from one site to another. */

import { zipSync } from "fflate";
import { parse } from "valibot";
import type { Json, RecordState } from "../src/changes/index.ts";
import { create, put } from "../src/changes/index.ts";
import { type Instant, instantSchema } from "../src/clock/index.ts";
import {
  type Courseware,
  type MediaHash,
  mediaHashSchema,
  readCourseware,
} from "../src/courseware/index.ts";
import { newRecordId, type RecordId } from "../src/identity/index.ts";
import { type NumberLease, readNumberLease } from "../src/programme/index.ts";
import {
  readSetMenu,
  readSetMenuEntry,
  type SetMenu,
  type SetMenuEntry,
} from "../src/set-menu/index.ts";
import { LIST_NAME, type ListFile, listBytes, type TakingLibrary } from "../src/sharing/index.ts";
import { commitOn, countingIds, newPc, type Pc, plainId, siteNamed } from "./pc.ts";

/** An instant in the autumn of 2026. */
export const AUTUMN: Instant = parse(instantSchema, 1_790_000_000_000);

/** A site by name, with one PC. */
export const siteOf = (name: string): Pc => newPc(siteNamed(name), countingIds(name), AUTUMN);

/** A record's id by name. */
export const idOf = (name: string): RecordId => newRecordId(() => plainId(name));

/** Writes a new record on a PC. */
export const write = (
  pc: Pc,
  kind: string,
  name: string,
  fields: Readonly<Record<string, Json>>,
): RecordId => {
  const id = idOf(name);
  commitOn(pc, create({ id, kind }, fields));
  return id;
};

/** Everything of a PC as a list and a taking library read it. */
export const libraryOf = (
  pc: Pc,
): TakingLibrary & { readonly entries: ReadonlyMap<RecordId, SetMenuEntry> } => {
  const items = new Map<RecordId, Courseware>();
  const menus = new Map<RecordId, SetMenu>();
  const entries = new Map<RecordId, SetMenuEntry>();
  const leases: NumberLease[] = [];
  const keep = <T extends { readonly id: RecordId }>(
    shelf: Map<RecordId, T>,
    read: { readonly ok: true; readonly value: T } | { readonly ok: false },
  ): void => {
    if (read.ok) shelf.set(read.value.id, read.value);
  };
  for (const record of pc.records.values()) {
    if (record.kind === "courseware") keep(items, readCourseware(record, pc.site));
    if (record.kind === "set-menu") keep(menus, readSetMenu(record, pc.site));
    if (record.kind === "set-menu-entry") keep(entries, readSetMenuEntry(record, pc.site));
    const lease = record.kind === "number-lease" ? readNumberLease(record, pc.site) : undefined;
    if (lease?.ok === true) leases.push(lease.value);
  }
  const book = { items: [...items.values()], leases, device: pc.device };
  const newId = countingIds(`${pc.site.slice(0, 4)}-lease`);
  return { records: pc.records, items, menus, entries, book, site: pc.site, newId };
};

/** Keeps what a list brings, as the store does: the joined records, then the writes over them. */
export const keepTaken = (
  pc: Pc,
  states: readonly RecordState[],
  puts: Parameters<typeof commitOn>[1],
): void => {
  for (const state of states) pc.records.set(state.id, state);
  commitOn(pc, puts);
};

/** A village with two films, an article, and a menu of the two films and a talk. */
export const village = (): Pc => {
  const pc = siteOf("village");
  write(pc, "courseware", "flag", {
    title: "微党课：一面党旗的故事",
    kind: "video",
    category: 1,
    minutes: 10,
    number: 1014,
    formerNumbers: [2003],
    spoken: true,
    spokenAs: [1014],
    reviewed: true,
    note: "老王爱看",
    tags: ["党史"],
    clippedBy: "A",
    source: {
      url: "https://www.12371.cn/2026/06/01/VIDE1.shtml",
      canonical: "12371.cn/2026/06/01/VIDE1.shtml",
      portal: "12371.cn",
    },
    media: { hash: "a".repeat(64), size: 12_000_000, mime: "video/mp4", name: "flag.mp4" },
  });
  write(pc, "courseware", "fraud", {
    title: "识别常见养老骗局",
    kind: "video",
    category: 4,
    minutes: 9,
    number: 4009,
  });
  write(pc, "courseware", "rules", {
    title: "村级组织活动场所管理使用办法",
    kind: "article",
    category: 1,
    number: 1016,
    article: { html: "<p>办法</p>", text: "办法", pictures: [] },
  });
  const menu = write(pc, "set-menu", "evening", {
    name: "防诈骗专题",
    number: 8,
    noteBefore: "先\n讲两句",
  });
  write(pc, "set-menu-entry", "first", { menu, order: "a0", item: idOf("flag") });
  write(pc, "set-menu-entry", "second", { menu, order: "a1", item: idOf("fraud") });
  write(pc, "set-menu-entry", "talk", {
    menu,
    order: "a2",
    activity: { name: "讨论", minutes: 20 },
  });
  return pc;
};

/** A package with films as the app writes it: list first, everything stored, one date. */
export const packWithFilms = (list: ListFile, films: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries([
      [LIST_NAME, listBytes(list)],
      ...(list.files ?? []).map(({ hash, path }) => [path, films.get(hash) ?? new Uint8Array()]),
    ]),
    { level: 0, mtime: "1980-01-01T12:00:00" },
  );

/** SHA-256 of the bytes of the village's film. */
const FILM_HASH = parse(
  mediaHashSchema,
  "680a1da11e812307cb541e5d54b09fa4570354aac2582514fd4c113ea353b25d",
);

/** The village's film, a name for its bytes, and the village that has it. */
export const villageWithFilm = (): {
  readonly pc: Pc;
  readonly film: Uint8Array;
  readonly hash: MediaHash;
} => {
  const pc = village();
  const film = Uint8Array.from({ length: 4_000 }, (_, place) => (place * 31) % 251);
  const hash = FILM_HASH;
  const media = { hash, size: film.length, mime: "video/mp4", name: "flag.mp4" };
  commitOn(pc, [put({ id: idOf("flag"), kind: "courseware" }, "media", media)]);
  return { pc, film, hash };
};
