import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unreadPage } from "./index.ts";
import { recognise } from "./recognise.ts";
import { groupSeenMedia, isWorthSeeing, type SeenMedia, withSeenMedia } from "./seen-media.ts";

const seen = (url: string, mime = "", size?: number): SeenMedia => ({
  url: `https://v.example.cn/${url}`,
  mime,
  ...(size === undefined ? {} : { size }),
});
const MB = 1024 * 1024;

describe("what was seen on the network", () => {
  it("is one lesson: the playlist asked for first, not its heights nor its pieces", () => {
    const { streams, media } = groupSeenMedia([
      seen("a/index.m3u8", "application/vnd.apple.mpegurl"),
      seen("a/720/index.m3u8", "application/vnd.apple.mpegurl"),
      seen("a/720/0001.ts", "video/mp2t", 900_000),
      seen("a/index.m3u8", "application/vnd.apple.mpegurl"),
    ]);
    expect(streams).toEqual(["https://v.example.cn/a/index.m3u8"]);
    expect(media).toEqual([]);
  });

  it("two players are two streams", () => {
    expect(groupSeenMedia([seen("a/x.m3u8"), seen("b/y.m3u8")]).streams).toHaveLength(2);
  });

  it("parts of one file are one file, the larger first, small sounds left out", () => {
    const { media } = groupSeenMedia([
      seen("ad.mp4", "video/mp4", 2 * MB),
      seen("click.mp3", "audio/mpeg", 9_000),
      seen("lesson.mp4?t=1", "video/mp4", 90 * MB),
      seen("lesson.mp4?t=2", "video/mp4"),
    ]);
    expect(media.map(({ url }) => url)).toEqual([
      "https://v.example.cn/lesson.mp4?t=2",
      "https://v.example.cn/ad.mp4",
    ]);
    expect(media[0]?.size).toBe(90 * MB);
  });

  it("pictures, pages and data are not worth it", () => {
    for (const one of [
      seen("a.jpg", "image/jpeg"),
      seen("x", "text/html"),
      seen("k.json", "application/json"),
      seen("s.m4s", "video/iso.segment"),
    ]) {
      expect(isWorthSeeing(one)).toBe(false);
    }
  });
});

describe("a page with what was seen", () => {
  const page = {
    ...unreadPage("https://x.example.cn/lesson/8", "怎样防治黄瓜霜霉病"),
    hasStream: true,
  };

  it("is a film named after the page, not after the address", () => {
    const found = recognise(withSeenMedia(page, [seen("h5/0f3a.mp4", "video/mp4", 30 * MB)]));
    expect(found.kind).toBe("video");
    expect(found.title.value).toBe("怎样防治黄瓜霜霉病");
    expect(found.media?.url).toBe("https://v.example.cn/h5/0f3a.mp4");
  });

  it("knows a film by what the page has fetched so far, the later before an advertisement", () => {
    const fetched = ["https://v.example.cn/ad.mp4", "https://v.example.cn/8f31.mp4"];
    const found = recognise(withSeenMedia({ ...page, fetched }, []));
    expect(found.media?.url).toBe("https://v.example.cn/8f31.mp4");
  });

  it("keeps what the page itself names", () => {
    const own = { ...page, streams: ["https://x.example.cn/own.m3u8"] };
    expect(withSeenMedia(own, [seen("a.m3u8")])).toBe(own);
  });

  it("is never made worse, whatever was seen", () => {
    const url = fc.webUrl({ withQueryParameters: true });
    const mime = fc.constantFrom(
      "",
      "video/mp4",
      "audio/mpeg",
      "video/mp2t",
      "text/html",
      "application/x-mpegurl",
    );
    fc.assert(
      fc.property(fc.array(fc.record({ url, mime })), (all) => {
        const { media, streams } = groupSeenMedia(all);
        expect(new Set(streams).size).toBe(streams.length);
        for (const one of media) expect(all.some((each) => each.url === one.url)).toBe(true);
        expect(recognise(withSeenMedia(page, all)).title.value).toBe("怎样防治黄瓜霜霉病");
      }),
    );
  });
});
