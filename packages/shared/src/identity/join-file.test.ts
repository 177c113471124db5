import { createHash } from "node:crypto";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { siteIdSchema } from "./ids.ts";
import { JOIN_FILE_LIMIT, readJoinFile, type SiteToJoin, writeJoinFile } from "./join-file.ts";
import { makeSiteKey, type Sha512 } from "./make-site-key.ts";

const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());

/** The first test vector of RFC 8032, section 7.1. */
const SEED = Uint8Array.from(
  Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex"),
);

const site = async (): Promise<SiteToJoin> => ({
  site: v.parse(siteIdSchema, "site-0123456789abcdef"),
  siteName: "青禾社区站",
  siteKey: await makeSiteKey(SEED, sha512),
});

describe("the site's key", () => {
  it("has the public half that RFC 8032 gives for its seed", async () => {
    const { publicKey, privateKey } = await makeSiteKey(SEED, sha512);
    expect(publicKey).toBe("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    expect(privateKey).toBe("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  });
});

describe("the join file", () => {
  it("gives site, name and key back", async () => {
    const joining = await site();
    const text = await writeJoinFile(joining, sha512);
    expect(await readJoinFile(text, sha512)).toEqual({ ok: true, value: joining });
    // Notepad puts a byte order mark before what it saves.
    expect(await readJoinFile(`\uFEFF${text}`, sha512)).toEqual({ ok: true, value: joining });
  });

  const refused = async (text: string) => {
    const read = await readJoinFile(text, sha512);
    return read.ok ? "taken" : read.error.type;
  };

  it("is refused when one character changed, wherever it stands", async () => {
    const text = await writeJoinFile(await site(), sha512);
    const line = (word: string): number => text.indexOf(word) + word.length + 4;
    for (const at of [line('site"'), line('siteName"'), line('publicKey"'), line('privateKey"')]) {
      const other = text[at] === "a" ? "b" : "a";
      expect(await refused(text.slice(0, at) + other + text.slice(at + 1))).toBe(
        "damaged-join-file",
      );
    }
    expect(await refused(text.slice(0, -20))).toBe("damaged-join-file");
  });

  it("is refused when its key halves do not belong together, even with a fitting checksum", async () => {
    const joining = await site();
    const forged = { ...joining, siteKey: { ...joining.siteKey, publicKey: "0".repeat(64) } };
    expect(await refused(await writeJoinFile(forged, sha512))).toBe("damaged-join-file");
  });

  it("of a newer version, or of something else, says so", async () => {
    const text = await writeJoinFile(await site(), sha512);
    expect(await refused(text.replace('"version": 1', '"version": 2'))).toBe("newer-join-file");
    expect(await refused("")).toBe("not-a-join-file");
    expect(await refused("[1, 2]")).toBe("not-a-join-file");
    expect(await refused("PK\u0003\u0004")).toBe("not-a-join-file");
    expect(await refused(text + " ".repeat(JOIN_FILE_LIMIT))).toBe("not-a-join-file");
  });
});
