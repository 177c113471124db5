import { describe, expect, it } from "vitest";
import { chooseRendition } from "./choose-rendition.ts";
import { fragmentOfAddress, localAddress, localPlaylist, planLesson } from "./lesson-plan.ts";
import type { MediaPlaylist, Rendition } from "./playlist.ts";
import { readPlaylist } from "./read-playlist.ts";

const media = (base: string, ...lines: string[]): MediaPlaylist => {
  const text = ["#EXTM3U", ...lines, "#EXT-X-ENDLIST", ""].join("\n");
  const result = readPlaylist(text, `https://v.example.gov.cn/${base}/index.m3u8`);
  if (!result.ok || result.value.type !== "media") throw new Error("no media playlist");
  return result.value;
};

describe("the plan of a lesson", () => {
  it("fetches a key once, before what needs it, and picture and sound in step", () => {
    const picture = media(
      "picture",
      '#EXT-X-KEY:METHOD=AES-128,URI="k.bin"',
      ...["#EXTINF:4,", "a.ts", "#EXTINF:4,", "b.ts"],
    );
    const sound = media("sound", "#EXTINF:4,", "1.aac", "#EXTINF:4,", "2.aac");
    const { fragments, tracks } = planLesson([picture, sound]);
    expect(fragments.map(({ url }) => url.split("/").slice(-2).join("/"))).toEqual([
      "picture/k.bin",
      "picture/a.ts",
      "sound/1.aac",
      "picture/b.ts",
      "sound/2.aac",
    ]);
    expect(tracks.map((track) => track.map(({ fragment, key }) => [fragment, key]))).toEqual([
      [
        [1, 0],
        [3, 0],
      ],
      [
        [2, undefined],
        [4, undefined],
      ],
    ]);
  });

  it("writes a playlist that reads back as the same lesson, each segment with its own IV", () => {
    const original = media(
      "lesson",
      ...["#EXT-X-MEDIA-SEQUENCE:300", '#EXT-X-MAP:URI="i.mp4"'],
      '#EXT-X-KEY:METHOD=AES-128,URI="k.bin"',
      ...["#EXTINF:2,", "a.m4s", "#EXTINF:3,", "b.m4s", "#EXT-X-KEY:METHOD=NONE"],
      ...["#EXT-X-DISCONTINUITY", '#EXT-X-MAP:URI="j.mp4"', "#EXTINF:1,", "c.m4s"],
    );
    const { tracks, fragments } = planLesson([original]);
    const again = readPlaylist(localPlaylist(tracks[0] ?? []), localAddress(0));
    if (!again.ok || again.value.type !== "media") throw new Error("not read back");
    const urlOf = (address: string) => fragments[fragmentOfAddress(address) ?? -1]?.url;
    expect(again.value.segments.map(({ url }) => urlOf(url))).toEqual(
      original.segments.map(({ url }) => url),
    );
    expect(again.value.segments.map(({ key }) => key?.iv)).toEqual(
      original.segments.map(({ key }) => key?.iv),
    );
    const lesson = "https://v.example.gov.cn/lesson";
    expect(again.value.segments.map(({ map }) => [urlOf(map?.url ?? ""), map?.encrypted])).toEqual([
      [`${lesson}/i.mp4`, false],
      [`${lesson}/i.mp4`, false],
      [`${lesson}/j.mp4`, false],
    ]);
    expect(again.value.segments.map(({ discontinuity }) => discontinuity)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("leaves a gap out and breaks the clock there", () => {
    const plan = planLesson([
      media(
        "x",
        ...["#EXTINF:1,", "a.ts", "#EXT-X-GAP", "#EXTINF:1,", "b.ts", "#EXTINF:1,", "c.ts"],
      ),
    ]);
    expect(plan.fragments.map(({ url }) => url.at(-4))).toEqual(["a", "c"]);
    expect(localPlaylist(plan.tracks[0] ?? [])).toContain("#EXT-X-DISCONTINUITY");
  });
});

describe("the rendition", () => {
  const rendition = (height: number, codecs = "avc1.64001f", bandwidth = height): Rendition => ({
    url: `https://v.example.gov.cn/${height}.m3u8`,
    height,
    bandwidth,
    codecs,
    sound: undefined,
  });
  const ladder = [rendition(360), rendition(1080), rendition(720), rendition(720, "avc1", 9000)];
  const chosen = (most: number, canPlay = (_codecs: string) => true) =>
    chooseRendition(ladder, most, canPlay)?.rendition;

  it("is the largest within the site's setting, with the most bits", () => {
    expect(chosen(720)).toBe(ladder[3]);
    expect(chosen(540)?.height).toBe(360);
  });
  it("is the smallest where all are larger", () => expect(chosen(240)?.height).toBe(360));
  it("is one that this machine plays, or says that there is none", () => {
    expect(chosen(1080, (codecs) => codecs === "avc1")).toBe(ladder[3]);
    expect(chooseRendition(ladder, 720, () => false)).toMatchObject({ unplayable: true });
  });
});
