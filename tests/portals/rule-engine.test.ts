/** The engine that reads a page by rules: what a rule finds, what it leaves, and what a page cannot make it do. */
import { recognise } from "@dianbo/shared/portal";
import { type PortalRule, readRule } from "@dianbo/shared/portal-rule";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { captureByRule } from "../../extension/src/clipping/capture-by-rule.ts";
import { capturePage } from "../../extension/src/clipping/capture-page.ts";

const URL_OF_PAGE = "https://news.example.cn/n1/2026/1120/c1001-40001.html";
const TEXT = "电动自行车充电要在指定的车棚里进行，不得上楼，不得飞线。".repeat(5);

const rule = (more: object = {}): PortalRule => {
  const read = readRule({
    id: "example",
    version: 3,
    name: "某网",
    hosts: ["*.example.cn"],
    pages: [
      { kind: "article", path: "^/n1/.*\\.html$" },
      { kind: "video", path: "^/v/" },
      { kind: "list", path: "^/list/" },
    ],
    fields: {
      title: [".missing h1", ".true h1"],
      publishedAt: [{ selector: ".day, .month", join: "/" }, { script: 'ct = "(\\d+)"' }],
      publisher: [{ selector: ".from", pattern: "来源：(.+)" }],
      column: [".way"],
    },
    body: [".missing", ".body"],
    remove: [".noise"],
    ...more,
  });
  if (!read.ok) throw new Error(`${read.error.where}: ${read.error.because}`);
  return read.value;
};

const documentOf = (body: string, head = ""): Document =>
  parseHTML(`<html><head><title>首页横幅</title>${head}</head><body>${body}</body></html>`)
    .document;

const ARTICLE = `<div class="way">安全科普</div><div class="true"><h1>电动自行车充电八条</h1></div>
  <span class="month">2026/11</span><span class="day">20</span><p class="from">来源：县消防救援大队</p>
  <div class="body"><p>${TEXT}</p><p class="noise">下载客户端看更多</p></div>`;
const METAS = `<meta name="ArticleTitle" content="别的标题"><meta name="PubDate" content="2020-01-01">
  <meta name="ContentSource" content="别的来源">`;

const read = (html: string, rules: readonly PortalRule[], url = URL_OF_PAGE, head = METAS) =>
  recognise(capturePage(documentOf(html, head), { href: url }, rules));

describe("a rule", () => {
  it("comes before the page's own tags, and says so", () => {
    const page = read(ARTICLE, [rule({ categories: { 安全: 4 } })]);
    expect(page).toMatchObject({
      kind: "article",
      title: { value: "电动自行车充电八条", source: "portal-rule" },
      publishedAt: { value: "2026-11-20", source: "portal-rule" },
      publisher: { value: "县消防救援大队", source: "portal-rule" },
      columnCategory: 4,
    });
    expect(page.body?.text).toBe(TEXT);
  });

  it("that is absent changes nothing: the tags are read as before", () => {
    expect(read(ARTICLE, [])).toMatchObject({
      title: { value: "别的标题", source: "page-tags" },
      publisher: { value: "别的来源", source: "page-tags" },
    });
  });

  it("that finds nothing leaves the field to the layers below and notes what it missed", () => {
    const html = `<h2>换了模板</h2><main><p>${TEXT}</p></main>`;
    expect(read(html, [rule()]).title.value).toBe("别的标题");
    expect(captureByRule(documentOf(html), URL_OF_PAGE, [rule()])?.missed).toEqual([
      "title",
      "body",
    ]);
  });

  it("makes a list a link, whatever stands in it", () => {
    const list = read(ARTICLE, [rule()], "https://news.example.cn/list/1");
    expect(list.kind).toBe("link");
    expect(list.title.source).not.toBe("portal-rule");
  });

  it("reads the day out of a script's seconds", () => {
    const html = `<div class="true"><h1>一篇</h1></div><div class="body">${TEXT}</div><script>var ct = "1795104000";</script>`;
    expect(read(html, [rule()], URL_OF_PAGE, "").publishedAt?.value).toBe("2026-11-20");
  });
});

describe("films", () => {
  const film = (more: object) =>
    rule({
      media: [{ selector: "img.play", attribute: "movie-url" }, { script: "src:'([^']{1,300})'" }],
      ...more,
    });
  const at = "https://news.example.cn/v/1";

  it("are found in attributes, with the picture that stands for them", () => {
    const html = `<img class="play" src="/still.jpg" movie-url="/film.mp4">`;
    const page = read(html, [film({})], at, "");
    expect(page).toMatchObject({
      kind: "video",
      cover: "https://news.example.cn/still.jpg",
      media: { url: "https://news.example.cn/film.mp4" },
    });
  });

  it("are read out of scripts, which never run", () => {
    const html =
      "<script>throw window.ran = true; play({src:'https:\\/\\/cdn.example.cn\\/a.mp4'})</script>";
    expect(read(html, [film({})], at, "").media?.url).toBe("https://cdn.example.cn/a.mp4");
  });

  it("that are streams are clipped as films", () => {
    const html = "<script>play({src:'https://cdn.example.cn/a.m3u8'})</script>";
    expect(read(html, [film({})], at, "")).toMatchObject({
      kind: "video",
      hasStream: true,
      media: { kind: "video", url: "https://cdn.example.cn/a.m3u8" },
      streams: ["https://cdn.example.cn/a.m3u8"],
    });
  });

  it("that the portal protects are offered as a link only, with the reason", () => {
    const html = "<script>play({src:'https://cdn.example.cn/h5e/a.mp4'})</script>";
    const guarded = film({ protected: [{ because: "scrambled", media: "/h5e/" }] });
    expect(read(html, [guarded], at, "")).toMatchObject({
      kind: "link",
      protected: "scrambled",
      media: undefined,
    });
  });

  it("with no address of a file are none", () => {
    for (const src of ["javascript:alert(1)", "data:video/mp4,x.mp4", "/player.html", "blob:x"]) {
      expect(read(`<script>play({src:'${src}'})</script>`, [film({})], at, "").media).toBe(
        undefined,
      );
    }
  });
});

describe("a family", () => {
  const family = rule({
    id: "family",
    hosts: [],
    signs: { selectors: [".cms"], scripts: ["createPageHTML"] },
    pages: [],
    fields: { title: [".cms h1"], publisher: [".cms .from"] },
    body: [".cms .text"],
  });
  const html = `<div class="cms"><h1>族里的标题</h1><p class="from">县农技中心</p><div class="text">${TEXT}</div></div>`;

  it("is known by its signs, on any host", () => {
    expect(read(html, [family], "https://other.example.org/a", "").title.value).toBe("族里的标题");
    expect(captureByRule(documentOf("<p>x</p>"), "https://other.example.org/a", [family])).toBe(
      undefined,
    );
  });

  it("fills what the portal's own rule left open", () => {
    const own = rule({ fields: { title: ["h1"] }, body: [".nothing"] });
    const page = read(html, [own, family], URL_OF_PAGE, "");
    expect(page.publisher).toMatchObject({ value: "县农技中心", source: "portal-rule" });
    expect(page.body?.text).toBe(TEXT);
  });
});

describe("calls for data", () => {
  const calling = rule({
    json: {
      url: "https://api.example.cn/get?pid={guid}",
      values: { guid: [{ script: 'guid = "([^"]{1,80})"' }] },
    },
  });
  const callOf = (script: string) =>
    captureByRule(documentOf(`<script>${script}</script>`), "https://news.example.cn/v/1", [
      calling,
    ])?.call;

  it("go to the rule's own host whatever the page puts into them", () => {
    expect(callOf('var guid = "73dfb7e8"')).toBe("https://api.example.cn/get?pid=73dfb7e8");
    expect(callOf('guid = "@evil.example/../x?y#z&"')).toBe(
      "https://api.example.cn/get?pid=%40evil.example%2F..%2Fx%3Fy%23z%26",
    );
    expect(callOf("nothing")).toBe(undefined);
  });
});

describe("a page that wants to break the engine", () => {
  it("is read in time, whatever its scripts and texts hold", () => {
    const slow = rule({
      fields: { title: [{ selector: "p", pattern: "^(.{1,100})—(.{1,100})$" }] },
      media: [{ script: "showPlayer\\(\\{[^}]{0,200}src:'([^']{1,300}\\.mp4)'" }],
    });
    const lure = "showPlayer({src:'src:'".repeat(200_000);
    const html = `<script>${lure}</script>${`<p>${"—".repeat(2000)}</p>`.repeat(200)}`;
    const before = performance.now();
    captureByRule(documentOf(html), URL_OF_PAGE, [slow]);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it("keeps every text within its limit", () => {
    const long = "长".repeat(1_000_000);
    const html = `<div class="true"><h1>${long}</h1></div><div class="body"><p>${long}${long}</p></div>`;
    const found = captureByRule(documentOf(html), URL_OF_PAGE, [rule()]);
    expect(found?.fields.title?.length).toBeLessThanOrEqual(2000);
    expect(found?.body?.text.length).toBeLessThanOrEqual(1_000_000);
  });
});
