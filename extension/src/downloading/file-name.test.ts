import { describe, expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

/** A header as `fetch` gives it: one character for each byte. */
const asHeader = (bytes: readonly number[]): string => String.fromCharCode(...bytes);

describe("a file's own name", () => {
  it("reads the extended form of RFC 5987", () => {
    expect(
      fileNameOf(
        "attachment; filename=\"x.pdf\"; filename*=UTF-8''%E9%80%9A%E7%9F%A5.pdf",
        "https://a.cn/d?id=1",
        "t",
      ),
    ).toBe("通知.pdf");
  });

  it("reads percent escapes and raw UTF-8 in the plain form", () => {
    expect(
      fileNameOf('attachment; filename="%E9%80%9A%E7%9F%A5.docx"', "https://a.cn/d", "t"),
    ).toBe("通知.docx");
    const raw = asHeader([...new TextEncoder().encode('attachment; filename="通知.doc"')]);
    expect(fileNameOf(raw, "https://a.cn/d", "t")).toBe("通知.doc");
  });

  it("reads raw GBK, as old portals send it", () => {
    const gbk = [0xcd, 0xa8, 0xd6, 0xaa];
    const header = `attachment; filename=${asHeader(gbk)}.xls`;
    expect(fileNameOf(header, "https://a.cn/d", "t")).toBe("通知.xls");
  });

  it("takes the address where the server says nothing, and the title where that says nothing", () => {
    expect(fileNameOf(null, "https://a.cn/v/%E5%85%9A%E8%AF%BE.mp4?x=1", "t")).toBe("党课.mp4");
    expect(fileNameOf(null, "https://a.cn/", "一面党旗")).toBe("一面党旗");
  });

  it("lets no path, no reversed reading and no endless name through", () => {
    expect(
      fileNameOf('attachment; filename="../../etc/passwd"', "https://a.cn/", "t"),
    ).not.toContain("/");
    expect(fileNameOf("attachment; filename*=UTF-8''a%E2%80%AEgpj.exe", "https://a.cn/", "t")).toBe(
      "a gpj.exe",
    );
    expect(
      fileNameOf(`attachment; filename="${"长".repeat(300)}.pdf"`, "https://a.cn/", "t").length,
    ).toBeLessThanOrEqual(120);
  });
});
