/**
 * What the extension's downloads cost beside the plainest tools, from the same server in the same run: a
 * lesson of 320 segments (AES-128) beside `ffmpeg -c copy`, a film beside `curl`. No debugger is attached
 * while it is measured: a page laid into a copy of the built extension starts the downloads and reports
 * to the server. Last a lesson of 2 GB, for the memory that the browser takes above idle meanwhile: the
 * proportional set size (Pss) of all its processes, since their summed resident sizes would count the
 * pages that they share several times.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { watchMemory } from "../support/browser-memory.ts";
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
/** Each figure is the middle of so many, each beside its own baseline. */
const RUNS = 3;
const BIG_LESSON_BYTES = 2048 * MB;

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

type Jobs = Awaited<ReturnType<typeof openJobs>>;

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
const giveLeave = async (server: LessonServer, profile: string, products: string) => {
  const { closeGreeting, openBrowser } = await import("../support/browser.ts");
  const { allowHosts, openPanel, openPortalPage } = await import("../support/clipping.ts");
  const { openDisplay } = await import("../support/display.ts");
  const display = await openDisplay();
  try {
    const browser = await openBrowser({
      profile,
      display,
      extension: "by-hand",
      portal: server.port,
      isMeasured: true,
      switches: loading(products),
    });
    await closeGreeting(browser.context);
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

/** A lesson of 2 GB that is a small one again and again; each turn's clock begins anew. */
const serveBigLesson = (server: LessonServer): void => {
  const text = server.files.get("/lesson/index.m3u8")?.bytes.toString() ?? "";
  const [head = "", ...parts] = text.split(/(?=#EXTINF)/u);
  const segments = parts.map((part) => part.replace("#EXT-X-ENDLIST\n", ""));
  let bytes = 0;
  for (const [path, file] of server.files) {
    if (/^\/lesson\/.*\.ts$/u.test(path)) bytes += file.bytes.length;
  }
  const turns = Math.ceil(BIG_LESSON_BYTES / bytes);
  const all = Array.from({ length: turns }, (_, turn) =>
    segments.map((segment) => segment.replace(/(\.ts)/u, `$1?turn=${turn}`)).join(""),
  );
  const lines = `${head}${all.join("#EXT-X-DISCONTINUITY\n")}#EXT-X-ENDLIST\n`;
  server.files.set("/lesson/big.m3u8", {
    type: "application/vnd.apple.mpegurl",
    bytes: Buffer.from(lines),
  });
};

/** Megabytes that the browser takes above idle, at the most, while it takes the big lesson. */
const memoryOfBigLesson = async (browser: number, jobs: Jobs): Promise<BenchLine> => {
  const idle = watchMemory(browser);
  await new Promise((resolve) => setTimeout(resolve, 5000));
  idle.stop();
  const busy = watchMemory(browser);
  const outcome = await jobs.take({
    id: "bench-big-000000000000000",
    url: `${HOST}/lesson/big.m3u8`,
  });
  busy.stop();
  if (outcome.state !== "held") throw new Error(`the big lesson failed: ${outcome.reason}`);
  const [before, most] = [idle.peak(), busy.peak()];
  const line = benchLine(
    { name: "lesson of 2 GB, memory above idle (Pss)", unit: "MB", limit: 300 },
    Math.round((most.sum - before.sum) / MB),
    "idle MB",
    Math.round(before.sum / MB),
  );
  // Who holds it at the peak stands beside, so that a figure that grows says where.
  const byRole = [...most.held].map(([role, bytes]): [string, number] => [
    `${role} MB`,
    Math.round((bytes - (before.held.get(role) ?? 0)) / MB),
  ]);
  return { ...line, baseline: { ...line.baseline, ...Object.fromEntries(byRole) } };
};

/** The middle one of several runs by its ratio: other work on the machine meets some of them only. */
const middleOf = <T extends { readonly ratio: number }>(runs: readonly T[]): T => {
  const middle = [...runs].sort((a, b) => a.ratio - b.ratio)[Math.floor(runs.length / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
};

let taken = 0;
const newJobId = (): string => {
  taken += 1;
  return `bench-${taken}`.padEnd(24, "0");
};

const lessonLines = async (
  [name, rate, limit]: (typeof SPEEDS)[number],
  server: LessonServer,
  jobs: Jobs,
  work: string,
): Promise<readonly BenchLine[]> => {
  server.limit(rate);
  const copy = ["-v", "error", "-y", "-allowed_extensions", "ALL", "-i"];
  const address = `http://127.0.0.1:${server.port}/lesson/index.m3u8`;
  const runs: { readonly ratio: number; readonly plain: number; readonly outcome: Outcome }[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const plain = await millis(() =>
      run("ffmpeg", [...copy, address, "-c", "copy", join(work, "f.mp4")]),
    );
    const url = `${HOST}/lesson/index.m3u8`;
    const outcome = await jobs.take({ id: newJobId(), url, fragments: SEGMENTS + 1 });
    if (outcome.state !== "held") throw new Error(`the lesson failed: ${outcome.reason}`);
    runs.push({ ratio: outcome.ready / plain, plain, outcome });
  }
  const { plain, outcome } = middleOf(runs);
  const lineOf = (what: string, ms: number, most?: number): BenchLine => ({
    ...benchLine(
      {
        name: `lesson ${name}, ${what}`,
        unit: "times ffmpeg",
        ...(most === undefined ? {} : { limit: most }),
      },
      ms,
      "ffmpeg ms",
      plain,
    ),
    value: Number((ms / plain).toPrecision(4)),
  });
  return [
    lineOf("MP4 ready", outcome.ready, limit),
    lineOf("safe on disk", outcome.safe ?? Number.NaN),
  ];
};

const filmLine = async (here: string, jobs: Jobs, work: string): Promise<BenchLine> => {
  const runs: { readonly ratio: number; readonly curl: number; readonly ready: number }[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const curl = await millis(() =>
      run("curl", ["-s", "-o", join(work, "c.mp4"), `${here}/film.mp4`]),
    );
    const outcome = await jobs.take({ id: newJobId(), url: `${HOST}/film.mp4` });
    if (outcome.state !== "held") throw new Error(`the film failed: ${outcome.reason}`);
    runs.push({ ratio: outcome.ready / curl, curl, ready: outcome.ready });
  }
  const { curl, ready, ratio } = middleOf(runs);
  const named = { name: "film of 300 MB on bare loopback", unit: "times curl", limit: 3 };
  return { ...benchLine(named, ready, "curl ms", curl), value: Number(ratio.toPrecision(4)) };
};

/** What can be measured, in this order. */
const PARTS = ["lessons", "film", "memory"] as const;

/** The bench; see the head of this file. */
export const bench = async (
  parts: readonly (typeof PARTS)[number][] = PARTS,
): Promise<BenchLine[]> => {
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
  // One IV for all segments, so that the big lesson can begin again with the first.
  const server = await openLessonServer(
    await mediaPlaylist([film], { aes: { iv: Buffer.alloc(16, 5) } }),
  );
  serveBigLesson(server);
  const small = { ...film, segments: film.segments.slice(0, 2) };
  for (const [path, file] of await mediaPlaylist([small], { base: "/small/" })) {
    server.files.set(path, file);
  }
  server.files.set("/small/page.shtml", {
    type: "text/html",
    bytes: Buffer.from(lessonPage("量一量", "index.m3u8")),
  });
  const head = Buffer.from("\0\0\0\x18ftypisom\0\0\x02\0isomiso2", "latin1");
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
    if (parts.includes("lessons")) {
      for (const speed of SPEEDS) lines.push(...(await lessonLines(speed, server, jobs, work)));
    }
    server.limit(null);
    if (parts.includes("film")) lines.push(await filmLine(here, jobs, work));
    if (parts.includes("memory")) {
      // A browser that has just taken other films holds their memory still, and would call that idle.
      browser.kill("SIGKILL");
      await once(browser, "exit");
      browser = await startPlainly(profile, products, server.port);
      if (browser.pid !== undefined) lines.push(await memoryOfBigLesson(browser.pid, jobs));
    }
    return lines;
  } finally {
    browser?.kill("SIGKILL");
    jobs.close();
    await server.close();
    for (const one of [profile, work])
      await rm(one, { recursive: true, force: true, maxRetries: 5 });
  }
};
