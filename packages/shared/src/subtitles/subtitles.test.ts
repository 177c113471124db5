import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeSubtitles, readCues, readSubtitles } from "./index.ts";

const SRT = `1
00:00:01,000 --> 00:00:03,500
同志们好

2
00:00:04,000 --> 00:00:06,000
{\\an8}<font color="#fff">今天讲</font>
一面党旗的故事
`;

test("SubRip becomes WebVTT: full stops, no tags, both lines", () => {
  expect(readSubtitles(SRT)).toEqual({
    ok: true,
    value:
      "WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n同志们好\n\n" +
      "00:00:04.000 --> 00:00:06.000\n今天讲\n一面党旗的故事",
  });
});

test("WebVTT with a mark, a note, settings and short times", () => {
  const vtt =
    "\uFEFFWEBVTT - 片名\r\n\r\nNOTE 校对过\r\n\r\nintro\r\n01:02.5 --> 01:03.000 line:0\r\n<v 老王>好";
  expect(readCues(vtt)).toEqual([{ from: 62_500, to: 63_000, text: "好" }]);
});

test("a forgotten empty line does not put the next cue's number into the words", () => {
  const close = "1\n00:00:01,000 --> 00:00:02,000\n一\n2\n00:00:02,000 --> 00:00:03,000\n二";
  expect(readCues(close).map(({ text }) => text)).toEqual(["一", "二"]);
});

test("GBK, UTF-16 and UTF-8 are told apart", () => {
  // 「党旗」 in GBK.
  expect(decodeSubtitles(Uint8Array.from([0xb5, 0xb3, 0xc6, 0xec]))).toBe("党旗");
  expect(decodeSubtitles(Uint8Array.from([0xff, 0xfe, 0x5a, 0x51]))).toBe("党");
  expect(decodeSubtitles(new TextEncoder().encode("党旗"))).toBe("党旗");
});

test("what holds no cue gives none", () => {
  for (const text of ["", "WEBVTT", "00:00:05,000 --> 00:00:01,000\n倒着", "这是一封信"]) {
    expect(readSubtitles(text)).toEqual({ ok: false, error: { type: "no-subtitles" } });
  }
});

test("property: whatever was written reads back as the same words and times", () => {
  const words = fc
    .stringMatching(/^[\p{Script=Han}A-Za-z<>&]{1,12}$/u)
    .filter((text) => !/<\/?[a-z]|<\d|-->/iu.test(text) && text.trim() !== "");
  const cue = fc
    .record({ from: fc.nat(9_000_000), length: fc.integer({ min: 1, max: 60_000 }), text: words })
    .map(({ from, length, text }) => ({ from, to: from + length, text }));
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 20 }), (cues) => {
      const sorted = [...cues].sort((a, b) => a.from - b.from);
      const made = readSubtitles(
        sorted
          .map(({ from, to, text }, index) => {
            const time = (at: number): string =>
              `${new Date(at).toISOString().slice(11, 19)},${String(at % 1000).padStart(3, "0")}`;
            return `${index + 1}\n${time(from)} --> ${time(to)}\n${text}\n`;
          })
          .join("\n"),
      );
      expect(made.ok).toBe(true);
      if (!made.ok) return;
      const signs: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
      const back = readCues(made.value).map((one) => ({
        ...one,
        text: one.text.replace(/&(?:amp|lt|gt);/gu, (sign) => signs[sign] ?? sign),
      }));
      expect(back).toEqual(sorted);
    }),
  );
});
