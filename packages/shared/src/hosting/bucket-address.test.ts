import { describe, expect, test } from "vitest";
import { err, ok } from "../result/index.ts";
import { bucketAddress, regionOf } from "./bucket-address.ts";

describe("a bucket's address", () => {
  test.each([
    ["s3.oss-cn-hangzhou.aliyuncs.com", "https://dj.s3.oss-cn-hangzhou.aliyuncs.com/"],
    ["https://cos.ap-guangzhou.myqcloud.com/", "https://dj.cos.ap-guangzhou.myqcloud.com/"],
    ["https://dj.cos.ap-guangzhou.myqcloud.com", "https://dj.cos.ap-guangzhou.myqcloud.com/"],
    ["http://192.168.1.8:9000", "http://192.168.1.8:9000/dj/"],
    ["http://192.168.1.8:9000/dj", "http://192.168.1.8:9000/dj/"],
    ["https://minio.qinghe.gov.cn/s3/", "https://minio.qinghe.gov.cn/s3/dj/"],
  ])("of %s", (endpoint, address) => {
    expect(bucketAddress(endpoint, "dj")).toEqual(ok(address));
  });
  test.each(["", "ftp://a.cn", "https://me@a.cn/", "not an address"])("%j is none", (endpoint) => {
    expect(bucketAddress(endpoint, "dj")).toEqual(err({ type: "no-address" }));
  });
  test.each(["", "a", "Dj", "../x", "a/b", "点播"])("%j is no bucket's name", (bucket) => {
    expect(bucketAddress("https://a.cn", bucket)).toEqual(err({ type: "no-bucket-name" }));
  });
});

test.each([
  ["https://dj.s3.oss-cn-hangzhou.aliyuncs.com/", "oss-cn-hangzhou"],
  ["https://dj.oss-cn-beijing-internal.aliyuncs.com/", "oss-cn-beijing"],
  ["https://dj.cos.ap-guangzhou.myqcloud.com/", "ap-guangzhou"],
  ["https://dj.obs.cn-north-4.myhuaweicloud.com/", "cn-north-4"],
  ["https://dj.s3.cn-north-1.amazonaws.com.cn/", "cn-north-1"],
  ["http://192.168.1.8:9000/dj/", "us-east-1"],
])("the region of %s is %s", (address, region) => {
  expect(regionOf(address)).toBe(region);
});
