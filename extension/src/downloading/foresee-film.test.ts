import { describe, expect, it } from "vitest";
import { hevcFilm } from "./fake-film.ts";
import { foreseeFilm } from "./foresee-film.ts";

const BYTES = 300_000;
const film = hevcFilm(BYTES, "behind");
const PIECE = 10_000;

/** Shows a film piece by piece to whoever watches; the server answers a look behind it like this. */
const watch = async (answer: (range: string) => Response, total: number | null = film.length) => {
  const ranges: string[] = [];
  const desk = {
    fetch: async (_: string, init: RequestInit) => {
      const range = new Headers(init.headers).get("range") ?? "";
      ranges.push(range);
      return answer(range);
    },
    canPlay: async () => false,
  };
  const { see } = foreseeFilm("http://a.cn/x.mp4", desk, new AbortController().signal, total);
  let told: Promise<boolean> | undefined;
  for (let at = 0; at < film.length && told === undefined; at += PIECE) {
    told = see(film.subarray(at, at + PIECE), at);
  }
  return { plays: await told, ranges };
};
const partly = (range: string): Response =>
  new Response(film.slice(Number(/\d+/u.exec(range)?.[0])), { status: 206 });

describe("a film whose description stands behind it", () => {
  it("is told by one small request", async () => {
    const { plays, ranges } = await watch(partly);
    expect(plays).toBe(false);
    expect(ranges).toEqual([expect.stringMatching(/^bytes=3000\d\d-\d+$/u)]);
  });

  it("is taken for playable where nobody gives a part, or that part is noise", async () => {
    expect((await watch(() => new Response(film))).plays).toBe(true);
    expect((await watch(() => new Response("?", { status: 206 }))).plays).toBe(true);
    const broken = watch(() => {
      throw new TypeError("Failed to fetch");
    });
    expect((await broken).plays).toBe(true);
  });

  it("is not looked for where nobody knows how long the film is", async () => {
    expect((await watch(partly, null)).ranges).toEqual([]);
  });
});
