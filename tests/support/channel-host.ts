/**
 * A host of channels as any web host is one: files with ETags, answered 304 where they have not changed;
 * beside them hosts that are broken or mean harm. Everything else on it is the built app.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { serveApp } from "../../scripts/serve-app.ts";
import type { MadeRelease } from "./county-channel.ts";

/** A request for a file of a channel, and how it was answered. */
interface Asked {
  readonly path: string;
  readonly status: number;
}

/** A running host. */
export interface ChannelHost {
  readonly port: number;
  /** What lies at `/channel/` from now on. */
  readonly publish: (made: MadeRelease) => void;
  /** What was asked of `/channel/` since the last time. */
  readonly asked: () => readonly Asked[];
  /** Paths beside the channel that were asked for, of whatever host. */
  readonly strange: string[];
  readonly close: () => Promise<void>;
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, undefined, 1));

/** Begins a body that never ends. */
const endless = (response: ServerResponse): void => {
  response.writeHead(200, { "Content-Type": "application/json" });
  const more = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
};

const HOSTILE: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/moved/channel.json": (response) =>
    response.writeHead(302, { Location: "http://192.168.1.1/channel.json" }).end(),
  "/loop/channel.json": (response) =>
    response.writeHead(301, { Location: "/loop/channel.json" }).end(),
  "/busy/channel.json": (response) =>
    response.writeHead(503, { "Retry-After": "3600" }).end("busy"),
  "/page/channel.json": (response) =>
    response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>登录</h1>"),
  "/endless/channel.json": endless,
  "/forbidden/channel.json": (response) => response.writeHead(403).end("no"),
  // Says more than it sends, and hangs up.
  "/cut/channel.json": (response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "5000" });
    response.write('{"format":"dianbo-channel",');
    setImmediate(() => response.destroy());
  },
  // 「目录」 in GBK, which JSON never is.
  "/gbk/channel.json": (response) =>
    response
      .writeHead(200, { "Content-Type": "application/json; charset=gbk" })
      .end(Buffer.from([0x7b, 0x22, 0xc4, 0xbf, 0xc2, 0xbc, 0x22, 0x3a, 0x31, 0x7d])),
};

/** Starts a host that has the app and, once one is published, a channel. */
export const serveChannels = async (root: string): Promise<ChannelHost> => {
  const app = await serveApp({ root, port: 0 });
  let files = new Map<string, Buffer>();
  let asked: Asked[] = [];
  const strange: string[] = [];
  const answerFile = (path: string, asking: IncomingMessage, response: ServerResponse): void => {
    const file = files.get(path);
    const tag = file === undefined ? "" : `"${createHash("sha1").update(file).digest("hex")}"`;
    const status = file === undefined ? 404 : asking.headers["if-none-match"] === tag ? 304 : 200;
    asked.push({ path, status });
    response.writeHead(status, { ETag: tag, "Cache-Control": "no-cache" });
    response.end(status === 200 ? file : undefined);
  };
  const server = createServer((asking, response) => {
    const path = asking.url ?? "/";
    const hostile = HOSTILE[path];
    if (hostile !== undefined) {
      strange.push(path);
      hostile(response);
    } else if (path.startsWith("/channel/")) answerFile(path, asking, response);
    else {
      const passed = request({ port: app.port, path, method: asking.method }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      passed.on("error", () => response.destroy());
      passed.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    publish: ({ release }) => {
      files = new Map([["/channel/channel.json", json(release.index)]]);
      for (const [hash, bytes] of release.bytes) {
        files.set(`/channel/segments/${hash}.json.gz`, Buffer.from(bytes));
      }
    },
    asked: () => {
      const all = asked;
      asked = [];
      return all;
    },
    strange,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await app.close();
    },
  };
};
