import { describe, expect, test } from "vitest";
import { type PageSnapshot, recognise } from "./index.ts";

const LONG = "天一冷，电池不耐用，充电的次数就多了。".repeat(12);

const page = (given: Partial<PageSnapshot>): PageSnapshot => ({
  url: "http://www.example.gov.cn/bmfw/202611/t20261120_4101023.shtml",
  contentType: "text/html",
  charset: "UTF-8",
  title: "",
  metas: [],
  breadcrumb: [],
  headings: [],
  labels: [],
  headText: "",
  baidu: {},
  linkedData: [],
  bodies: [],
  media: [],
  hasStream: false,
  documents: [],
  selection: "",
  ...given,
});

const tags = (given: Record<string, string>): PageSnapshot["metas"] =>
  Object.entries(given).map(([name, content]) => ({ name: name.toLowerCase(), content }));

const article = { bodies: [{ from: ".TRS_Editor", html: `<p>${LONG}</p>`, text: LONG }] };
const film = { kind: "video", found: "element", url: "http://www.example.gov.cn/a.mp4" } as const;

describe("page tags of government sites", () => {
  test("are read first, each field with its source", () => {
    const found = recognise(
      page({
        ...article,
        title: "充电安全_青禾县人民政府",
        metas: tags({
          SiteName: "青禾县人民政府",
          SiteIDCode: "0000000014",
          ColumnName: "安全科普",
          ArticleTitle: "电动自行车充电安全，记住这八条",
          PubDate: "2026-11-20  09:15",
          ContentSource: "来源：县消防救援大队",
          Keywords: "充电,消防安全",
        }),
      }),
    );
    expect(found.kind).toBe("article");
    expect(found.title).toMatchObject({
      value: "电动自行车充电安全，记住这八条",
      source: "page-tags",
    });
    expect(found.publishedAt).toMatchObject({ value: "2026-11-20", source: "page-tags" });
    expect(found.publisher).toMatchObject({ value: "县消防救援大队", source: "page-tags" });
    expect(found.column?.value).toBe("安全科普");
    expect(found.keywords).toEqual(["充电", "消防安全"]);
    expect(found.minutes?.value).toBe(1);
  });

  test("an empty ArticleTitle gives way to the heading that the window title agrees with", () => {
    const found = recognise(
      page({
        ...article,
        title: "基层党支部怎样过好组织生活_要闻",
        metas: tags({ ArticleTitle: "", ColumnName: "要闻" }),
        headings: ["中央纪委网站", "基层党支部怎样过好组织生活"],
      }),
    );
    expect(found.title).toMatchObject({
      value: "基层党支部怎样过好组织生活",
      source: "heading",
    });
  });

  test("the site's banner is no title, though the window title names it", () => {
    const found = recognise(
      page({
        ...article,
        title: "春季果树修剪技术_青禾县农业农村局",
        headings: ["青禾县农业农村局", "春季果树修剪技术"],
      }),
    );
    expect(found.title).toMatchObject({ value: "春季果树修剪技术", source: "heading" });
  });

  test("escaped markup in a value is taken out", () => {
    const found = recognise(
      page({
        metas: tags({ ArticleTitle: "&lt;p&gt;春耕&amp;nbsp;备耕&lt;/p&gt;<div>技术</div>" }),
      }),
    );
    expect(found.title.value).toBe("春耕 备耕 技术");
  });

  test("the visible date wins over a tag that is one day off or later, and loses to an earlier one", () => {
    const dated = (visible: string) =>
      recognise(
        page({
          metas: tags({ ArticleTitle: "通知一则", PubDate: "2022-01-28 00:00" }),
          labels: [{ label: "发布时间", value: visible }],
        }),
      ).publishedAt;
    expect(dated("2022-01-27")).toMatchObject({ value: "2022-01-27", source: "label" });
    expect(dated("2019-05-01")).toMatchObject({ value: "2019-05-01", source: "label" });
    expect(dated("2023-05-01")).toMatchObject({ value: "2022-01-28", source: "page-tags" });
  });

  test("the odd form of gov.cn is understood", () => {
    const found = recognise(page({ metas: tags({ firstpublishedtime: "2024-03-12-15:20:11" }) }));
    expect(found.publishedAt?.value).toBe("2024-03-12");
  });

  test("a relative Image stands beside the page, whatever Url says", () => {
    const found = recognise(
      page({ metas: tags({ Image: "./W020261120354829104587.jpg", Url: "http://elsewhere.cn/" }) }),
    );
    expect(found.cover).toBe("http://www.example.gov.cn/bmfw/202611/W020261120354829104587.jpg");
  });

  test("a column without an article is a list: a link, and its rows' dates are not its own", () => {
    const found = recognise(
      page({
        url: "http://www.example.gov.cn/bmfw/index.shtml",
        metas: tags({ ColumnName: "便民服务", SiteIDCode: "0000000014" }),
        headText: "2026-11-22",
        documents: [{ url: "http://www.example.gov.cn/a.pdf", label: "一览表" }],
      }),
    );
    expect(found.kind).toBe("link");
    expect(found.publishedAt).toBeUndefined();
  });
});

describe("party portals and news sites", () => {
  test("labelled text near the title gives publisher, date and minutes of a film", () => {
    const found = recognise(
      page({
        url: "http://www.12371.cn/2026/11/23/VIDE1795393800000014.shtml",
        title: "微党课：一面党旗的故事_先锋网",
        headings: ["微党课：一面党旗的故事"],
        breadcrumb: ["首页", "微党课", "正文"],
        labels: [
          { label: "发布时间", value: "2026-11-23 08:30" },
          { label: "来源", value: "县融媒体中心" },
          { label: "时长", value: "10 分钟" },
        ],
        media: [{ ...film, seconds: 24 }],
      }),
    );
    expect(found).toMatchObject({
      kind: "video",
      title: { value: "微党课：一面党旗的故事" },
      publishedAt: { value: "2026-11-23", source: "label" },
      publisher: { value: "县融媒体中心", source: "label" },
      column: { value: "微党课" },
      minutes: { value: 10, source: "label" },
    });
  });

  test("the *_baidu ids are read without their labels", () => {
    const found = recognise(
      page({ baidu: { pubtime: "2020-07-01 10:00", source: "来源：光明网 作者：某某" } }),
    );
    expect(found.publishedAt).toMatchObject({ value: "2020-07-01", source: "baidu" });
    expect(found.publisher).toMatchObject({ value: "光明网", source: "baidu" });
  });

  test("JSON-LD gives what it has", () => {
    const found = recognise(
      page({
        linkedData: [
          {
            headline: "科学用药",
            datePublished: "2021-02-03T08:00:00Z",
            publisher: "健康频道",
            duration: "PT12M20S",
          },
        ],
        media: [film],
      }),
    );
    expect(found).toMatchObject({
      title: { value: "科学用药", source: "json-ld" },
      publishedAt: { value: "2021-02-03" },
      publisher: { value: "健康频道" },
      minutes: { value: 12, source: "json-ld" },
    });
  });

  test("an id of CNTV dates the page", () => {
    const found = recognise(page({ url: "http://www.12371.cn/ARTI1795393800000014.shtml" }));
    expect(found.publishedAt).toMatchObject({ value: "2026-11-23", source: "url" });
  });
});

describe("kinds", () => {
  test("a film in a long article is an illustration; in a short one it is the matter", () => {
    const long = LONG.repeat(4);
    const body = (text: string) => ({ bodies: [{ from: "#zoom", html: `<p>${text}</p>`, text }] });
    expect(recognise(page({ ...body(long), media: [film] })).kind).toBe("article");
    expect(recognise(page({ ...body(LONG), media: [film] })).kind).toBe("video");
  });

  test("what the page plays comes before what it links to", () => {
    const linked = {
      kind: "video",
      found: "link",
      url: "http://www.example.gov.cn/b.mp4",
    } as const;
    const found = recognise(page({ media: [linked, film] }));
    expect(found.media?.url).toBe(film.url);
    expect(found.otherMedia).toEqual([linked]);
  });

  test("an opened PDF is a document and names its own file", () => {
    const url = "http://www.example.gov.cn/bmfw/%E4%B8%80%E8%A7%88%E8%A1%A8.pdf";
    const found = recognise(page({ url, contentType: "application/pdf" }));
    expect(found).toMatchObject({ kind: "document", title: { value: "一览表", source: "url" } });
    expect(found.documents).toEqual([{ url, label: "" }]);
  });

  test("a body that is mostly links is a list", () => {
    const row = `<a href="/a.shtml">${"党史学习教育专题报道第几期".repeat(2)}</a> 2026-11-20 `;
    const bodies = [
      { from: "readability", html: row.repeat(8), text: row.replace(/<[^>]*>/gu, "").repeat(8) },
    ];
    expect(recognise(page({ bodies })).kind).toBe("link");
  });

  test("a stream without a file is a link", () => {
    expect(recognise(page({ title: "直播回放", hasStream: true })).kind).toBe("link");
  });

  test("a page with nothing to read is a link with a title", () => {
    const found = recognise(page({ url: "http://www.example.gov.cn/", title: "" }));
    expect(found.kind).toBe("link");
    expect(found.title.value).not.toBe("");
  });
});
