import type { Json } from "@dianbo/shared/changes";
import { bucketAddress, regionOf } from "@dianbo/shared/hosting";
import { err, ok, type Result } from "@dianbo/shared/result";
import { davFolder } from "@dianbo/shared/webdav";
import * as v from "valibot";

const text = v.optional(v.pipe(v.string(), v.maxLength(2_000)), "");
/** What is typed of a host, but for its secret: it may lie open on this PC. */
const aboutSchema = v.object({
  type: v.optional(v.picklist(["webdav", "s3"]), "webdav"),
  /** WebDAV: the folder, and the account's name. */
  address: text,
  account: text,
  /** Object stores. */
  endpoint: text,
  region: text,
  bucket: text,
  prefix: text,
  keyId: text,
});
type HostAbout = v.InferOutput<typeof aboutSchema>;

/** A host as it stands in the form. */
export interface HostDraft extends HostAbout {
  /** The password, or the secret of the key. */
  readonly secret: string;
}

/** A form with what was kept of it, or an empty one. */
export const draftFrom = (about: Json | undefined, secret: string): HostDraft => {
  const read = v.safeParse(aboutSchema, about ?? {});
  return { ...(read.success ? read.output : v.parse(aboutSchema, {})), secret };
};

/** What is kept beside the secret. */
export const aboutOf = ({ secret: _apart, ...about }: HostDraft): Json => about;

/** A place on a host, ready to be asked. */
export type HostPlace =
  | {
      readonly type: "webdav";
      readonly folder: string;
      readonly user: string;
      readonly password: string;
    }
  | {
      readonly type: "s3";
      readonly address: string;
      readonly region: string;
      readonly prefix: string;
      readonly keyId: string;
      readonly secret: string;
    };

/** What of a form is missing or cannot be. */
export interface DraftFailure {
  readonly type: "no-address" | "no-bucket-name" | "no-key";
}

/** The place that a form names. */
export const placeOf = (draft: HostDraft): Result<HostPlace, DraftFailure> => {
  if (draft.type === "webdav") {
    const folder = davFolder(draft.address);
    if (!folder.ok) return folder;
    const { account, secret } = draft;
    return ok({ type: "webdav", folder: folder.value, user: account.trim(), password: secret });
  }
  const address = bucketAddress(draft.endpoint, draft.bucket.trim());
  if (!address.ok) return address;
  const [keyId, secret] = [draft.keyId.trim(), draft.secret.trim()];
  if (keyId === "" || secret === "") return err({ type: "no-key" });
  const folders = draft.prefix.split("/").map((name) => name.trim());
  return ok({
    type: "s3",
    address: address.value,
    region: draft.region.trim() || regionOf(address.value),
    prefix: folders.flatMap((name) => (name === "" ? [] : [`${name}/`])).join(""),
    keyId,
    secret,
  });
};

/** The host that a place lies on, as leave is asked for it. */
export const hostOf = (place: HostPlace): string =>
  new URL(place.type === "webdav" ? place.folder : place.address).hostname;

/**
 * Where others read what lies at a place, as far as that is known: a bucket is read where it is written to, a
 * WebDAV folder mostly elsewhere.
 */
export const readAddressOf = (place: HostPlace): string | undefined =>
  place.type === "s3"
    ? `${place.address}${place.prefix.split("/").map(encodeURIComponent).join("/")}`
    : undefined;
