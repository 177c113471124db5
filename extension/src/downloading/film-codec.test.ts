import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { box, FTYP, joined, moovOf, zeros } from "./fake-film.ts";
import { seeCodec } from "./film-codec.ts";

const hevc = moovOf("hvc1");

describe("the coding of a film's picture", () => {
  it("is named as RFC 6381 has it", () => {
    const seen = seeCodec(joined(FTYP, hevc, box("mdat", zeros(99))), 0);
    expect(seen).toEqual({ type: "hevc", codecs: "hvc1.1.6.L90.90" });
  });

  it("is of no interest where every computer plays it", () => {
    expect(seeCodec(joined(FTYP, moovOf("avc1")), 0)).toEqual({ type: "nothing" });
  });

  it("stands further on where the film's bytes come first", () => {
    const front = joined(FTYP, box("mdat", zeros(5000))).subarray(0, 200);
    expect(seeCodec(front, 0)).toEqual({ type: "further", at: FTYP.length + 5008 });
    expect(seeCodec(hevc, FTYP.length + 5008)).toMatchObject({ type: "hevc" });
  });

  it("is read from a box with a long size too", () => {
    const long = zeros(16);
    const view = new DataView(long.buffer);
    view.setUint32(0, 1);
    long.set(box("mdat").subarray(4), 4);
    view.setBigUint64(8, 5_000_000_000n);
    const seen = seeCodec(joined(FTYP, long, zeros(50)), 0);
    expect(seen).toEqual({ type: "further", at: FTYP.length + 5_000_000_000 });
  });

  it("is unknown of what is no MP4, of a film cut off, and of noise, without a fault", () => {
    expect(seeCodec(new TextEncoder().encode("<html><body>"), 0)).toEqual({ type: "nothing" });
    const whole = joined(FTYP, hevc);
    for (let length = 0; length < whole.length; length += 1) {
      expect(["nothing", "further", "hevc"]).toContain(seeCodec(whole.slice(0, length), 0).type);
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(whole.length - 1), (noise, place) => {
        const film = whole.slice();
        film.set(noise.subarray(0, film.length - place), place);
        seeCodec(film, 0);
        seeCodec(noise, 7);
      }),
    );
  });
});
