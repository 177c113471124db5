import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import type { Entry, Roots } from "./pages/site.ts";
import { findAddress } from "./server/addresses.ts";
import { encodeGb18030 } from "./server/gb18030.ts";
import { sendFile } from "./server/send-file.ts";
import type { Switches } from "./server/switches.ts";
import { createSwitches } from "./server/switches.ts";

/** One request as it came in, so that a test can say what was asked for and with which headers. */
export type RequestNote = {
  method: string;
  host: string;
  /** Decoded, with its leading slash. */
  path: string;
  range: string | null;
  referer: string | null;
};

/** A running demonstration portal. */
export type Portal = {
  port: number;
  /** `http://localhost:<port>`, without a slash at the end. */
  origin: string;
  /** How the server misbehaves; all off at first. */
  switches: Switches;
  /** Every request so far, in order. */
  requests: readonly RequestNote[];
  /** Ends the server and all its connections. */
  close(): Promise<void>;
};

function decodePath(url: string): string | null {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? "/");
  } catch {
    return null;
  }
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(text);
}

function sendPage(
  response: ServerResponse,
  html: string,
  charset: "utf-8" | "gb18030",
  method: string | undefined,
): void {
  const body = charset === "gb18030" ? encodeGb18030(html) : Buffer.from(html);
  // The old page's header names no charset: only its own meta does, as on real old sites.
  const type = charset === "gb18030" ? "text/html" : "text/html; charset=utf-8";
  response.writeHead(200, { "Content-Type": type, "Content-Length": body.length });
  response.end(method === "HEAD" ? undefined : body);
}

async function sendEntry(
  request: IncomingMessage,
  response: ServerResponse,
  { entry, roots }: { entry: Entry; roots: Roots },
  switches: Switches,
): Promise<void> {
  switch (entry.kind) {
    case "page":
      return sendPage(response, entry.render(roots), entry.charset, request.method);
    case "answer": {
      const { searchParams } = new URL(request.url ?? "/", "http://localhost");
      response.writeHead(200, { "Content-Type": `${entry.type}; charset=utf-8` });
      response.end(entry.render(searchParams));
      return;
    }
    case "file": {
      const path = fileURLToPath(new URL(entry.file, import.meta.url));
      const { savedAs } = entry;
      return sendFile(request, response, savedAs ? { path, savedAs } : { path }, switches);
    }
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  switches: Switches,
): Promise<void> {
  const forced = switches.status.get(path);
  if (forced !== undefined) return sendText(response, forced, `${forced}\n`);
  const found = findAddress(request.headers.host ?? "localhost", path);
  const isAsked = found.type === "entry" && found.entry.kind === "answer";
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead && !(isAsked && request.method === "POST"))
    return sendText(response, 405, "只能看，不能改\n");
  switch (found.type) {
    case "nothing":
      return sendText(response, 404, "没有这一页\n");
    case "redirect":
      response.writeHead(302, { Location: found.to }).end();
      return;
    case "entry":
      return sendEntry(request, response, found, switches);
  }
}

/**
 * Serves the demonstration portal on node:http: both sites, media with ranges, no CORS headers.
 *
 * @param options port (0 takes a free one) and host to listen on, 127.0.0.1 unless told
 */
export async function servePortal(options: { port: number; host?: string }): Promise<Portal> {
  const switches = createSwitches();
  const requests: RequestNote[] = [];
  const server = createServer((request, response) => {
    const path = decodePath(request.url ?? "/");
    if (path === null) return sendText(response, 400, "地址不对\n");
    requests.push({
      method: request.method ?? "GET",
      host: request.headers.host ?? "",
      path,
      range: request.headers.range ?? null,
      referer: request.headers.referer ?? null,
    });
    answer(request, response, path, switches).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, `${String(error)}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host ?? "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    port,
    origin: `http://localhost:${port}`,
    switches,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  const portal = await servePortal({ port: Number(process.env["PORT"] ?? "4174") });
  process.stdout.write(`示范门户：${portal.origin}/\n`);
}
