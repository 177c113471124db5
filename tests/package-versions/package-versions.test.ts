/**
 * Packages as earlier versions wrote them. They lie on sticks and in chats for years: every version of
 * the program reads them, and gives what stands here. A file is added with each version and never made
 * anew.
 */
import { readFileSync } from "node:fs";
import { decodeList, listFromText } from "@dianbo/shared/sharing";
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
  const { records, ...head } = list.value;
  const { records: ofFile, ...headOfFile } = file.value;
  expect(head).toEqual(headOfFile);
  expect(records.map(({ id }) => id)).toEqual(ofFile.map(({ id }) => id));
});
