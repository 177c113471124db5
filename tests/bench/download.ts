/**
 * What the extension's downloads cost beside the plainest tools, from the same server in the same run: a
 * lesson of 320 segments (AES-128) beside `ffmpeg -c copy`, a film beside `curl`. No debugger is attached
 * while it is measured: a page laid into a copy of the built extension starts the downloads and reports
 * to the server.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { makeFilm } from "../support/lessons/film.ts";
import { lessonPage } from "../support/lessons/lesson-page.ts";
import { type LessonServer, openLessonServer } from "../support/lessons/lesson-server.ts";
import { mediaPlaylist } from "../support/lessons/playlist.ts";
import { type BenchLine, benchLine } from "./measure.ts";

const run = promisify(execFile);
const HOST = "http://www.12371.cn";
const MB = 1024 * 1024;
const SEGMENTS = 320;
const FILM_BYTES = 300 * MB;

/** Runs in the extension's page: fetches what the server names, one after the other, and reports the times. */
const PAGE_SCRIPT = `
const base = "http://localhost:" + location.hash.slice(1);
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const db = await done(indexedDB.open("dianbo-inbox"));
const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const wake = async () => {
  const channel = new BroadcastChannel("dianbo-downloads");
  const answered = await new Promise((resolve) => {
    channel.onmessage = ({ data }) => data.type === "looked" && resolve(true);
    channel.postMessage({ type: "look" });
    setTimeout(() => resolve(false), 300);
  });
  channel.close();
  if (!answered) await chrome.offscreen.createDocument({ url: "offscreen.html", reasons: ["BLOBS"], justification: "bench" }).catch(() => {});
};
await wake();
for (;;) {
  const job = await (await fetch(base + "/job")).json();
  if (job.url === undefined) { await rest(100); continue; }
  const start = performance.now();
  const store = db.transaction("clips", "readwrite").objectStore("clips");
  await done(store.put({ id: job.id, kind: "video", title: job.id, source: { url: job.url, canonical: job.url + job.id, portal: "www.12371.cn" }, fileUrl: job.url, file: { state: "waiting" }, tags: [], reviewed: false, clippedAt: 1795500000000 }));
  await wake();
  let safe;
  let row;
  for (;;) {
    await rest(40);
    row = await done(db.transaction("clips").objectStore("clips").get(job.id));
    if (safe === undefined && job.fragments !== undefined) {
      const range = IDBKeyRange.bound(job.id + "#", job.id + "$");
      const last = await done(db.transaction("lessons").objectStore("lessons").openCursor(range, "prev"));
      if (last !== null && Number(last.key.split("#")[1]) * 64 + last.value.entries.length >= job.fragments) safe = performance.now() - start;
    }
    if (row.file.state === "held" || row.file.state === "failed") break;
  }
  await fetch(base + "/done", { method: "POST", body: JSON.stringify({ ready: performance.now() - start, safe, state: row.file.state, reason: row.file.reason }) });
}
`;

interface Outcome {
  readonly ready: number;
  readonly safe?: number;
  readonly state: string;
  readonly reason?: string;
}

/** Gives the page jobs and hears how long they took. */
const openJobs = async (): Promise<{
  readonly port: number;
  /** From now on a starting extension opens its bench page. */
  go(): void;
  take(job: { id: string; url: string; fragments?: number }): Promise<Outcome>;
  close(): void;
}> => {
  let waiting: object | undefined;
  let go = false;
  let finish: ((outcome: Outcome) => void) | undefined;
  const server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (request.url === "/job") {
      response.end(JSON.stringify(waiting ?? {}));
      waiting = undefined;
      return;
    }
    if (request.url === "/go") {
      response.end(JSON.stringify({ go }));
      return;
    }
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      response.end();
      if (body !== "") finish?.(JSON.parse(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    go: () => {
      go = true;
    },
    take: (job) =>
      new Promise((resolve) => {
        finish = resolve;
        waiting = job;
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const millis = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** A copy of the built extension with the bench's page in it. */
const copyProducts = async (work: string, from: string, port: number): Promise<string> => {
  const products = join(work, "products");
  const extension = join(products, "extension-chromium");
  await cp(join(from, "extension-chromium"), extension, { recursive: true });
  await writeFile(
    join(extension, "bench.html"),
    '<!doctype html><script type="module" src="bench.js"></script>',
  );
  await writeFile(join(extension, "bench.js"), PAGE_SCRIPT);
  // A page named on the command line would be asked for before the extension is there.
  await appendFile(
    join(extension, "background.js"),
    `;fetch("http://localhost:${port}/go").then((answer) => answer.json()).then(({ go }) => {
      if (go) chrome.tabs.create({ url: chrome.runtime.getURL("bench.html#${port}") });
    }).catch(() => {});\n`,
  );
  return products;
};

/** Gives the extension leave for the portal's host, as a person does; closes the browser again. */
const giveLeave = async (
  server: LessonServer,
  profile: string,
  products: string,
): Promise<void> => {
  const { openBrowser } = await import("../support/browser.ts");
  const { allowHosts, openPanel, openPortalPage } = await import("../support/clipping.ts");
  const { openDisplay } = await import("../support/display.ts");
  const display = await openDisplay();
  try {
    const browser = await openBrowser({
      profile,
      display,
      extension: "by-hand",
      portal: server.port,
      switches: loading(products),
    });
    const page = await openPortalPage(browser, `${HOST}/small/page.shtml`);
    const panel = await openPanel(browser, page);
    await allowHosts(display, () => panel.keyboard.press("1"));
    await panel.getByText("也下好了，断网能放。").waitFor({ timeout: 60_000 });
    await browser.close();
  } finally {
    display.close();
  }
};

const loading = (products: string): readonly string[] => {
  const extension = join(products, "extension-chromium");
  return [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
};

const startPlainly = async (
  profile: string,
  products: string,
  port: number,
): Promise<ChildProcess> => {
  const { chromiumPath } = await import("../support/browser.ts");
  return spawn(
    chromiumPath(),
    [
      ...["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
      `--user-data-dir=${profile}`,
      ...loading(products),
      `--host-resolver-rules=MAP *.12371.cn 127.0.0.1:${port}`,
    ],
    { stdio: "ignore" },
  );
};

const SPEEDS: readonly (readonly [string, number | null, number])[] = [
  ["at 8 MB/s", 8 * MB, 1.15],
  ["at 20 MB/s", 20 * MB, 1.6],
  ["on bare loopback", null, 7],
];

/** The bench; see the head of this file. */
export const bench = async (): Promise<BenchLine[]> => {
  const work = await mkdtemp(join(tmpdir(), "dianbo-bench-"));
  const { DIST, newProfile } = await import("../support/browser.ts");
  const jobs = await openJobs();
  const products = await copyProducts(work, DIST, jobs.port);
  const folder = await mkdtemp(join(work, "film-"));
  const film = await makeFilm(folder, {
    seconds: SEGMENTS,
    container: "ts",
    width: 640,
    height: 360,
    kilobits: 3000,
  });
  const server = await openLessonServer(await mediaPlaylist([film], { aes: {} }));
  const small = { ...film, segments: film.segments.slice(0, 2) };
  for (const [path, file] of await mediaPlaylist([small], { base: "/small/" })) {
    server.files.set(path, file);
  }
  server.files.set("/small/page.shtml", {
    type: "text/html",
    bytes: Buffer.from(lessonPage("量一量", "index.m3u8")),
  });
  const head = Buffer.from([
    0,
    0,
    0,
    24,
    ...Buffer.from("ftypisom"),
    0,
    0,
    2,
    0,
    ...Buffer.from("isomiso2"),
  ]);
  server.files.set("/film.mp4", {
    type: "video/mp4",
    bytes: Buffer.concat([head, Buffer.alloc(FILM_BYTES - head.length, 7)]),
  });
  let browser: ChildProcess | undefined;
  const profile = await newProfile();
  try {
    await giveLeave(server, profile, products);
    jobs.go();
    browser = await startPlainly(profile, products, server.port);
    const here = `http://127.0.0.1:${server.port}`;
    const lines: BenchLine[] = [];
    for (const [turn, [name, rate, limit]] of SPEEDS.entries()) {
      server.limit(rate);
      const copy = ["-v", "error", "-y", "-allowed_extensions", "ALL", "-i"];
      const plain = await millis(() =>
        run("ffmpeg", [...copy, `${here}/lesson/index.m3u8`, "-c", "copy", join(work, "f.mp4")]),
      );
      const outcome = await jobs.take({
        id: `bench-lesson-${turn}-000000000`,
        url: `${HOST}/lesson/index.m3u8`,
        fragments: SEGMENTS + 1,
      });
      if (outcome.state !== "held") throw new Error(`the lesson failed: ${outcome.reason}`);
      const ratio = (ms: number): number => Number((ms / plain).toPrecision(4));
      lines.push(
        {
          ...benchLine(
            { name: `lesson ${name}, MP4 ready`, unit: "times ffmpeg", limit },
            outcome.ready,
            "ffmpeg ms",
            plain,
          ),
          value: ratio(outcome.ready),
        },
        {
          ...benchLine(
            { name: `lesson ${name}, safe on disk`, unit: "times ffmpeg" },
            outcome.safe ?? Number.NaN,
            "ffmpeg ms",
            plain,
          ),
          value: ratio(outcome.safe ?? Number.NaN),
        },
      );
    }
    server.limit(null);
    const curl = await millis(() =>
      run("curl", ["-s", "-o", join(work, "c.mp4"), `${here}/film.mp4`]),
    );
    const outcome = await jobs.take({ id: "bench-film-00000000000000", url: `${HOST}/film.mp4` });
    if (outcome.state !== "held") throw new Error(`the film failed: ${outcome.reason}`);
    lines.push({
      ...benchLine(
        { name: "film of 300 MB on bare loopback", unit: "times curl", limit: 3 },
        outcome.ready,
        "curl ms",
        curl,
      ),
      value: Number((outcome.ready / curl).toPrecision(4)),
    });
    return lines;
  } finally {
    browser?.kill("SIGKILL");
    jobs.close();
    await server.close();
    for (const one of [profile, work])
      await rm(one, { recursive: true, force: true, maxRetries: 5 });
  }
};
