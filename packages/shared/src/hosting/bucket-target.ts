import * as v from "valibot";
import { err, ok, type Result } from "../result/index.ts";
import { isPlainXml, type ParseXml, type XmlNode } from "../webdav/index.ts";
import type { HostFailure, PublishTarget } from "./publish-target.ts";

/** One question to an object store. The hands sign it and wait for the answer. */
export interface BucketRequest {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
  /** Bytes of an answer that are read at most. */
  readonly limit: number;
}

/** What asking an object store needs of the outer world. */
export interface BucketHands {
  /** Signs and asks once; `undefined` where there was no answer. A body of `undefined` was over the limit. */
  readonly send: (request: BucketRequest) => Promise<
    | {
        readonly status: number;
        readonly moved: boolean;
        readonly body: Uint8Array | undefined;
      }
    | undefined
  >;
  readonly parse: ParseXml;
}

/** What is read of a page of a listing, a thousand names long, and of what a host says of a failure. Bytes. */
const LISTING = 4 * 1024 * 1024;
const WORDS = 64 * 1024;
/** A listing goes on for so many pages at most: a channel has a thousand segments. */
const MOST_PAGES = 20;
/** A year: what is named by its content never changes. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** A document with nothing in it. */
const NOTHING: XmlNode = { textContent: null, getElementsByTagNameNS: () => [] };

const all = (node: XmlNode, name: string): readonly XmlNode[] =>
  Array.from(node.getElementsByTagNameNS("*", name));
const textOf = (node: XmlNode, name: string): string | undefined =>
  all(node, name)[0]?.textContent?.trim() || undefined;

/** What the codes of object stores mean; all of them speak Amazon's. */
const BY_CODE: Readonly<Record<string, HostFailure["type"]>> = {
  NoSuchBucket: "no-bucket",
  InvalidBucketName: "no-bucket",
  InvalidAccessKeyId: "wrong-password",
  SignatureDoesNotMatch: "wrong-password",
  InvalidSecurity: "wrong-password",
  AccessDenied: "forbidden",
  AllAccessDisabled: "forbidden",
  AccountProblem: "forbidden",
  RequestTimeTooSkewed: "wrong-clock",
  RequestExpired: "wrong-clock",
  AuthorizationHeaderMalformed: "wrong-region",
  PermanentRedirect: "wrong-region",
  IllegalLocationConstraintException: "wrong-region",
  QuotaExceeded: "no-room",
  EntityTooLarge: "no-room",
  XMinioStorageFull: "no-room",
  SlowDown: "busy",
  RequestTimeout: "busy",
};

const BY_STATUS: Readonly<Record<number, HostFailure["type"]>> = {
  401: "wrong-password",
  403: "forbidden",
  404: "no-bucket",
  429: "busy",
  507: "no-room",
};

const itemSchema = v.object({
  key: v.pipe(v.string(), v.maxLength(1_024)),
  size: v.pipe(v.string(), v.regex(/^\d{1,15}$/u), v.transform(Number)),
});

/** The files of a page of a listing that lie directly under a prefix. */
const filesIn = (document: XmlNode, prefix: string): readonly (readonly [string, number])[] =>
  all(document, "Contents").flatMap((one) => {
    const item = v.safeParse(itemSchema, { key: textOf(one, "Key"), size: textOf(one, "Size") });
    if (!item.success || !item.output.key.startsWith(prefix)) return [];
    const name = item.output.key.slice(prefix.length);
    return name === "" || name.includes("/") ? [] : [[name, item.output.size]];
  });

/** A place in a bucket. `address` as `bucketAddress` gives it; `prefix` is empty or ends in a slash. */
export const bucketTarget = (
  address: string,
  prefix: string,
  { send, parse }: BucketHands,
): PublishTarget => {
  const addressOf = (path: string): string =>
    `${address}${`${prefix}${path}`.split("/").map(encodeURIComponent).join("/")}`;
  const documentOf = (body: Uint8Array | undefined): XmlNode | undefined => {
    const text = new TextDecoder().decode(body ?? new Uint8Array());
    return isPlainXml(text) ? parse(text) : undefined;
  };

  const ask = async (
    method: BucketRequest["method"],
    to: string,
    {
      headers = {},
      body,
      limit = WORDS,
    }: Partial<Pick<BucketRequest, "headers" | "body" | "limit">> = {},
  ): Promise<Result<Uint8Array | undefined, HostFailure & { readonly code?: string }>> => {
    const answer = await send({ method, address: to, headers, body, limit });
    if (answer === undefined) return err({ type: "no-answer" });
    if (answer.moved) return err({ type: "wrong-region" });
    if (answer.status >= 200 && answer.status < 300) return ok(answer.body);
    const code = textOf(documentOf(answer.body) ?? NOTHING, "Code") ?? "";
    const type =
      BY_CODE[code] ??
      BY_STATUS[answer.status] ??
      (answer.status >= 500 ? "busy" : answer.status < 400 ? "wrong-region" : "refused");
    return err({ type, code });
  };
  const done = <T>(answered: Result<T, HostFailure>): Result<null, HostFailure> =>
    answered.ok ? ok(null) : err({ type: answered.error.type });

  return {
    list: async (folder) => {
      const within = `${prefix}${folder === "" ? "" : `${folder}/`}`;
      const found = new Map<string, number | undefined>();
      let token: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const query = [
          ["list-type", "2"],
          ["delimiter", "/"],
          ["prefix", within],
          ...(token === undefined ? [] : [["continuation-token", token]]),
        ].map(([name, value]) => `${name}=${encodeURIComponent(value ?? "")}`);
        const bucket = address.replace(/\/$/u, "");
        const answer = await ask("GET", `${bucket}?${query.join("&")}`, { limit: LISTING });
        if (!answer.ok) return err({ type: answer.error.type });
        const document = documentOf(answer.value);
        if (document === undefined || all(document, "ListBucketResult").length !== 1) {
          return err({ type: "refused" });
        }
        for (const [name, size] of filesIn(document, within)) found.set(name, size);
        token = textOf(document, "NextContinuationToken");
        if (token === undefined) return ok(found);
      }
      return ok(found);
    },
    read: async (path, limit) => {
      const answer = await ask("GET", addressOf(path), { limit });
      if (!answer.ok) {
        // A store says which of the two is missing; one that says nothing means the file.
        const { type, code = "" } = answer.error;
        return type === "no-bucket" && code !== "NoSuchBucket" ? ok(undefined) : err({ type });
      }
      return answer.value === undefined ? err({ type: "too-large" }) : ok(answer.value);
    },
    // A store has no folders: names have slashes.
    makeFolder: async () => ok(null),
    put: async ({ path, bytes, type, lasting }) =>
      done(
        await ask("PUT", addressOf(path), {
          body: bytes,
          headers: { "Content-Type": type, "Cache-Control": lasting ? FOR_EVER : "no-cache" },
        }),
      ),
    remove: async (path) => done(await ask("DELETE", addressOf(path))),
  };
};
