import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlaylist } from "./read-playlist.ts";

const BASE = "https://v.example.gov.cn/lesson/index.m3u8";
const read = (...lines: string[]) => readPlaylist(["#EXTM3U", ...lines, ""].join("\n"), BASE);
const media = (...lines: string[]) => {
  const result = read(...lines, "#EXT-X-ENDLIST");
  if (!result.ok || result.value.type !== "media") throw new Error("no media playlist");
  return result.value;
};

describe("reading a playlist", () => {
  it("gives each segment its sequence number and, without an IV, that number as IV, beyond 255 too", () => {
    const { segments, seconds } = media(
      "#EXT-X-MEDIA-SEQUENCE:255",
      '#EXT-X-KEY:METHOD=AES-128,URI="key.bin"',
      ...["#EXTINF:2.5,", "a.ts?sign=1", "#EXTINF:2.5,", "../b.ts"],
    );
    expect(segments.map(({ sequence, url, key }) => [sequence, url, key?.iv])).toEqual([
      [255, "https://v.example.gov.cn/lesson/a.ts?sign=1", "000000000000000000000000000000ff"],
      [256, "https://v.example.gov.cn/b.ts", "00000000000000000000000000000100"],
    ]);
    expect(seconds).toBe(5);
  });

  it("keeps an IV that is written out, rotates keys, and ends them", () => {
    const { segments } = media(
      '#EXT-X-KEY:METHOD=AES-128,URI="1.bin",IV=0xABCDEF00000000000000000000000102',
      ...["#EXTINF:1,", "a.ts", '#EXT-X-KEY:METHOD=AES-128,URI="2.bin"', "#EXTINF:1,", "b.ts"],
      ...["#EXT-X-KEY:METHOD=NONE", "#EXTINF:1,", "c.ts"],
    );
    expect(segments.map(({ key }) => key?.url.split("/").at(-1))).toEqual([
      "1.bin",
      "2.bin",
      undefined,
    ]);
    expect(segments[0]?.key?.iv).toBe("abcdef00000000000000000000000102");
  });

  it("knows byte ranges that go on, maps, breaks and gaps", () => {
    const { segments } = media(
      '#EXT-X-MAP:URI="whole.m4s",BYTERANGE="700@0"',
      ...["#EXTINF:1,", "#EXT-X-BYTERANGE:100@700", "whole.m4s"],
      ...["#EXTINF:1,", "#EXT-X-BYTERANGE:50", "whole.m4s"],
      ...["#EXT-X-DISCONTINUITY", "#EXT-X-GAP", "#EXTINF:1,", "lost.m4s"],
    );
    expect(segments.map(({ range }) => range)).toEqual([
      { offset: 700, length: 100 },
      { offset: 800, length: 50 },
      undefined,
    ]);
    expect(segments[0]?.map).toMatchObject({ range: { offset: 0, length: 700 }, encrypted: false });
    expect(segments.map(({ discontinuity, gap }) => [discontinuity, gap])).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  it("reads renditions with their separate sound", () => {
    const result = read(
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="s",NAME="方言",URI="dialect.m3u8"',
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="s",NAME="普通话",DEFAULT=YES,URI="sound.m3u8"',
      '#EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=1280x720,CODECS="avc1.64001f,mp4a.40.2",AUDIO="s"',
      "720.m3u8",
    );
    expect(result.ok && result.value).toEqual({
      type: "master",
      renditions: [
        {
          url: "https://v.example.gov.cn/lesson/720.m3u8",
          height: 720,
          bandwidth: 900_000,
          codecs: "avc1.64001f,mp4a.40.2",
          sound: "https://v.example.gov.cn/lesson/sound.m3u8",
        },
      ],
    });
  });

  it.each([
    [
      "FairPlay",
      '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://1",KEYFORMAT="com.apple.streamingkeydelivery"',
    ],
    [
      "Widevine",
      '#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI="data:text/plain;base64,AA",KEYFORMAT="urn:uuid:edef8ba9-79d6-4ace-a3c8-27dcd51d21ed"',
    ],
    [
      "PlayReady",
      '#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES,URI="x",KEYFORMAT="com.microsoft.playready"',
    ],
    ["SAMPLE-AES", '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="key.bin"'],
  ])("names %s and refuses it", (by, line) => {
    const result = read(line, "#EXTINF:1,", "a.ts", "#EXT-X-ENDLIST");
    expect(result).toEqual({ ok: false, error: { type: "protected", by } });
  });

  it("refuses what is live, empty, a page, or leads off the web", () => {
    const why = (result: ReturnType<typeof readPlaylist>) =>
      result.ok ? "read" : result.error.type;
    expect(why(read("#EXTINF:1,", "a.ts"))).toBe("live");
    expect(why(read("#EXT-X-ENDLIST"))).toBe("empty");
    expect(why(readPlaylist("<html>登录</html>", BASE))).toBe("not-a-playlist");
    expect(why(read("#EXTINF:1,", "file:///etc/passwd", "#EXT-X-ENDLIST"))).toBe("not-a-playlist");
    expect(why(read("#EXTINF:1,", "javascript:alert(1)", "#EXT-X-ENDLIST"))).toBe("not-a-playlist");
  });

  it("never throws on rubbish", () => {
    const word = fc.constantFrom(
      ...[
        "#EXTINF:",
        "#EXT-X-KEY:METHOD=AES-128,URI=",
        '"k"',
        "IV=0x1",
        "#EXT-X-BYTERANGE:9@",
        "\n",
      ],
      ...["#EXT-X-MAP:URI=", "a.ts", "-1", "NaN", "#EXT-X-STREAM-INF:", ",", "=", "#EXT-X-ENDLIST"],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        readPlaylist(`#EXTM3U\n${words.join("")}`, BASE);
      }),
    );
  });
});
