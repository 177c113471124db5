import { describe, expect, it } from "vitest";
import { judgeFile, sniffFile } from "./sniff.ts";

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...new TextEncoder().encode(part)] : [...part],
    ),
  );

const MP4 = bytes([0, 0, 0, 32], "ftypisom", [0, 0, 2, 0], "isomiso2avc1mp41");
const LOGIN = bytes("\uFEFF<!DOCTYPE html>\n<html><head><title>请登录</title>");
const DOCX = bytes([0x50, 0x4b, 3, 4, 20, 0, 6, 0]);
const DOC = bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

describe("a file by its first bytes", () => {
  it.each([
    ["mp4", MP4],
    ["m4a", bytes([0, 0, 0, 24], "ftypM4A ", [0, 0, 0, 0])],
    ["webm", bytes([0x1a, 0x45, 0xdf, 0xa3, 1])],
    ["ogg", bytes("OggS")],
    ["mp3", bytes("ID3", [4, 0])],
    ["mp3", bytes([0xff, 0xfb, 0x90, 0x64])],
    ["aac", bytes([0xff, 0xf1, 0x50, 0x80])],
    ["wav", bytes("RIFF", [1, 2, 3, 4], "WAVEfmt ")],
    ["avi", bytes("RIFF", [1, 2, 3, 4], "AVI LIST")],
    ["flv", bytes("FLV", [1])],
    ["ts", bytes([0x47], new Array<number>(187).fill(1), [0x47])],
    ["playlist", bytes("#EXTM3U\n#EXT-X-VERSION:3")],
    ["pdf", bytes("%PDF-1.7\n")],
    ["pdf", bytes("\r\n junk before\n%PDF-1.4")],
    ["zip", DOCX],
    ["ole", DOC],
    ["rtf", bytes("{\\rtf1\\ansi")],
    ["html", LOGIN],
    ["html", bytes("\n\n  <html lang=zh>")],
    ["html", bytes("<!-- cached --><HTML>")],
    ["html", bytes("<script>location='/login'</script>")],
    ["unknown", bytes("第一条 为了规范")],
    ["unknown", bytes([])],
  ] as const)("is %s", (nature, head) => {
    expect(sniffFile(head)).toBe(nature);
  });
});

describe("a file against what was promised", () => {
  it("names the true type of what fits", () => {
    expect(judgeFile(MP4, { kind: "video", name: "a.mp4" })).toEqual({
      ok: true,
      value: { mime: "video/mp4" },
    });
    expect(judgeFile(MP4, { kind: "audio", name: "a.mp4" })).toEqual({
      ok: true,
      value: { mime: "audio/mp4" },
    });
    expect(judgeFile(DOC, { kind: "document", name: "通知.doc" })).toEqual({
      ok: true,
      value: { mime: "application/msword" },
    });
  });

  it("takes an old Office file under a new ending and the other way round", () => {
    expect(judgeFile(DOC, { kind: "document", name: "a.docx" }).ok).toBe(true);
    expect(judgeFile(DOCX, { kind: "document", name: "a.doc" }).ok).toBe(true);
  });

  it("knows a login page where a file was promised", () => {
    for (const promised of [
      { kind: "document", name: "通知.pdf" },
      { kind: "video", name: "a.mp4" },
      { kind: "audio", name: "a.mp3" },
    ] as const) {
      expect(judgeFile(LOGIN, promised)).toMatchObject({
        ok: false,
        error: { type: "login-page" },
      });
    }
  });

  it("refuses a file of another type", () => {
    expect(judgeFile(DOCX, { kind: "document", name: "a.pdf" })).toMatchObject({
      ok: false,
      error: { type: "wrong-type", found: "zip" },
    });
    expect(judgeFile(bytes("#EXTM3U"), { kind: "video", name: "a.mp4" })).toMatchObject({
      ok: false,
      error: { type: "wrong-type", found: "playlist" },
    });
    expect(judgeFile(bytes([0, 1, 2]), { kind: "document", name: "a" })).toMatchObject({
      ok: false,
      error: { type: "wrong-type" },
    });
  });
});
