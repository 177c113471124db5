/**
 * A plain HTTP proxy in front of the demonstration portal, for a browser that cannot map host names to a
 * port: the portal's pages keep their real addresses, and all that the browser asks for is written down.
 */
import { request as ask, createServer } from "node:http";
import type { Portal } from "@dianbo/demonstration/serve";

const PORTAL_HOST = /(?:^|\.)(?:12371\.cn|gov\.cn)$/u;

/** What Firefox asks its makers by itself; nothing of ours is ever sent there. */
const BROWSERS_OWN = /\.(?:mozilla|firefox)\.(?:com|org|net)$/u;

/** A running proxy. */
export interface PortalProxy {
  readonly port: number;
  /** The host of every request so far, the encrypted ones that were refused included. */
  readonly hosts: ReadonlySet<string>;
  /** A path that is refused to whoever sends no Referer, as hosts do against hotlinking. */
  guard(path: string): void;
  /** @throws where the browser asked any host beside the portal's and its makers': no person caused that. */
  close(): Promise<void>;
}

/** Starts a proxy that knows the portal's hosts and refuses all others. */
export const openPortalProxy = async (portal: Portal): Promise<PortalProxy> => {
  const hosts = new Set<string>();
  const guarded = new Set<string>();
  const server = createServer((request, response) => {
    const { hostname, pathname, search } = new URL(request.url ?? "/", "http://localhost");
    hosts.add(hostname);
    const refused = guarded.has(pathname) && request.headers.referer === undefined;
    if (refused || !PORTAL_HOST.test(hostname)) {
      response.writeHead(403).end();
      return;
    }
    const { method, headers } = request;
    const asked = ask({ port: portal.port, path: pathname + search, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.on("error", () => response.destroy());
    response.on("close", () => asked.destroy());
    request.pipe(asked);
  });
  server.on("connect", ({ url = "" }, socket) => {
    hosts.add(url.replace(/:\d+$/u, ""));
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    port: address.port,
    hosts,
    guard: (path) => void guarded.add(path),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      const unasked = [...hosts].filter(
        (host) => !PORTAL_HOST.test(host) && !BROWSERS_OWN.test(host),
      );
      if (unasked.length > 0) throw new Error(`no person caused: ${unasked.join(", ")}`);
    },
  };
};
