import { fixedClock } from "@dianbo/shared/clock";
import { newRecordId } from "@dianbo/shared/identity";
import type { PageSnapshot } from "@dianbo/shared/portal";
import { describe, expect, test } from "vitest";
import {
  attachmentsOf,
  clipOfDraft,
  draftFile,
  draftOf,
  draftTitle,
  wantsFile,
} from "./clip-draft.ts";
import { hostsOf } from "./host-leave.ts";
import { fileHosts } from "./needed-hosts.ts";
import { pointedPage } from "./pointed-page.ts";

const TEXT = "一面褪了色的党旗，在村史馆里挂了七十多年。".repeat(10);

const page: PageSnapshot = {
  url: "http://www.12371.cn/2026/11/23/VIDE1795393800000014.shtml?spm=1#top",
  contentType: "text/html",
  charset: "UTF-8",
  title: "微党课：一面党旗的故事_先锋网",
  metas: [],
  breadcrumb: ["首页", "微党课", "正文"],
  headings: ["微党课：一面党旗的故事"],
  labels: [{ label: "来源", value: "县融媒体中心" }],
  headText: "",
  baidu: {},
  linkedData: [],
  bodies: [],
  media: [
    { kind: "video", found: "element", url: "http://video.12371.cn/flag.mp4", size: 82_000_000 },
  ],
  hasStream: false,
  documents: [{ url: "http://www.12371.cn/a.pdf", label: "讲稿.pdf" }],
  selection: "",
};

const choice = {
  id: newRecordId(() => "clip00000000000000000001"),
  category: 1,
  clock: fixedClock(1_795_400_000_000),
  post: "A",
} as const;

describe("a draft of a film", () => {
  const draft = draftOf(page, []);

  test("becomes a clip that waits for its file", () => {
    expect(clipOfDraft(draft, choice)).toMatchObject({
      kind: "video",
      title: "微党课：一面党旗的故事",
      publisher: "县融媒体中心",
      publishedAt: "2026-11-23",
      column: "微党课",
      category: 1,
      fileUrl: "http://video.12371.cn/flag.mp4",
      file: { state: "waiting" },
      source: {
        canonical: "https://12371.cn/2026/11/23/VIDE1795393800000014.shtml",
        portal: "www.12371.cn",
      },
      clippedBy: "A",
    });
  });

  test("is suggested where this administrator filed the column before", () => {
    const habit = { host: "www.12371.cn", column: "微党课", category: 5, count: 6 } as const;
    expect(draftOf(page, [habit]).suggestion).toEqual({
      category: 5,
      reason: { type: "habit", column: "微党课", count: 6 },
    });
  });

  test("asks for the page's host and the film's together", () => {
    expect(hostsOf(fileHosts(draft))).toEqual(["www.12371.cn", "video.12371.cn"]);
    expect(draftFile(draft)?.size).toBe(82_000_000);
    expect(attachmentsOf(draft)).toHaveLength(1);
  });

  test("without its film is a link to it and asks for nothing", () => {
    const link = { ...draft, edits: { withFile: false } };
    expect(wantsFile(link)).toBe(false);
    expect(fileHosts(link)).toEqual([]);
    expect(clipOfDraft(link, choice)).toMatchObject({ fileUrl: null, file: { state: "none" } });
  });

  test("keeps a title typed by hand, and the page's own where nothing is left of it", () => {
    const titled = (title: string) => draftTitle({ ...draft, edits: { title } });
    expect(titled(" 守旗人 ")).toMatchObject({ value: "守旗人", source: "person" });
    expect(titled("  ")).toMatchObject({ value: "微党课：一面党旗的故事" });
  });
});

test("an article asks for the hosts of its pictures", () => {
  const html = `<p>${TEXT}</p><img alt="" src="http://img.example.cn/a.jpg?x=1&amp;y=2">`;
  const article = { ...page, media: [], bodies: [{ from: ".word", html, text: TEXT }] };
  const draft = draftOf(article, []);
  expect(draft.recognised.kind).toBe("article");
  expect(fileHosts(draft)).toContain("http://img.example.cn/a.jpg?x=1&y=2");
  expect(draftFile(draft)).toBeUndefined();
});

describe("what was pointed at", () => {
  const pointed = (link: string) =>
    draftOf(pointedPage(page, { type: "read-page", tab: 1, link }, "农技课堂"), []).recognised;

  test("a link elsewhere is a link of its own", () => {
    expect(pointed("http://www.12371.cn/b.shtml")).toMatchObject({
      kind: "link",
      url: "http://www.12371.cn/b.shtml",
      title: { value: "农技课堂" },
    });
  });

  test("a link to a film, a sound or a paper is what it leads to", () => {
    expect(pointed("http://www.12371.cn/b.mp4").kind).toBe("video");
    expect(pointed("http://www.12371.cn/b.mp3").kind).toBe("audio");
    expect(pointed("http://www.12371.cn/b.pdf").kind).toBe("document");
  });

  test("a link within the page, or one that is no web address, is the page", () => {
    expect(pointed(`${page.url.split("#")[0]}#part`).title.value).toBe("微党课：一面党旗的故事");
    expect(pointed("javascript:void(0)").kind).toBe("video");
  });
});
