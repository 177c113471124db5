/**
 * Packages as earlier versions wrote them. They lie on sticks and in chats for years: every version of
 * the program reads them, and gives what stands here. A file is added with each version and never made
 * anew.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  bytesSource,
  decodeList,
  listFromText,
  openPackage,
  signerOfText,
} from "@dianbo/shared/sharing";
import { leadsToKey } from "@dianbo/shared/signing";
import { expect, test } from "vitest";

const packaged = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(name, import.meta.url)));

test("a list of version 1", () => {
  const list = decodeList(packaged("v1.dianbo"));
  if (!list.ok) throw new Error(JSON.stringify(list.error));
  const { records, ...head } = list.value;
  expect(head).toEqual({
    version: 1,
    madeAt: 1_790_000_000_000,
    site: "village-----------------",
    siteName: "青禾社区站",
    name: "防诈骗专题",
    files: [],
  });
  const shown = records.map(({ kind, fields }) => [
    kind,
    Object.fromEntries(Object.entries(fields).map(([name, writes]) => [name, writes[0]?.value])),
  ]);
  expect(shown).toMatchSnapshot();
});

test("a list as text of version 1", () => {
  const list = listFromText(readFileSync(new URL("v1.txt", import.meta.url), "utf8"));
  const file = decodeList(packaged("v1.dianbo"));
  if (!list.ok || !file.ok) throw new Error("a list was refused");
  const { records, ...head } = list.value.list;
  const { records: ofFile, ...headOfFile } = file.value;
  expect(head).toEqual(headOfFile);
  expect(records.map(({ id }) => id)).toEqual(ofFile.map(({ id }) => id));
});

const FIRST_KEY = "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c";
const SECOND_KEY = "1398f62c6d1a457c51ba6a4b5f3dbd2f69fca93216218dc8997e416bd17d93ca";

const sha512 = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(createHash("sha512").update(bytes).digest());

const opened = async (name: string) => {
  const read = await openPackage(bytesSource(packaged(name)), sha512);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

test("a signed list of version 1, whose site had changed its key", async () => {
  const { list, signer, films } = await opened("v1-signed.dianbo");
  const unsigned = await opened("v1.dianbo");
  expect(list).toEqual(unsigned.list);
  expect(unsigned.signer).toBeUndefined();
  expect(signer?.publicKey).toBe(SECOND_KEY);
  expect(signer?.keyChanges.map(({ from, to }) => [from, to])).toEqual([[FIRST_KEY, SECOND_KEY]]);
  expect(await leadsToKey(list.site, FIRST_KEY, SECOND_KEY, signer?.keyChanges ?? [], sha512)).toBe(
    true,
  );
  expect(films.size).toBe(0);
});

test("a signed text of version 1, whose site had changed its key", async () => {
  const sent = listFromText(readFileSync(new URL("v1-signed.txt", import.meta.url), "utf8"));
  const plain = listFromText(readFileSync(new URL("v1.txt", import.meta.url), "utf8"));
  if (!sent.ok || !plain.ok) throw new Error("a list was refused");
  const { list, seal } = sent.value;
  expect(list.records.map(({ id }) => id)).toEqual(plain.value.list.records.map(({ id }) => id));
  expect(plain.value.seal).toBeUndefined();
  const signer = await signerOfText(seal, sha512);
  if (!signer.ok || signer.value === undefined) throw new Error("nobody signed");
  const { publicKey, keyChanges } = signer.value;
  expect(publicKey).toBe("fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f618");
  expect(await leadsToKey(list.site, FIRST_KEY, publicKey, keyChanges, sha512)).toBe(true);
});

test("a package of version 1 with a film", async () => {
  const { list, signer, films } = await opened("v1-films.dianbo");
  expect(signer?.publicKey).toBe(FIRST_KEY);
  expect(list.files).toMatchInlineSnapshot(`
    [
      {
        "hash": "680a1da11e812307cb541e5d54b09fa4570354aac2582514fd4c113ea353b25d",
        "path": "1 基层党建/1014 微党课：一面党旗的故事.mp4",
        "size": 4000,
      },
    ]
  `);
  const [film] = films.values();
  const range = await film?.range();
  if (range?.ok !== true) throw new Error("the film is not there");
  const bytes = packaged("v1-films.dianbo").subarray(range.value.from, range.value.to);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(film?.hash);
});
