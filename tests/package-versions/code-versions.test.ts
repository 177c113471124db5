/**
 * Lists as QR codes, as earlier versions showed them: pictures of them lie in chats for years. A file is
 * added with each version and never made anew. `v1-code.txt` is what a still code says, `v1-frames.txt`
 * what a camera has seen of a moving one, a line a frame; `v1-signed-frames.txt` of one that is signed.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { decodeList, openCodeReader, signerOfText } from "@dianbo/shared/sharing";
import { expect, test } from "vitest";

const fileNamed = (name: string): URL => new URL(name, import.meta.url);
const textOf = (name: string): string => readFileSync(fileNamed(name), "utf8");

test("a still code of version 1", () => {
  const seen = openCodeReader().see(textOf("v1-code.txt"));
  const file = decodeList(new Uint8Array(readFileSync(fileNamed("v1.dianbo"))));
  if (seen.type !== "list" || !file.ok) throw new Error("a list was refused");
  const { records, ...head } = seen.sent.list;
  const { records: ofFile, ...headOfFile } = file.value;
  expect(head).toEqual(headOfFile);
  expect(records.map(({ id }) => id)).toEqual(ofFile.map(({ id }) => id));
});

test("a moving code of version 1", () => {
  const frames = textOf("v1-frames.txt").split("\n");
  const reader = openCodeReader();
  expect(reader.see(frames[1] ?? "")).toEqual({ type: "frame", held: 1, needed: 6 });
  for (const frame of frames) {
    const seen = reader.see(frame);
    if (seen.type !== "list") continue;
    const { name, siteName, records } = seen.sent.list;
    expect([name, siteName, records.length]).toEqual(["春训推荐清单", "县电教中心", 30]);
    expect(records.map(({ fields }) => fields["number"]?.[0]?.value)).toEqual(
      Array.from({ length: 30 }, (_, place) => 3001 + place),
    );
    expect(records[6]?.fields["title"]?.[0]?.value).toBe("第 7 课：菜的种植技术 7486");
    return;
  }
  throw new Error("the frames were not enough");
});

const sha512 = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(createHash("sha512").update(bytes).digest());

test("a signed moving code of version 1", async () => {
  const reader = openCodeReader();
  for (const frame of textOf("v1-signed-frames.txt").split("\n")) {
    const seen = reader.see(frame);
    if (seen.type !== "list") continue;
    const signer = await signerOfText(seen.sent.seal, sha512);
    expect(signer.ok && signer.value?.publicKey).toBe(
      "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c",
    );
    expect(seen.sent.list.records).toHaveLength(30);
    return;
  }
  throw new Error("the frames were not enough");
});
