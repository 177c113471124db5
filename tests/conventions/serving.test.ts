import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, serveApp } from "../../scripts/serve-app.ts";

let server: RunningServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dianbo-serving-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "app.webmanifest"), "{}");
  writeFileSync(join(folder, "reader.wasm"), "");
  writeFileSync(join(folder, "main.js"), "export {};");
  server = await serveApp({ port: 0, root: folder });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, method = "GET") =>
  fetch(`http://localhost:${server.port}${path}`, { method });

test.each([
  ["/", "text/html; charset=utf-8"],
  ["/?from=handoff", "text/html; charset=utf-8"],
  ["/app.webmanifest", "application/manifest+json; charset=utf-8"],
  ["/reader.wasm", "application/wasm"],
  ["/main.js", "text/javascript; charset=utf-8"],
])("%s is sent as %s", async (path, type) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(type);
  expect(response.headers.get("cache-control")).toBe("no-cache");
});

test("no COOP header: the hand-over needs its opener", async () => {
  expect((await get("/")).headers.get("cross-origin-opener-policy")).toBeNull();
});

test("what is not there, or lies outside, is not sent", async () => {
  expect((await get("/gone.js")).status).toBe(404);
  expect((await get("/..%2f..%2fetc%2fpasswd")).status).toBe(404);
  expect((await get("/", "POST")).status).toBe(405);
});
