/**
 * The plain static server that shows the built app on this machine. It sends what any web host sends, and
 * nothing more: no COOP header (the hand-over needs its opener) and no caching beyond the service worker's.
 */
import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".mp4": "video/mp4",
  ".mp3": "audio/mpeg",
  ".pdf": "application/pdf",
  ".txt": "text/plain; charset=utf-8",
};

/** The file that a request's path names, or undefined where there is none or it would leave the root. */
const fileOf = (root: string, url: string): string | undefined => {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const inside = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
    if (!inside.startsWith(normalize(root) + sep)) return undefined;
    return statSync(inside).isFile() ? inside : undefined;
  } catch {
    return undefined;
  }
};

const answer = (root: string, request: IncomingMessage, response: ServerResponse): void => {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const file = fileOf(root, request.url ?? "/");
  if (file === undefined) {
    response
      .writeHead(404, { "Content-Type": "text/plain; charset=utf-8" })
      .end("没有这一页 / not here\n");
    return;
  }
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
    "Content-Length": statSync(file).size,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
  });
  if (request.method === "HEAD") response.end();
  else
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
};

/** A server that can be stopped. */
export interface RunningServer {
  /** The port it listens on, also where 0 was asked for. */
  readonly port: number;
  /** Ends it at once, open connections included. */
  close(): Promise<void>;
}

/**
 * Serves the folder `root` on this machine only.
 * @param port 0 takes any free one.
 * @throws where the port is taken (`EADDRINUSE`).
 */
export function serveApp({
  port,
  root,
}: {
  readonly port: number;
  readonly root: string;
}): Promise<RunningServer> {
  const server = createServer((request, response) => answer(root, request, response));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address !== null ? address.port : port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
