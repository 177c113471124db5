import { err, ok } from "@dianbo/shared/result";
import { describe, expect, test } from "vitest";
import { aboutOf, draftFrom, hostOf, placeOf, readAddressOf } from "./host-draft.ts";

const bucket = {
  type: "s3",
  endpoint: "https://cos.ap-guangzhou.myqcloud.com",
  bucket: "dj-1250000000",
  keyId: " AKID ",
  prefix: "/点播本//channel/",
};

describe("a host that was typed", () => {
  test("is a WebDAV folder, with or without a scheme", () => {
    const draft = draftFrom({ address: "dav.jianguoyun.com/dav/点播本", account: "站 点" }, "密码");
    const folder = "https://dav.jianguoyun.com/dav/%E7%82%B9%E6%92%AD%E6%9C%AC/";
    const place = { type: "webdav", folder, user: "站 点", password: "密码" } as const;
    expect(placeOf(draft)).toEqual(ok(place));
    expect(hostOf(place)).toBe("dav.jianguoyun.com");
    expect(readAddressOf(place)).toBeUndefined();
  });

  test("is a place in a bucket, its region read off the endpoint", () => {
    const place = {
      type: "s3",
      address: "https://dj-1250000000.cos.ap-guangzhou.myqcloud.com/",
      region: "ap-guangzhou",
      prefix: "点播本/channel/",
      keyId: "AKID",
      secret: "s",
    } as const;
    expect(placeOf(draftFrom(bucket, " s "))).toEqual(ok(place));
    expect(readAddressOf(place)).toBe(
      "https://dj-1250000000.cos.ap-guangzhou.myqcloud.com/%E7%82%B9%E6%92%AD%E6%9C%AC/channel/",
    );
  });

  test.each([
    [{ address: " " }, "", "no-address"],
    [{ address: "https://me@dav.cn/" }, "", "no-address"],
    [{ ...bucket, endpoint: "" }, "s", "no-address"],
    [{ ...bucket, bucket: "A" }, "s", "no-bucket-name"],
    [bucket, "", "no-key"],
    [{ ...bucket, keyId: "" }, "s", "no-key"],
  ] as const)("%j lacks something", (about, secret, type) => {
    expect(placeOf(draftFrom(about, secret))).toEqual(err({ type }));
  });

  test("is kept without its secret, and what was kept is read again", () => {
    const draft = draftFrom(bucket, "独一无二");
    expect(JSON.stringify(aboutOf(draft))).not.toContain("独一无二");
    expect(draftFrom(aboutOf(draft), "独一无二")).toEqual(draft);
    expect(draftFrom({ type: "ftp", address: 7 }, "")).toEqual(draftFrom(undefined, ""));
  });
});
