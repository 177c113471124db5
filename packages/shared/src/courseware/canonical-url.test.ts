import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalUrl } from "./canonical-url.ts";

describe("two addresses of one page", () => {
  test.each([
    ["http://www.12371.cn/2013/07/05/ARTI1373.shtml", "https://12371.cn/2013/07/05/ARTI1373.shtml"],
    ["HTTPS://WWW.Example.CN:443/a/index.html#top", "https://example.cn/a"],
    ["http://example.cn:80/a/", "https://example.cn/a"],
    ["http://example.cn:8080/a/default.jsp", "https://example.cn:8080/a"],
    ["https://example.cn/v?id=2&utm_source=wx&from=timeline&a=1", "https://example.cn/v?a=1&id=2"],
    ["https://example.cn/v?b=2&a=2&a=1&", "https://example.cn/v?a=2&a=1&b=2"],
    ["https://example.cn/#/course/12", "https://example.cn#/course/12"],
    ["https://example.cn/#!/course/12", "https://example.cn#!/course/12"],
    ["https://example.cn/党课.html", "https://example.cn/%E5%85%9A%E8%AF%BE.html"],
    ["https://example.cn/%e5%85%9a", "https://example.cn/%E5%85%9A"],
    ["not an address ", "not an address"],
    ["https://www.com/a", "https://www.com/a"],
  ])("%s is %s", (address, expected) => {
    expect(canonicalUrl(address)).toBe(expected);
  });

  test("two GBK queries of an old portal stay two pages", () => {
    expect(canonicalUrl("http://a.cn/s?q=%C4%E3")).not.toBe(canonicalUrl("http://a.cn/s?q=%BA%C3"));
  });

  test("other schemes are kept as they are", () => {
    expect(canonicalUrl("file:///D:/a.mp4")).toBe("file:///D:/a.mp4");
  });

  test("property: the canonical form of a canonical form is itself, and no address throws", () => {
    const piece = fc.constantFrom(
      "index.html",
      "default.jsp",
      "a",
      "",
      "党课",
      "%E5",
      "%c4%e3",
      "www.",
    );
    const made = fc
      .tuple(
        fc.constantFrom("http://", "https://", "HTTPS://www.", "http://www.www.", "http://m."),
        fc.constantFrom("example.cn", "example.cn:80", "党建.cn", "1.2.3.4:443", "com"),
        fc.array(piece, { maxLength: 5 }),
        fc.array(
          fc.tuple(fc.constantFrom("id", "from", "t", "a", ""), fc.string({ maxLength: 4 })),
          { maxLength: 4 },
        ),
        fc.constantFrom("", "#top", "#/a", "#!/b"),
      )
      .map(
        ([scheme, host, path, query, hash]) =>
          `${scheme}${host}/${path.join("/")}?${query.map((pair) => pair.join("=")).join("&")}${hash}`,
      );
    fc.assert(
      fc.property(
        fc.oneof(made, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (address) => {
          const once = canonicalUrl(address);
          expect(canonicalUrl(once)).toBe(once);
        },
      ),
    );
  });
});
