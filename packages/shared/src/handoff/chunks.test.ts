import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CHUNK_BYTES,
  CHUNKED_LIMIT,
  chunkCount,
  chunkSize,
  decodeChunk,
  encodeChunk,
  makeChunkAssembler,
} from "./chunks.ts";

describe("a piece as text", () => {
  it("is base64 as everybody writes it, and the same bytes again", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const text = encodeChunk(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64"));
        expect(decodeChunk(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each(["a", "abc", "ab=c", "a===", "====", " AAA", "点点点点", "AA\nA"])(
    "is not made of %j",
    (text) => {
      expect(decodeChunk(text)).toBeUndefined();
    },
  );
});

describe("a file in pieces", () => {
  const piecesOf = (file: Uint8Array): string[] =>
    Array.from({ length: chunkCount(file.length) }, (_, index) => {
      const from = index * CHUNK_BYTES;
      return encodeChunk(file.subarray(from, from + chunkSize(file.length, index)));
    });

  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 7])(
    "comes together whole: %i bytes",
    (size) => {
      const file = Uint8Array.from({ length: size }, (_, at) => (at * 31) & 255);
      const assembler = makeChunkAssembler(size);
      const said = piecesOf(file).map((data, index) => assembler.take(index, data));
      expect(said.at(-1)).toBe("whole");
      expect(said.slice(0, -1).every((one) => one === "more")).toBe(true);
      expect(Buffer.concat(assembler.parts()).equals(Buffer.from(file))).toBe(true);
    },
  );

  it("is broken by a piece twice, one left out, one too short, one too many, and stays so", () => {
    const file = new Uint8Array(2 * CHUNK_BYTES + 5);
    const [first = "", second = "", third = ""] = piecesOf(file);
    const after = (...pieces: (readonly [number, string])[]) => {
      const assembler = makeChunkAssembler(file.length);
      return pieces.map(([index, data]) => assembler.take(index, data));
    };
    expect(after([0, first], [0, first], [1, second])).toEqual(["more", "broken", "broken"]);
    expect(after([0, first], [2, third])).toEqual(["more", "broken"]);
    expect(after([0, third])).toEqual(["broken"]);
    expect(after([0, first], [1, second], [2, third], [3, ""])).toEqual([
      "more",
      "more",
      "whole",
      "broken",
    ]);
  });

  it("is refused over the limit, whatever the first piece is", () => {
    expect(makeChunkAssembler(CHUNKED_LIMIT + 1).take(0, "")).toBe("broken");
    expect(makeChunkAssembler(-1).take(0, "")).toBe("broken");
    expect(makeChunkAssembler(0.5).take(0, "")).toBe("broken");
  });
});
