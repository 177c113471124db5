import { describe, expect, it } from "vitest";
import { judgeBroughtFile } from "./file-nature.ts";

const head = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : [...part],
    ),
  );
const judge = (bytes: Uint8Array, name: string, size = 1000) =>
  judgeBroughtFile(bytes, { name, size });

const MP4 = head([0, 0, 0, 32], "ftypisom");
const PNG = head([0x89], "PNG");
const ZIP = head("PK", [3, 4]);

describe("a file that somebody brings", () => {
  it.each([
    [MP4, "a.mp4", "video", "video/mp4"],
    [MP4, "a", "video", "video/mp4"],
    [head([0, 0, 0, 24], "ftypM4A "), "a.m4a", "audio", "audio/mp4"],
    [head("ID3"), "a.mp3", "audio", "audio/mpeg"],
    [head("%PDF-1.4"), "a.pdf", "document", "application/pdf"],
    [
      ZIP,
      "a.docx",
      "document",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    [PNG, "a.png", "document", "image/png"],
    [head([0xff, 0xd8, 0xff]), "a.JPG", "document", "image/jpeg"],
    [head("RIFF....WEBP"), "a.webp", "document", "image/webp"],
    [head("第一条"), "a.txt", "document", "text/plain"],
  ] as const)("%# %s is taken", (bytes, name, kind, mime) => {
    expect(judge(bytes, name)).toEqual({ type: "take", kind, mime, disguised: false });
  });

  it.each([
    [head("RIFF....AVI "), "AVI"],
    [head([0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11]), "WMV"],
    [head(".RMF"), "RMVB"],
    [head([0, 0, 1, 0xba]), "VOB"],
  ])("%# is a film for another player: %s", (bytes, format) => {
    expect(judge(bytes, "a.mp4")).toEqual({ type: "other-player", format });
  });

  it("believes the bytes where the name says something else, and says so", () => {
    expect(judge(MP4, "通知.pdf")).toMatchObject({ kind: "video", disguised: true });
    expect(judge(ZIP, "film.mp4")).toMatchObject({ kind: "document", disguised: true });
  });

  it.each([
    [head(""), "a.mp4", 0, "empty"],
    [head("<!DOCTYPE html>"), "a.mp4", 9, "page"],
    [head("#EXTM3U"), "a.mp4", 9, "playlist"],
    [ZIP, "清单.dianbo", 9, "package"],
    [head([0, 0, 0, 24], "ftypheic"), "a.heic", 9, "phone-picture"],
    [head("MZ"), "setup.exe", 9, "unknown"],
    [head([0, 0, 0, 0]), "a.mp4", 9, "unknown"],
  ] as const)("%# %s is refused, with its reason", (bytes, name, size, why) => {
    expect(judge(bytes, name, size)).toEqual({ type: "refuse", why });
  });
});
