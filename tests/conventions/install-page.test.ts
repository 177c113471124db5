/** 安装.html: self-contained, in both languages, and honest about the browser that opens it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { EXTENSION_FOLDER, INSTALL_PAGE, installPage } from "../../extension/install/page.ts";
import { enWords, zhWords } from "../../extension/install/words.ts";

const WINDOWS = "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
const chromium = (version: number, more = "") =>
  `${WINDOWS} Chrome/${version}.0.0.0 Safari/537.36${more}`;

const AGENTS = [
  { agent: chromium(109), zh: "Chrome", guide: "chrome", version: 109, fits: true },
  { agent: chromium(108), zh: "Chrome", guide: "chrome", version: 108, fits: false },
  { agent: chromium(109, " Edg/109.0"), zh: "Edge", guide: "edge", version: 109, fits: true },
  {
    agent: chromium(86, " QIHU 360SE"),
    zh: "360 浏览器",
    guide: "domestic",
    version: 86,
    fits: false,
  },
  {
    agent: chromium(132, " QIHU 360EE"),
    zh: "360 浏览器",
    guide: "domestic",
    version: 132,
    fits: true,
  },
  {
    agent: chromium(122, " Qaxbrowser"),
    zh: "奇安信可信浏览器",
    guide: "domestic",
    version: 122,
    fits: true,
  },
  {
    agent: chromium(94, " QQBrowser/11.9"),
    zh: "QQ 浏览器",
    guide: "domestic",
    version: 94,
    fits: false,
  },
  {
    agent: "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko",
    zh: "IE",
    guide: "domestic",
    version: 0,
    fits: false,
  },
  {
    agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    zh: "Firefox",
    guide: "firefox",
    version: 140,
    fits: true,
  },
  {
    agent: "Mozilla/5.0 (Windows NT 6.1; rv:115.0) Gecko/20100101 Firefox/115.0",
    zh: "Firefox",
    guide: "firefox",
    version: 115,
    fits: false,
  },
] as const;

const script = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../extension/install/${name}`, import.meta.url)), "utf8");

/** Runs the page's own script as a browser of this name would, and returns what it wrote, by language. */
const verdictOf = (
  agent: string,
  brands: readonly { brand: string; version: string }[] = [],
): Record<string, string> => {
  const places: Record<string, { textContent: string; className: string; checked?: boolean }> = {};
  runInNewContext(`${script("which-browser.js")}\n${script("show-verdict.js")}`, {
    navigator: { userAgent: agent, userAgentData: { brands } },
    document: {
      getElementById: (id: string) => {
        places[id] ??= { textContent: "", className: "" };
        return places[id];
      },
    },
  });
  const chosen = Object.entries(places).find(([, place]) => place.checked === true)?.[0] ?? "";
  const { textContent: zh = "", className = "" } = places["verdict-zh-CN"] ?? {};
  return { zh, en: places["verdict-en"]?.textContent ?? "", className, chosen };
};

describe("what the page says of a browser", () => {
  test.each(AGENTS)("$zh $version", ({ agent, zh, guide, version, fits }) => {
    const said = verdictOf(agent);
    expect(said["className"]).toBe(fits ? "verdict good" : "verdict bad");
    expect(said["chosen"]).toBe(`${guide}-zh-CN`);
    expect(said["zh"]).toContain(zh);
    if (version > 0)
      for (const words of [said["zh"], said["en"]]) expect(words).toContain(String(version));
  });

  test("believes the brands before the agent line, which may be frozen", () => {
    const brands = [
      { brand: "Not A(Brand", version: "8" },
      { brand: "Chromium", version: "108" },
    ];
    expect(verdictOf(chromium(120), brands)["className"]).toBe("verdict bad");
  });

  test("leaves the general words where it does not know the browser", () => {
    expect(verdictOf("Opera/9.80")["zh"]).toBe("");
  });
});

describe("the page", () => {
  const page = installPage();

  test("needs nothing but itself, from nowhere", () => {
    expect(page.match(/\b(src|href|srcset|action)=|@import|url\(|https?:\/\//g) ?? []).toEqual([]);
    expect(INSTALL_PAGE).toBe("安装.html");
  });

  test("has in both languages the same browsers, steps and warnings", () => {
    const shape = ({ guides, update, avoid }: typeof zhWords) => ({
      guides: guides.map(({ id, steps }) => ({
        id,
        pictures: steps.map((step) => step.picture.kind),
      })),
      update: update.length,
      avoid: avoid.length,
    });
    expect(shape(enWords)).toEqual(shape(zhWords));
    for (const { steps } of zhWords.guides) expect(steps.length).toBe(4);
  });

  test("is written so that old engines can run it", () => {
    const code = `${script("which-browser.js")}${script("show-verdict.js")}`;
    expect(code.match(/=>|`|\?\.|\?\?|\.\.\.|\basync\b/g) ?? []).toEqual([]);
  });

  test("names a folder whose bytes an old unpacker cannot tear apart", () => {
    expect(Buffer.byteLength(EXTENSION_FOLDER) % 2).toBe(0);
  });
});
