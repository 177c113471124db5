/** The work of `npm run record-portal`; see scripts/record-portal.ts. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { decodePage } from "../../extension/src/clipping/decode-page.ts";
import { extractPage } from "./extract-page.ts";
import { scrubbedPage } from "./scrub-page.ts";

const PORTALS = resolve(import.meta.dirname, "../portals");
/** Relative names are meant from where the command was typed. */
const typedFrom = process.env["INIT_CWD"] ?? process.cwd();

const stop = (text: string): never => {
  console.error(text);
  process.exit(1);
};

const [source = "", from] = process.argv.slice(2);
const isAddress = /^https?:\/\//u.test(source);
if (source === "" || (!isAddress && from === undefined)) {
  stop("npm run record-portal -- URL    or    npm run record-portal -- FILE URL");
}
const url = isAddress ? source : (from ?? "");
if (!URL.canParse(url)) stop(`${url} is no address`);

const bytesOf = async (): Promise<Uint8Array> => {
  if (!isAddress) return readFileSync(resolve(typedFrom, source));
  const answer = await fetch(url, { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) stop(`${url} answered ${answer.status}; save the page in a browser instead`);
  return new Uint8Array(await answer.arrayBuffer());
};

const { hostname, pathname } = new URL(url);
const name =
  basename(pathname)
    .replace(/\.\w{2,6}$/u, "")
    .replace(/[^\w-]+/gu, "-") || "index";
const page = join(PORTALS, hostname, `${name}.html`);
if (existsSync(page)) stop(`${page} is there already; nothing was written over`);

const html = scrubbedPage(decodePage(await bytesOf()));
const read = extractPage(Buffer.from(html), url);
const guess = {
  url,
  kind: read.kind,
  title: read.title,
  publishedAt: read.publishedAt,
  publisher: read.publisher,
  ...(read.list === null
    ? { textStart: read.text.slice(0, 20), textEnd: read.text.slice(-20) }
    : {
        list: {
          links: read.list.links.map(({ url: address, title, date }) => ({
            url: address,
            title,
            date,
          })),
          next: read.list.next,
        },
      }),
};
mkdirSync(join(PORTALS, hostname), { recursive: true });
writeFileSync(page, html);
writeFileSync(page.replace(/\.html$/u, ".expected.json"), `${JSON.stringify(guess, null, 2)}\n`);
console.log(
  `wrote ${page} and its expectation: what we read. Put right what is wrong in it, by the page.`,
);
