import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Portal } from "./serve.ts";
import { servePortal } from "./serve.ts";

const FILM = "/party/video/2026/11/23/flag_h264_640.mp4";

describe("the demonstration portal", () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await servePortal({ port: 0 });
  });
  afterEach(() => portal.switches.reset());
  afterAll(() => portal.close());

  function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${portal.port}${path}`, { headers });
  }

  async function film(): Promise<Uint8Array> {
    return new Uint8Array(await (await ask(FILM)).arrayBuffer());
  }

  it("sends a part of a film when asked for a range", async () => {
    const part = await ask(FILM, { Range: "bytes=1000-1099" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toMatch(/^bytes 1000-1099\/\d+$/);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual((await film()).slice(1000, 1100));
  });

  it("sends the tail for a suffix, 416 past the end, and everything when If-Range is stale", async () => {
    const size = (await film()).length;
    expect((await ask(FILM, { Range: "bytes=-10" })).headers.get("content-length")).toBe("10");
    expect((await ask(FILM, { Range: `bytes=${size}-` })).status).toBe(416);
    expect((await ask(FILM, { Range: "bytes=0-9", "If-Range": '"other"' })).status).toBe(200);
  });

  it("allows no other site to read it", async () => {
    expect(
      (await ask(FILM, { Origin: "http://localhost:4173" })).headers.get(
        "access-control-allow-origin",
      ),
    ).toBeNull();
  });

  it("sends the old page as GB18030 and says so only in the page", async () => {
    const old = await ask("/gov/bmfw/202605/t20260520_4079125.html");
    expect(old.headers.get("content-type")).toBe("text/html");
    const text = new TextDecoder("gb18030", { fatal: true }).decode(await old.arrayBuffer());
    expect(text).toContain("charset=gb2312");
    expect(text).toContain("刘堃 王喆");
  });

  it("answers the bad attachment with a login page", async () => {
    const bad = await ask("/gov/bmfw/202611/P020261110587120391206.pdf");
    expect(bad.headers.get("content-type")).toContain("text/html");
    expect(await bad.text()).toContain("统一身份认证");
  });

  it("cuts the connection after so many bytes", async () => {
    portal.switches.cutAfter = 50_000;
    const answer = await ask(FILM);
    let got = 0;
    await expect(async () => {
      for await (const chunk of answer.body ?? []) got += chunk.length;
    }).rejects.toThrow();
    expect(got).toBe(50_000);
  });

  it("answers with a status, without ranges or with a wrong type when told to", async () => {
    portal.switches.status.set(FILM, 403);
    expect((await ask(FILM)).status).toBe(403);
    portal.switches.reset();
    portal.switches.noRange = true;
    portal.switches.wrongType = "text/html";
    const spoilt = await ask(FILM, { Range: "bytes=0-9" });
    expect(spoilt.status).toBe(200);
    expect(spoilt.headers.get("content-type")).toBe("text/html");
  });
});
