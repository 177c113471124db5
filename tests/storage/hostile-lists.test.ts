/**
 * Lists from whoever means harm, against a real store: packages, texts and QR frames changed in every way that
 * comes to mind. Each is refused in words or looked through; no row changes before a person takes it, and what
 * is taken then, and taken back, leaves what this site wrote as it was.
 */
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { type Library, openLibrary, readStoredRecords } from "@dianbo/pwa/storage";
import { canonicalJson, shownValues } from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import { makeSiteKey, newRecordId, type RecordId, type Sha512 } from "@dianbo/shared/identity";
import { addCourseware, speakNumbers } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import {
  bytesSource,
  type CodeSeen,
  LIST_NAME,
  type ListSigner,
  listAsCode,
  listAsText,
  listBytes,
  listFileOf,
  listFromText,
  openCodeReader,
  openPackage,
  packageOfList,
  type SentList,
  type SharedList,
  signerOfText,
  signList,
  takeList,
} from "@dianbo/shared/sharing";
import fc from "fast-check";
import { strFromU8, strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  AUTUMN,
  idOf,
  libraryOf,
  siteOf,
  village,
  write,
} from "../../packages/shared/testing/sharing-site.ts";

const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());
const clock = fixedClock(AUTUMN);
let ids = 0;
const newId = (): string => `ours-id-${String(++ids).padStart(16, "0")}`;

/** A third of each: together 1,000 in `npm test`, 10,000 in `npm run test:deep`. */
const runs = (): fc.Parameters<unknown> => {
  const cases = Math.max(1_000, fc.readConfigureGlobal().numRuns ?? 0);
  return { numRuns: Math.ceil(cases / 3) };
};

/** Milliseconds: signing and opening a store take a second, and many times that on a busy machine. */
const SLOW_MACHINE = 120_000;

let library: Library;
let packed: Uint8Array;
let manifest = "";
let text = "";
let frames: readonly string[] = [];
let before = "";
let own: readonly RecordId[] = [];

/** Everything that lies in the store, in one order. */
const stored = async (): Promise<string> => {
  const { records } = await readStoredRecords(library);
  const sorted = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonicalJson(JSON.parse(JSON.stringify(sorted)));
};

/** What this site itself wrote, as it is shown. */
const ownShown = (): string =>
  JSON.stringify(
    own.map((id) => {
      const record = library.snapshot().records.get(id);
      return record && shownValues(record, library.identity().site);
    }),
  );

const taking = (list: SharedList, signer: ListSigner | undefined) => {
  const { records, items, menus, leases } = library.snapshot();
  const { site, device } = library.identity();
  const book = { items: [...items.values()], leases: [...leases.values()], device };
  return takeList(list, { records, items, menus, book, site, newId }, { signer });
};

/** Looks a list through as the preview does, which writes nothing. */
const lookThrough = (list: SharedList, signer: ListSigner | undefined): void => {
  const planned = taking(list, signer);
  if (!planned.ok) expect(typeof planned.error.type).toBe("string");
};

const givePackage = async (bytes: Uint8Array): Promise<"refused" | SharedList> => {
  const opened = await openPackage(bytesSource(bytes), sha512);
  if (!opened.ok) {
    expect(typeof opened.error.type).toBe("string");
    return "refused";
  }
  lookThrough(opened.value.list, opened.value.signer);
  return opened.value.list;
};
const giveSent = async ({ list, seal }: SentList): Promise<"refused" | SharedList> => {
  const signer = await signerOfText(seal, sha512);
  if (!signer.ok) return "refused";
  lookThrough(list, signer.value);
  return list;
};
const giveText = async (pasted: string): Promise<"refused" | SharedList> => {
  const sent = listFromText(pasted);
  if (sent.ok) return await giveSent(sent.value);
  expect(typeof sent.error.type).toBe("string");
  return "refused";
};
const giveFrames = async (seen: readonly string[]): Promise<"refused" | SharedList> => {
  const reader = openCodeReader();
  let last: CodeSeen | undefined;
  for (const frame of seen) {
    last = reader.see(frame);
    if (last.type === "list") return await giveSent(last.sent);
  }
  return "refused";
};

beforeAll(async () => {
  const opened = await openLibrary({ clock, newId, name: newId() });
  if (!opened.ok) throw new Error(opened.error.type);
  library = opened.value;
  for (const [title, url] of [
    ["党旗的故事", "https://www.12371.cn/2026/06/01/VIDE1.shtml"],
    ["八段锦", "https://www.12371.cn/2026/06/02/VIDE2.shtml"],
  ] as const) {
    const id = newRecordId(newId);
    own = [...own, id];
    const source = { url, canonical: url.replace("https://www.", ""), portal: "12371.cn" };
    await library.apply((bench) =>
      addCourseware(id, { title, kind: "video", category: 1, source }, bench.book, bench.newId),
    );
  }
  await library.apply(({ snapshot }) =>
    ok({ label: { type: "share-list" }, puts: [...speakNumbers([...snapshot.items.values()])] }),
  );
  before = await stored();

  const key = await makeSiteKey(new Uint8Array(32).fill(7), sha512);
  const signing = { key, keyChanges: [], sha512 };
  const pc = village();
  const made = { site: pc.site, siteName: "青禾社区站", name: "防诈骗专题", at: AUTUMN };
  const selection = { items: [idOf("rules")], menus: [idOf("evening")] };
  const list = await signList(listFileOf(libraryOf(pc), selection, made), signing);
  packed = packageOfList(list);
  manifest = strFromU8(listBytes(list));
  const texts = await listAsText(libraryOf(pc), selection, made, signing);
  text = texts.ok ? texts.value.join("\n") : "";
  const town = siteOf("town");
  const items = Array.from({ length: 120 }, (_, place) =>
    write(town, "courseware", `${place}-film`, { title: `第 ${place * 7919} 课`, kind: "video" }),
  );
  const code = await listAsCode(
    libraryOf(town),
    { items, menus: [] },
    { ...made, site: town.site },
    signing,
  );
  if (!code.ok || code.value.type !== "moving") throw new Error("the list does not move");
  const { frame, blocks } = code.value;
  frames = Array.from({ length: blocks + 12 }, (_, number) => frame(number));
}, SLOW_MACHINE);
afterAll(() => library?.close());

const forgery = fc.oneof(
  fc.constantFrom(
    "null",
    "1e999",
    "-1",
    "{}",
    "[]",
    '""',
    '"../x"',
    '"\\u202e"',
    '{"__proto__":{"x":1}}',
  ),
  fc.constant(`"${"长".repeat(20_000)}"`),
  fc.constant(`[${"0,".repeat(50_000)}0]`),
  fc.json(),
);
const edits = fc.array(
  fc.record({
    at: fc.nat(20_000),
    byte: fc.nat(255),
    way: fc.constantFrom("set", "cut", "insert", "repeat", "end"),
  }),
  { minLength: 1, maxLength: 6 },
);

const edited = (
  bytes: Uint8Array,
  changes: readonly { at: number; byte: number; way: string }[],
) => {
  let now = [...bytes];
  for (const { at: place, byte, way } of changes) {
    const at = place % Math.max(1, now.length);
    if (way === "set") now[at] = byte;
    else if (way === "cut") now = [...now.slice(0, at), ...now.slice(at + (byte % 40))];
    else if (way === "repeat") now = [...now, ...now.slice(at)].slice(0, 40_000);
    else if (way === "end") now = now.slice(0, at);
    else now = [...now.slice(0, at), byte, ...now.slice(at)];
  }
  return Uint8Array.from(now);
};

describe("no row changes by looking at", () => {
  test("a package that was changed, or whose list was", async () => {
    const values = [...manifest.matchAll(/"[^"]*"|-?\d+|\[|\{|\]|\}/gu)];
    await fc.assert(
      fc.asyncProperty(
        edits,
        fc.array(fc.record({ place: fc.nat(values.length - 1), put: forgery }), { maxLength: 3 }),
        fc.boolean(),
        async (changes, forgeries, signed) => {
          let list = manifest;
          for (const { place, put } of [...forgeries].sort((a, b) => b.place - a.place)) {
            const value = values[place];
            if (value === undefined) continue;
            list = list.slice(0, value.index) + put + list.slice(value.index + value[0].length);
          }
          if (!signed) list = list.replace(/"(publisherKey|signature)":"[^"]*",?/gu, "");
          const forged = zipSync({ [LIST_NAME]: strToU8(list) });
          await givePackage(forgeries.length === 0 ? edited(packed, changes) : forged);
        },
      ),
      runs(),
    );
    expect(await stored()).toBe(before);
  });

  test("a text that was changed, in part or whole", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            at: fc.nat(text.length),
            sign: fc.string({ unit: "binary", maxLength: 3 }),
            cut: fc.nat(30),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        async (changes) => {
          let pasted = text;
          for (const { at, sign, cut } of changes) {
            pasted = pasted.slice(0, at) + sign + pasted.slice(at + cut);
          }
          await giveText(pasted);
        },
      ),
      runs(),
    );
    expect(await stored()).toBe(before);
  });

  test("frames that were changed, lost, mixed and repeated", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            frame: fc.nat(frames.length - 1),
            at: fc.nat(420),
            sign: fc.string({ unit: "binary", maxLength: 2 }),
          }),
          { minLength: 1, maxLength: 30 },
        ),
        async (changes) => {
          const shown = frames.flatMap((frame, place) => {
            const own = changes.filter((change) => change.frame === place);
            return own.map(({ at, sign }) => frame.slice(0, at) + sign + frame.slice(at + 1));
          });
          await giveFrames([...shown, "https://www.12371.cn/", ...frames.slice(0, 3), ...shown]);
        },
      ),
      runs(),
    );
    expect(await stored()).toBe(before);
  });

  test("bombs, zips in zips, doubles, ways out, ten million records, texts without end", async () => {
    const list = strToU8(manifest);
    const head = manifest.slice(0, manifest.indexOf('"records":') + 10);
    const rest = manifest.slice(manifest.lastIndexOf("]"));
    const many = strToU8(`${head}[${"{},".repeat(10_000_000)}{}${rest}`);
    const long = strToU8(manifest.replace("防诈骗专题", "长".repeat(3_000_000)));
    const hostile: readonly Uint8Array[] = [
      zipSync({ [LIST_NAME]: new Uint8Array(80 * 1024 * 1024) }, { level: 9 }),
      zipSync({ "list.dianbo": packed }),
      zipSync({ [LIST_NAME]: packed }),
      zipSync({ [LIST_NAME]: list, "DIANBO/manifest.json": list }),
      ...["../x", "/x", "C:/x", "a/../../x", "con", "a\u202eb"].map((name) =>
        zipSync({ [LIST_NAME]: list, [name]: list }),
      ),
      zipSync({ [LIST_NAME]: many }, { level: 1 }),
      zipSync({ [LIST_NAME]: long }, { level: 1 }),
      new Uint8Array(0),
      strToU8("https://www.12371.cn/"),
    ];
    for (const bytes of hostile) expect(await givePackage(bytes)).toBe("refused");
    expect(await givePackage(packed)).not.toBe("refused");
    expect(await giveText(`DB1.${"A".repeat(5_000_000)}`)).toBe("refused");
    expect(await giveFrames(["DB3.", `DB3.${"0".repeat(4_000)}`, "WIFI:S:net;;"])).toBe("refused");
    expect(await stored()).toBe(before);
  });
});

describe("what is taken all the same", () => {
  test("leaves our own values and numbers as they were, and goes as a whole", async () => {
    const shown = ownShown();
    const unsigned = manifest.replace(/"(publisherKey|signature)":"[^"]*",?/gu, "");
    const places = [...unsigned.matchAll(/"value":("[^"]*"|\d+)/gu)];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ place: fc.nat(places.length - 1), put: forgery }), { maxLength: 2 }),
        async (forgeries) => {
          let list = unsigned;
          for (const { place, put } of [...forgeries].sort((a, b) => b.place - a.place)) {
            const value = places[place];
            if (value === undefined) continue;
            list = `${list.slice(0, value.index)}"value":${put}${list.slice(value.index + value[0].length)}`;
          }
          const came = await givePackage(zipSync({ [LIST_NAME]: strToU8(list) }));
          if (came === "refused") return;
          const kept = await library.applyJoined(() => taking(came, undefined));
          if (!kept.ok) return;
          expect(ownShown()).toBe(shown);
          expect((await library.undo()).ok).toBe(true);
          expect(ownShown()).toBe(shown);
        },
      ),
      { numRuns: Math.min(200, Math.ceil((runs().numRuns ?? 0) / 10)) },
    );
  });

  test("what a newer version added is kept, and given on", async () => {
    const list: { records: { fields: Record<string, unknown[]> }[] } = JSON.parse(
      manifest.replace(/"(publisherKey|signature)":"[^"]*",?/gu, ""),
    );
    for (const { fields } of list.records) {
      const [one] = Object.values(fields)[0] ?? [];
      fields["of-a-newer-version"] = [{ ...Object(one), value: { deep: ["x"] } }];
    }
    const came = await givePackage(
      zipSync({ [LIST_NAME]: strToU8(JSON.stringify({ ...list, version: 2, readableFrom: 1 })) }),
    );
    if (came === "refused") throw new Error("it was refused");
    const kept = await library.applyJoined(() => taking(came, undefined));
    expect(kept.ok).toBe(true);
    const { items, records, entries } = library.snapshot();
    const made = { site: library.identity().site, siteName: "", name: "", at: AUTUMN };
    const given = listFileOf(
      { items, records, entries },
      { items: [idOf("rules")], menus: [] },
      made,
    );
    expect(JSON.stringify(given)).toContain('"of-a-newer-version"');
    const newer = { ...list, version: 9, readableFrom: 9 };
    expect(await givePackage(zipSync({ [LIST_NAME]: strToU8(JSON.stringify(newer)) }))).toBe(
      "refused",
    );
  });

  test("an older list than the newest that was taken replaces nothing", async () => {
    const shownBefore = ownShown();
    const rows = library.snapshot().records.size;
    const old = JSON.parse(manifest.replace(/"(publisherKey|signature)":"[^"]*",?/gu, ""));
    const came = await givePackage(
      zipSync({ [LIST_NAME]: strToU8(JSON.stringify({ ...old, madeAt: AUTUMN - 86_400_000 })) }),
    );
    if (came === "refused") throw new Error("it was refused");
    const planned = taking(came, undefined);
    expect(planned.ok && planned.value.rows.every(({ verdict }) => verdict === "same")).toBe(true);
    expect([ownShown(), library.snapshot().records.size]).toEqual([shownBefore, rows]);
  });
});
