import { govSite } from "../pages/gov/gov-site.ts";
import { partySite } from "../pages/party/party-site.ts";
import type { Entry, Roots, Site } from "../pages/site.ts";
import { page } from "../pages/site.ts";
import { startPage } from "../pages/start.ts";

const startSite: Site = new Map<string, Entry>([
  ["", page(startPage)],
  ["favicon.ico", { kind: "file", file: "pages/style/blank.gif" }],
  ["start.css", { kind: "file", file: "pages/style/start.css" }],
]);

/** Where a request leads. */
export type Found =
  | { type: "entry"; entry: Entry; roots: Roots }
  | { type: "redirect"; to: string }
  | { type: "nothing" };

function within(site: Site, path: string, roots: Roots): Found {
  const name = path === "" || path.endsWith("/") ? `${path}index.shtml` : path;
  const entry = site.get(path) ?? site.get(name);
  return entry ? { type: "entry", entry, roots } : { type: "nothing" };
}

/**
 * Finds what stands at an address. A portal's host name leads to its site (`*.12371.cn`, `*.gov.cn`);
 * any other host, localhost for one, holds the start page and both sites under `/gov/` and `/party/`.
 *
 * @param host the `Host` header, port included
 * @param path decoded path with its leading slash, without the query
 */
export function findAddress(host: string, path: string): Found {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  const port = host.slice(name.length);
  const inside = path.slice(1);
  const real = {
    gov: `http://www.qinghe.gov.cn${port}/`,
    party: `http://www.12371.cn${port}/`,
    partyMedia: `http://video.12371.cn${port}/`,
  };
  if (name === "12371.cn" || name.endsWith(".12371.cn")) return within(partySite, inside, real);
  if (name.endsWith(".gov.cn")) return within(govSite, inside, { ...real, gov: `http://${host}/` });

  const home = `http://${host}/`;
  const roots = { gov: `${home}gov/`, party: `${home}party/`, partyMedia: `${home}party/` };
  if (path === "/gov" || path === "/party") return { type: "redirect", to: `${path}/` };
  if (inside.startsWith("gov/")) return within(govSite, inside.slice("gov/".length), roots);
  if (inside.startsWith("party/")) return within(partySite, inside.slice("party/".length), roots);
  return within(startSite, inside, roots);
}
