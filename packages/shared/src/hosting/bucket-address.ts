import { err, ok, type Result } from "../result/index.ts";

/**
 * Providers whose buckets have host names of their own; they refuse a bucket in the path, or are about to
 * (Alibaba OSS, Tencent COS, Huawei OBS, Volcengine TOS, Qiniu Kodo, AWS).
 */
const OWN_NAMES =
  /(?:^|\.)(?:aliyuncs\.com|myqcloud\.com|myhuaweicloud\.(?:com|cn)|volces\.com|qiniucs\.com|amazonaws\.com(?:\.cn)?)$/u;

/** What every provider takes as a bucket's name. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,62}$/u;

/**
 * The address of a bucket, with a slash at its end, from the endpoint as a provider's page gives it and the
 * bucket's name: before the host where the provider wants that or the person typed it so, else in the path.
 */
export const bucketAddress = (
  endpoint: string,
  bucket: string,
): Result<string, { readonly type: "no-address" | "no-bucket-name" }> => {
  if (!BUCKET.test(bucket)) return err({ type: "no-bucket-name" });
  const text = endpoint.trim();
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
    const { protocol, origin, hostname, host, pathname } = url;
    const isWeb = protocol === "https:" || protocol === "http:";
    if (text === "" || !isWeb || !url.href.startsWith(`${origin}/`)) {
      return err({ type: "no-address" });
    }
    const path = pathname.replace(/\/$/u, "");
    if (hostname.startsWith(`${bucket}.`) || path.endsWith(`/${bucket}`)) {
      return ok(`${origin}${path}/`);
    }
    return ok(
      OWN_NAMES.test(hostname)
        ? `${protocol}//${bucket}.${host}${path}/`
        : `${origin}${path}/${bucket}/`,
    );
  } catch {
    // No address at all.
    return err({ type: "no-address" });
  }
};

/** Where providers put the region into their endpoints' names. */
const REGIONS: readonly RegExp[] = [
  /(?:^|\.)(oss-[a-z0-9-]+?)(?:-internal)?\.aliyuncs\.com$/u,
  /(?:^|\.)cos\.([a-z0-9-]+)\.myqcloud\.com$/u,
  /(?:^|\.)obs\.([a-z0-9-]+)\.myhuaweicloud\.(?:com|cn)$/u,
  /(?:^|\.)tos-s3-([a-z0-9-]+)\.volces\.com$/u,
  /(?:^|\.)s3[.-]([a-z0-9-]+)\.(?:qiniucs\.com|amazonaws\.com(?:\.cn)?)$/u,
];

/** The region of a bucket's address, read off its host's name; where that says none, what stores of one's own take. */
export const regionOf = (address: string): string => {
  const { hostname } = new URL(address);
  for (const region of REGIONS) {
    const found = region.exec(hostname)?.[1];
    if (found !== undefined) return found;
  }
  return "us-east-1";
};
