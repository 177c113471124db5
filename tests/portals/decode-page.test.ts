/** Bytes before declarations: what a page says of its charset is believed only where its bytes agree. */
import { describe, expect, test } from "vitest";
import { decodePage } from "../../extension/src/clipping/decode-page.ts";

describe("bytes", () => {
  const gb = Uint8Array.from([0xb4, 0xba, 0xb8, 0xfb]);
  const bytesOf = (...parts: (string | Uint8Array)[]): Uint8Array =>
    Uint8Array.from(
      parts.flatMap((part) => [
        ...(typeof part === "string" ? new TextEncoder().encode(part) : part),
      ]),
    );

  test.each([
    ["declared GB2312, true", bytesOf('<meta charset="gb2312">', gb)],
    ["declared GB2312, in truth UTF-8", bytesOf('<meta charset="gb2312">春耕')],
    ["declared UTF-8, in truth GB", bytesOf('<meta charset="utf-8">', gb)],
    ["not declared, GB", bytesOf("<p>", gb)],
    ["UTF-16 by its mark", Uint8Array.from([0xff, 0xfe, 0x25, 0x66, 0x15, 0x80])],
  ])("%s", (_name, bytes) => {
    expect(decodePage(bytes)).toContain("春耕");
  });
});
