import { createHash } from "node:crypto";
import { strFromU8, strToU8, zipSync } from "fflate";
import { parse } from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { commitOn } from "../../testing/pc.ts";
import {
  AUTUMN,
  idOf,
  keepTaken,
  libraryOf,
  packWithFilms,
  siteOf,
  village,
  villageWithFilm,
  write,
} from "../../testing/sharing-site.ts";
import { lifeOf, put, RECORD_KINDS } from "../changes/index.ts";
import { instantSchema } from "../clock/index.ts";
import { makeSiteKey, type Sha512, type SiteKey } from "../identity/index.ts";
import { handOverKey, type KeyHandover } from "../signing/index.ts";
import { filmsToPack, listBytes, listFileOf, packageOfList, signList } from "./encode-list.ts";
import { isOlderList, judgeSigner, knownSite, rememberSite } from "./known-site.ts";
import { LIST_KINDS, LIST_NAME, type ListFile } from "./list-file.ts";
import { bytesSource, type OpenedPackage, openPackage } from "./open-package.ts";
import { takeList } from "./take-list.ts";

const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());

const SELECTION = { items: [idOf("rules")], menus: [idOf("evening")] };
const MADE = { siteName: "青禾社区站", name: "防诈骗专题", at: AUTUMN };

let key: SiteKey;
let other: SiteKey;
beforeAll(async () => {
  key = await makeSiteKey(new Uint8Array(32).fill(7), sha512);
  other = await makeSiteKey(new Uint8Array(32).fill(8), sha512);
});

const signed = (keyChanges: readonly KeyHandover[] = [], by = key): Promise<ListFile> =>
  signList(listFileOf(libraryOf(village()), SELECTION, { ...MADE, site: village().site }), {
    key: by,
    keyChanges,
    sha512,
  });

const open = (bytes: Uint8Array) => openPackage(bytesSource(bytes), sha512);
const opened = async (bytes: Uint8Array): Promise<OpenedPackage> => {
  const read = await open(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const failureOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await open(bytes);
  return read.ok ? "taken" : read.error.type;
};
/** A sound zip of somebody who changed the list with an editor. */
const edited = async (from: string, to: string): Promise<Uint8Array> => {
  const text = strFromU8(listBytes(await signed()));
  expect(text).toContain(from);
  return zipSync({ [LIST_NAME]: strToU8(text.replace(from, to)) });
};

const withFilm = async () => {
  const { pc, film, hash } = villageWithFilm();
  const library = libraryOf(pc);
  const files = filmsToPack(library, SELECTION, new Set([hash]));
  const plain = listFileOf(library, SELECTION, { ...MADE, site: pc.site });
  const list = await signList({ ...plain, files: [...files] }, { key, keyChanges: [], sha512 });
  return { list, film, hash, bytes: packWithFilms(list, new Map([[hash, film]])) };
};

describe("a signed list", () => {
  test("names who signed it, and is the same bytes for the same state", async () => {
    const { signer, list } = await opened(packageOfList(await signed()));
    expect(signer?.publicKey).toBe(key.publicKey);
    expect(list.siteName).toBe("青禾社区站");
    expect(packageOfList(await signed())).toEqual(packageOfList(await signed()));
  });

  test("that was changed is refused, whatever was changed", async () => {
    expect(await failureOf(await edited("识别常见养老骗局", "识别骗局"))).toBe("signature-wrong");
    expect(await failureOf(await edited("青禾社区站", "石桥村站"))).toBe("signature-wrong");
    expect(await failureOf(await edited('"version":1', '"version":1,"added":true'))).toBe(
      "signature-wrong",
    );
    expect(await failureOf(await edited(key.publicKey, other.publicKey))).toBe("signature-wrong");
    expect(await failureOf(await edited('"signature":"', '"signature":"0'))).toBe("wrong-shape");
    expect(await failureOf(await edited('"signature":', '"was":'))).toBe("wrong-shape");
  });

  test("with a field of a newer version is signed with it", async () => {
    const list = { ...(await signed()), mood: "new" };
    const { signature: _old, ...plain } = list;
    const again = await signList(plain, { key, keyChanges: [], sha512 });
    expect((await opened(packageOfList(again))).signer?.publicKey).toBe(key.publicKey);
  });
});

describe("films in a package", () => {
  test("lie under names that a person finds, and are found by their hash", async () => {
    const { bytes, hash, film } = await withFilm();
    const { films, list } = await opened(bytes);
    expect(list.files.map(({ path }) => path)).toEqual([
      "1 基层党建/1014 微党课：一面党旗的故事.mp4",
    ]);
    const range = await films.get(hash)?.range();
    if (range?.ok !== true) throw new Error("the film is not there");
    expect(bytes.subarray(range.value.from, range.value.to)).toEqual(film);
  });

  test("that somebody left out are missing, and the list is good all the same", async () => {
    const { list } = await withFilm();
    const { films } = await opened(packageOfList(list));
    expect(films.size).toBe(0);
  });

  test("of another length than the list says refuse the package", async () => {
    const { list, hash } = await withFilm();
    expect(await failureOf(packWithFilms(list, new Map([[hash, new Uint8Array(9)]])))).toBe(
      "package-damaged",
    );
  });

  test("that are packed small are refused: only what lies there as it is cannot burst", async () => {
    const { list, film } = await withFilm();
    const path = list.files?.[0]?.path ?? "";
    const bytes = zipSync({ [LIST_NAME]: listBytes(list), [path]: [film, { level: 9 }] });
    expect(await failureOf(bytes)).toBe("package-damaged");
  });

  test("two entries over the same bytes are refused", async () => {
    const { bytes } = await withFilm();
    const forged = Uint8Array.from(bytes);
    const view = new DataView(forged.buffer);
    const central: number[] = [];
    for (let at = 0; at + 4 <= forged.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) central.push(at);
    }
    // The film's line points at the list's bytes.
    view.setUint32((central[1] ?? 0) + 42, view.getUint32((central[0] ?? 0) + 42, true), true);
    expect(await failureOf(forged)).toBe("package-damaged");
  });
});

describe("who signed", () => {
  const standing = async (
    signer: OpenedPackage["signer"],
    known: Parameters<typeof judgeSigner>[2],
  ) => await judgeSigner(village().site, signer, known, sha512);

  test("is new at first, known afterwards, loud where the key is another", async () => {
    const ours = siteOf("ours");
    const first = await opened(packageOfList(await signed()));
    const known = () => knownSite(ours.records, first.list.site, ours.site);
    expect(await standing(first.signer, known())).toBe("new");
    expect(await standing(undefined, known())).toBe("unsigned");
    const taken = takeList(first.list, libraryOf(ours), { signer: first.signer });
    if (!taken.ok) throw new Error("not taken");
    keepTaken(ours, taken.value.states, taken.value.changes.puts);
    expect(known()).toMatchObject({ name: "青禾社区站", key: key.publicKey, newest: AUTUMN });
    expect(await standing(first.signer, known())).toBe("known");
    expect(await standing(undefined, known())).toBe("no-longer-signed");
    const forged = await opened(packageOfList(await signed([], other)));
    expect(await standing(forged.signer, known())).toBe("changed");
    const word = { from: key, to: other.publicKey, at: AUTUMN };
    const handover = await handOverKey(village().site, word, sha512);
    const next = await opened(packageOfList(await signed([handover], other)));
    expect(await standing(next.signer, known())).toBe("handed-over");
  });

  test("is forgotten where the taking is taken back, and remembered again", async () => {
    const ours = siteOf("ours");
    const { list, signer } = await opened(packageOfList(await signed()));
    const remember = () => rememberSite(list, signer, ours.records, ours.site);
    keepTaken(ours, [], remember());
    const [record] = [...ours.records.values()];
    if (record === undefined) throw new Error("nothing is remembered");
    keepTaken(ours, [], ours.undoLine.at(-1)?.puts ?? []);
    expect(knownSite(ours.records, list.site, ours.site)).toBeUndefined();
    keepTaken(ours, [], remember());
    expect(knownSite(ours.records, list.site, ours.site)?.key).toBe(key.publicKey);
    expect(lifeOf(ours.records.get(record.id) ?? record, ours.site)).toBe("alive");
    expect(remember()).toEqual([]);
  });

  test("an older list is told from a newer, and makes nothing older", async () => {
    const ours = siteOf("ours");
    const { list, signer } = await opened(packageOfList(await signed()));
    keepTaken(ours, [], rememberSite(list, signer, ours.records, ours.site));
    const known = knownSite(ours.records, list.site, ours.site);
    const older = { ...list, madeAt: parse(instantSchema, list.madeAt - 1) };
    expect(isOlderList(older, known)).toBe(true);
    expect(isOlderList(list, known)).toBe(false);
    expect(rememberSite(older, undefined, ours.records, ours.site)).toEqual([]);
  });
});

describe("what stays in the house", () => {
  test("no name out of a roll, a feedback or any ledger is in a package or a text, whatever is ticked", () => {
    const NAME = "赵丰收";
    const { pc, hash } = villageWithFilm();
    // Everything the site keeps, of kinds that are known and of one that is not yet, says the name.
    const kinds = [...RECORD_KINDS, "roster", "roll-call", "feedback", "ledger-row", "of-tomorrow"];
    for (const kind of kinds.filter((one) => !LIST_KINDS.has(one))) {
      write(pc, kind, `said-${kind}`, { name: NAME, item: idOf("flag"), menu: idOf("evening") });
    }
    // So does the copy of a page that the site keeps for itself.
    const article = { html: `<p>${NAME}</p>`, text: NAME, pictures: [] };
    commitOn(pc, [put({ id: idOf("rules"), kind: "courseware" }, "article", article)]);
    const library = libraryOf(pc);
    const everything = {
      items: [...pc.records.keys()],
      menus: [...pc.records.values()].flatMap(({ id, kind }) => (kind === "set-menu" ? [id] : [])),
    };
    const made = { ...MADE, site: pc.site, withNotes: true };
    const files = [...filmsToPack(library, everything, new Set([hash]))];
    const list = { ...listFileOf(library, everything, made), files };
    expect(list.records.map(({ id }) => id)).toEqual(
      expect.arrayContaining([idOf("flag"), idOf("rules"), idOf("evening"), idOf("talk")]),
    );
    expect(strFromU8(listBytes(list))).not.toContain(NAME);
  });
});
