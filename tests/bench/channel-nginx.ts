/** What an nginx of two workers answers on this machine, in a bounded loop: requests a second. */
import { spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PublishedFile } from "@dianbo/shared/channel";

const REQUESTS = 8_000;
const LINES = 50;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const place = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof place === "object" && place !== null ? place.port : 0;
};

const once = (url: string, tag: string | undefined, agent: Agent): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = tag === undefined ? {} : { "If-None-Match": tag };
    const asking = request(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(`${answer.statusCode} ${answer.headers.etag ?? ""}`));
    });
    asking.on("error", reject);
    asking.end();
  });

/** Asks so often, over so many lines at once; requests a second. */
const loop = async (url: string, keepAlive: boolean): Promise<number> => {
  const agent = new Agent({ keepAlive, maxSockets: LINES });
  const [, tag] = (await once(url, undefined, agent)).split(" ");
  let left = REQUESTS;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: LINES }, async () => {
      while (left > 0) {
        left -= 1;
        const answered = await once(url, tag, agent);
        if (!answered.startsWith("304")) throw new Error(answered);
      }
    }),
  );
  agent.destroy();
  return REQUESTS / ((performance.now() - start) / 1000);
};

/** Conditional GETs a second, over lines that stay open and over a new line each; `undefined` without nginx. */
export const measureNginx = async (
  files: readonly PublishedFile[],
): Promise<{ readonly open: number; readonly anew: number } | undefined> => {
  if (spawnSync("nginx", ["-v"]).error !== undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "dianbo-nginx-"));
  const port = await freePort();
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, "web", path)), { recursive: true });
    await writeFile(join(folder, "web", path), bytes);
  }
  const config = `worker_processes 2; daemon off; pid ${folder}/pid; error_log ${folder}/log;
events { worker_connections 1024; }
http { access_log off; client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e; server { listen 127.0.0.1:${port}; root ${folder}/web; } }`;
  await writeFile(join(folder, "conf"), config);
  // As root its workers would be nobody, who may not look into this folder.
  const user = process.getuid?.() === 0 ? ["-g", "user root;"] : [];
  const nginx = spawn("nginx", ["-c", join(folder, "conf"), ...user], { stdio: "ignore" });
  try {
    const url = `http://127.0.0.1:${port}/channel.json`;
    const up = new Agent();
    for (let tried = 0; ; tried += 1) {
      const answer = await once(url, undefined, up).catch(() => "");
      if (answer.startsWith("200")) break;
      if (tried > 100) throw new Error(`nginx does not answer: ${answer}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { open: await loop(url, true), anew: await loop(url, false) };
  } finally {
    nginx.kill();
    await rm(folder, { recursive: true, force: true });
  }
};
