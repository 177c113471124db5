/** A site whose players keep the addresses of their films to themselves: fetched by script, or in a frame of another host. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

const FILM = fileURLToPath(
  new URL("../../../demonstration/media/safe-charging.mp4", import.meta.url),
);

/** A page whose script fetches the film from a media host and plays it as a blob. */
export const SHY_PAGE = "http://www.shy.gov.cn/lesson/8.html";
/** A page whose film has an address without a film's name. */
export const MUTE_PAGE = "http://www.shy.gov.cn/lesson/10.html";
/** A page in which a player of another host stands. */
export const FRAME_PAGE = "http://www.shy.gov.cn/frame/9.html";
/** What the lesson is called, on both pages. */
export const SHY_TITLE = "黄瓜霜霉病怎样防治";

const page = (body: string): string =>
  `<!DOCTYPE html><html lang="zh"><meta charset="utf-8"><title>${SHY_TITLE}</title><h1>${SHY_TITLE}</h1>${body}</html>`;

const PAGES: Readonly<Record<string, string>> = {
  "/lesson/8.html": page(
    `<video id="v" controls muted></video><script>
      // An advertisement first, as players do; then the lesson, its address put together where no reader finds it.
      const at = (name) => "http://vod.shy.gov.cn/" + name + "." + "m" + "p4";
      fetch(at("tick")).then((a) => a.arrayBuffer())
        .then(() => fetch(at("8f31c0"))).then((a) => a.blob())
        .then((film) => { v.src = URL.createObjectURL(film); return v.play(); }).catch(() => {});
      v.src = URL.createObjectURL(new Blob([]));
    </script>`,
  ),
  "/lesson/10.html": page(
    `<video id="v" controls muted></video><script>
      v.src = URL.createObjectURL(new Blob([]));
      fetch("/play?id=10").then((a) => a.blob()).then((film) => { v.src = URL.createObjectURL(film); });
    </script>`,
  ),
  "/frame/9.html": page(
    `<iframe src="http://player.shy.gov.cn/embed/9" width="640" height="360" allowfullscreen></iframe>`,
  ),
  "/embed/9": page(`<video src="http://vod.shy.gov.cn/9aa2.mp4" controls></video>`),
};

/** A running site. */
export interface ShySite {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts the site on a port of its own, for all its hosts. */
export const serveShyPlayers = async (): Promise<ShySite> => {
  const film = await readFile(FILM);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path.endsWith(".mp4") || path === "/play") {
      const body = path === "/tick.mp4" ? film.subarray(0, 4000) : film;
      response.writeHead(200, {
        "Content-Type": "video/mp4",
        "Content-Length": body.length,
        "Access-Control-Allow-Origin": "*",
      });
      response.end(body);
      return;
    }
    const html = PAGES[path];
    response.writeHead(html === undefined ? 404 : 200, {
      "Content-Type": "text/html; charset=utf-8",
    });
    response.end(html ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  return {
    port: typeof at === "object" && at !== null ? at.port : 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
