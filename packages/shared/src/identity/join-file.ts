import * as v from "valibot";
import { err, ok, type Result } from "../result/index.ts";
import { bytesToHex, hexToBytes } from "./hexadecimal.ts";
import { type SiteId, siteIdSchema } from "./ids.ts";
import { publicKeyOf, type Sha512 } from "./make-site-key.ts";
import { type SiteKey, siteKeySchema } from "./site-key.ts";

/** The name's ending of a join file. */
export const JOIN_FILE_ENDING = ".dianbo-join";

/** A join file is a few hundred bytes; what is longer than this is something else. */
export const JOIN_FILE_LIMIT = 4096;

const FORMAT = "dianbo-join";
const VERSION = 1;

/** What a second PC needs to become one of a site's. */
export interface SiteToJoin {
  readonly site: SiteId;
  readonly siteName: string;
  readonly siteKey: SiteKey;
}

const headSchema = v.object({ format: v.literal(FORMAT), version: v.number() });

const joinFileSchema = v.object({
  site: siteIdSchema,
  siteName: v.pipe(v.string(), v.maxLength(200)),
  key: siteKeySchema,
  checksum: v.string(),
});

/** A join file was refused; nothing was taken from it. */
export type JoinFileFailure =
  | { readonly type: "not-a-join-file" }
  /** Written by a newer version of the app. */
  | { readonly type: "newer-join-file" }
  /** It was a join file once; some characters are lost or changed. */
  | { readonly type: "damaged-join-file" };

const checksumOf = async (
  { site, siteName, siteKey }: SiteToJoin,
  sha512: Sha512,
): Promise<string> => {
  const text = JSON.stringify([VERSION, site, siteName, siteKey.publicKey, siteKey.privateKey]);
  return bytesToHex(await sha512(new TextEncoder().encode(text))).slice(0, 32);
};

/** The text of a site's join file. Whoever has it can write in the site's name. */
export const writeJoinFile = async (joining: SiteToJoin, sha512: Sha512): Promise<string> =>
  `${JSON.stringify(
    {
      format: FORMAT,
      version: VERSION,
      site: joining.site,
      siteName: joining.siteName,
      key: { publicKey: joining.siteKey.publicKey, privateKey: joining.siteKey.privateKey },
      checksum: await checksumOf(joining, sha512),
    },
    null,
    2,
  )}\n`;

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a join file; the checksum and the two halves of the key must fit. */
export const readJoinFile = async (
  text: string,
  sha512: Sha512,
): Promise<Result<SiteToJoin, JoinFileFailure>> => {
  const json = text.length > JOIN_FILE_LIMIT ? undefined : parsedJson(text.replace(/^\uFEFF/u, ""));
  const head = v.safeParse(headSchema, json);
  if (!head.success) {
    // A file that lost its end is no JSON any more, but it still says what it was.
    return err(
      text.length <= JOIN_FILE_LIMIT && text.includes(`"${FORMAT}"`)
        ? { type: "damaged-join-file" }
        : { type: "not-a-join-file" },
    );
  }
  if (head.output.version > VERSION) return err({ type: "newer-join-file" });
  const parsed = v.safeParse(joinFileSchema, json);
  if (!parsed.success) return err({ type: "damaged-join-file" });
  const { site, siteName, key, checksum } = parsed.output;
  const joining: SiteToJoin = { site, siteName, siteKey: key };
  const isWhole =
    checksum === (await checksumOf(joining, sha512)) &&
    key.publicKey === (await publicKeyOf(hexToBytes(key.privateKey), sha512));
  return isWhole ? ok(joining) : err({ type: "damaged-join-file" });
};
