import { describe, expect, it } from "vitest";
import { loadWords } from "../locales/index.ts";
import { browserInWords, troubleText } from "./trouble-report.ts";

const OLD_CHROME =
  "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36";

describe("the browser in words", () => {
  it("is a name, a version, a machine", async () => {
    expect(browserInWords(OLD_CHROME)).toBe("Chrome 109, Windows NT 6.1");
    expect(browserInWords(`${OLD_CHROME} Edg/109.0.1518.140`)).toBe("Edg 109, Windows NT 6.1");
    expect(
      browserInWords("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
    ).toBe("Firefox 128, Linux");
  });

  it("takes over nothing else of the line", async () => {
    expect(browserInWords("青禾社区站 Secret/9 https://a.cn")).toBe("?, ?");
  });
});

describe("the text for a helper", () => {
  const place = { home: "hosted", userAgent: OLD_CHROME, width: 1366, height: 768 } as const;

  it("says version, browser, home and counts", async () => {
    const words = (await loadWords("zh-CN")).shell.helper;
    const text = troubleText(words, place, { items: 86, menus: 10, damaged: 1 }, []);
    expect(text.split("\n")).toEqual([
      "点播本 0.1.0，网页版",
      "浏览器 Chrome 109, Windows NT 6.1，窗口 1366×768",
      "课件 86，套餐 10，读不懂的 1",
      "还没有记下什么事",
    ]);
  });

  it("says that the book is not open where it is not", async () => {
    const words = (await loadWords("en")).shell.helper;
    expect(troubleText(words, place, undefined, [])).toContain("The book is not open");
  });
});
