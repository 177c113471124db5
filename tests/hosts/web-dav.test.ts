/**
 * The WebDAV client against hosts that nobody here wrote, rclone and Apache: what it asks is understood, what
 * they answer is understood, odd names included; and what goes wrong on the way is told apart.
 */
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reachWebDav } from "@dianbo/pwa/hosts";
import { err, ok } from "@dianbo/shared/result";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Front, openFront } from "../support/hosts/faulty-front.ts";
import { installXml } from "../support/hosts/node-xml.ts";
import {
  ACCOUNT,
  type DavServer,
  serveApache,
  serveRclone,
} from "../support/hosts/web-dav-servers.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const NAME = "1014 一面党旗的故事 50% & #1.bin";

beforeAll(installXml);

describe.each([
  ["rclone", serveRclone],
  ["Apache", serveApache],
] as const)("a folder on %s", (_name, serve) => {
  let server: DavServer;
  let front: Front;
  beforeAll(async () => {
    server = await serve();
    front = await openFront(() => server.port);
  });
  beforeEach(() => {
    front.fault = () => undefined;
  });
  afterAll(async () => {
    await front?.close();
    await server?.close();
  });
  const open = (path = "", who: { user: string; password: string } = ACCOUNT) =>
    reachWebDav({ folder: `http://127.0.0.1:${front.port}/${path}`, ...who });

  test("is listed, written to, read, swept", async () => {
    const dav = open();
    expect(await dav.list("")).toEqual(ok([]));
    expect(await dav.makeFolder("层 一/层二")).toEqual(ok(null));
    expect(await dav.makeFolder("层 一/层二")).toEqual(ok(null));
    expect(await dav.write(`层 一/${NAME}`, bytes("甲"))).toEqual(ok(null));
    expect(await readFile(join(server.folder, "层 一", NAME), "utf8")).toBe("甲");
    const listed = await dav.list("层 一");
    expect(listed.ok && [...listed.value].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      [
        { name: NAME, isFolder: false, size: 3, etag: expect.any(String) },
        { name: "层二", isFolder: true, size: undefined, etag: undefined },
      ].map((entry) =>
        expect.objectContaining(entry.isFolder ? { name: entry.name, isFolder: true } : entry),
      ),
    );
    expect(await dav.read(`层 一/${NAME}`, 3)).toEqual(ok(bytes("甲")));
    expect(await dav.read(`层 一/${NAME}`, 2)).toEqual(err({ type: "too-large" }));
    expect(await dav.remove(`层 一/${NAME}`)).toEqual(ok(null));
    expect(await dav.remove(`层 一/${NAME}`)).toEqual(ok(null));
    expect(await dav.read(`层 一/${NAME}`, 9)).toEqual(err({ type: "not-there" }));
    expect(await dav.remove("层 一")).toEqual(ok(null));
    expect(await dav.list("")).toEqual(ok([]));
  });

  test("that is not there is said to be missing, and is made with those above it", async () => {
    const dav = open("无/有/");
    expect(await dav.list("")).toEqual(err({ type: "not-there" }));
    expect(await dav.makeFolder("")).toEqual(ok(null));
    expect(await dav.list("")).toEqual(ok([]));
    expect((await stat(join(server.folder, "无", "有"))).isDirectory()).toBe(true);
    expect(await open().remove("无")).toEqual(ok(null));
  });

  test("takes a file in the place of another, and readers have one of the two whole", async () => {
    const dav = open();
    await dav.write("channel.json", bytes("第一版"));
    expect(await dav.replace("channel.json", bytes("第二版，长一点"))).toEqual(ok(null));
    expect(await dav.read("channel.json", 99)).toEqual(ok(bytes("第二版，长一点")));
    const large = new Uint8Array(300_000).fill(7);
    front.fault = ({ method }) => (method === "PUT" ? { type: "cut", after: 100_000 } : undefined);
    expect(await dav.replace("channel.json", large)).toEqual(err({ type: "no-answer" }));
    front.fault = () => undefined;
    expect(await dav.read("channel.json", 99)).toEqual(ok(bytes("第二版，长一点")));
    expect(await dav.replace("channel.json", large)).toEqual(ok(null));
    expect((await stat(join(server.folder, "channel.json"))).size).toBe(large.length);
    await dav.remove("channel.json");
    expect(await dav.list("")).toEqual(ok([]));
  });

  test("takes a file in the place of another where the host cannot move", async () => {
    const dav = open();
    front.fault = ({ method }) => (method === "MOVE" ? { type: "answer", status: 502 } : undefined);
    expect(await dav.replace("channel.json", bytes("新"))).toEqual(ok(null));
    front.fault = () => undefined;
    expect(await dav.list("")).toMatchObject({ value: [{ name: "channel.json", size: 3 }] });
    await dav.remove("channel.json");
  });

  test("asks for its password", async () => {
    for (const who of [
      { user: "", password: "" },
      { ...ACCOUNT, password: "falsch" },
    ]) {
      const dav = open("", who);
      expect(await dav.list("")).toEqual(err({ type: "wrong-password" }));
      expect(await dav.write("a", bytes("a"))).toEqual(err({ type: "wrong-password" }));
    }
  });

  test.each([
    [403, "forbidden"],
    [507, "no-room"],
    [413, "no-room"],
    [405, "not-webdav"],
    [409, "no-parent"],
    [423, "busy"],
    [503, "busy"],
    [418, "refused"],
    [302, "moved"],
    [308, "moved"],
  ] as const)("that answers %i is told apart: %s", async (status, type) => {
    front.fault = () => ({ type: "answer", status, head: { Location: "http://127.0.0.1:1/" } });
    expect(await open().write("a", bytes("a"))).toEqual(err({ type }));
    expect(await open().list("")).toEqual(err({ type }));
  });

  test.each([
    ["a page", 200, "<h1>登录</h1>"],
    ["a page that calls itself an answer", 207, "<h1>登录</h1>"],
    ["what is cut off", 207, '<multistatus xmlns="DAV:"><response>'],
    ["nothing", 207, ""],
    [
      "entities to be unfolded",
      207,
      '<!DOCTYPE a [<!ENTITY b "c">]><multistatus xmlns="DAV:">&b;</multistatus>',
    ],
  ])("that answers %s is no WebDAV", async (_what, status, body) => {
    front.fault = () => ({ type: "answer", status, body });
    expect(await open().list("")).toEqual(err({ type: "not-webdav" }));
  });

  test("that lists what it should not is believed in what can be", async () => {
    const href = (path: string): string =>
      `<d:response><d:href>${path}</d:href><d:propstat><d:prop><d:getcontentlength>7</d:getcontentlength></d:prop></d:propstat></d:response>`;
    const list = [
      "/",
      "/good",
      "/a/b",
      "/..%2Fetc",
      "/%00",
      "/%E0%A4%A",
      "http://other/x/y",
      "/%2e%2e",
    ];
    front.fault = () => ({
      type: "answer",
      status: 207,
      body: `<d:multistatus xmlns:d="DAV:">${list.map(href).join("")}</d:multistatus>`,
    });
    expect(await open().list("")).toEqual(
      ok([{ name: "good", isFolder: false, size: 7, etag: undefined }]),
    );
  });

  test("whose paths begin elsewhere, as behind a relay, is read all the same", async () => {
    const href = (path: string): string => `<D:response><D:href>${path}</D:href></D:response>`;
    front.fault = () => ({
      type: "answer",
      status: 207,
      body: `<D:multistatus xmlns:D="DAV:">${["/inner/dav/", "/inner/dav/a.bin"].map(href).join("")}</D:multistatus>`,
    });
    expect(await open("channel/").list("")).toMatchObject({ value: [{ name: "a.bin" }] });
  });

  test("is left where somebody stops it", async () => {
    const stop = new AbortController();
    front.fault = () => {
      stop.abort();
      return { type: "hold" };
    };
    const dav = reachWebDav({ folder: `http://127.0.0.1:${front.port}/`, ...ACCOUNT }, stop.signal);
    expect(await dav.list("")).toEqual(err({ type: "no-answer" }));
    expect(await dav.list("")).toEqual(err({ type: "no-answer" }));
  });

  test("keeps what is there where nothing may be replaced, if it knows the condition", async () => {
    const dav = open();
    await writeFile(join(server.folder, "once"), "first");
    const again = await dav.write("once", bytes("second"), { ifNoneMatch: true });
    const now = await readFile(join(server.folder, "once"), "utf8");
    expect([again, now]).toEqual(
      again.ok ? [ok(null), "second"] : [err({ type: "exists" }), "first"],
    );
    await dav.remove("once");
  });
});

test("a host that is not there gives no answer", async () => {
  const dav = reachWebDav({ folder: "http://127.0.0.1:1/", ...ACCOUNT });
  expect(await dav.list("")).toEqual(err({ type: "no-answer" }));
});
