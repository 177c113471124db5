import { bucketTarget, type PublishTarget } from "@dianbo/shared/hosting";
import { AwsV4Signer } from "aws4fetch";
import { parseXml } from "./parse-xml.ts";
import { sendBounded } from "./send-bounded.ts";

/** Who asks an object store, and where. */
export interface BucketAccount {
  /** As `bucketAddress` gives it. */
  readonly address: string;
  readonly region: string;
  /** Empty, or ends in a slash. */
  readonly prefix: string;
  readonly keyId: string;
  readonly secret: string;
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A place in an object store, asked by this browser with signed requests (SigV4); `stop` breaks off what is under way. */
export const reachBucket = (
  { address, region, prefix, keyId, secret }: BucketAccount,
  stop?: AbortSignal,
): PublishTarget =>
  bucketTarget(address, prefix, {
    parse: parseXml,
    send: async (request) => {
      const body = new Uint8Array(request.body ?? []);
      const signer = new AwsV4Signer({
        method: request.method,
        url: request.address,
        headers: {
          ...request.headers,
          // The content is signed too: on plain http nobody on the way can put another in its place.
          "X-Amz-Content-Sha256": hex(await crypto.subtle.digest("SHA-256", body)),
        },
        accessKeyId: keyId,
        secretAccessKey: secret,
        service: "s3",
        region,
      });
      const signed = await signer.sign();
      return await sendBounded(
        {
          method: request.method,
          address: signed.url.href,
          headers: Object.fromEntries(new Headers(signed.headers)),
          ...(request.body === undefined ? {} : { body }),
          limit: request.limit,
        },
        stop,
      );
    },
  });
