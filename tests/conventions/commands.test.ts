import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/planted-tree.ts";

const command = (args: readonly string[], input = "") =>
  spawnSync(process.execPath, [join(ROOT, "scripts/run.mjs"), ...args], {
    cwd: ROOT,
    input,
    env: { ...process.env, INIT_CWD: ROOT },
    encoding: "utf8",
  });

test("extract prints its lines and nothing else, and one bad line does not cost the others", () => {
  const file = "tests/portals/www.qinghe.gov.cn/gb18030.html";
  const lines = [
    { file: "nowhere.html", url: "http://www.qinghe.gov.cn/" },
    { file, url: "http://www.qinghe.gov.cn/bmfw/202605/t20260520_4079125.html" },
  ];
  const run = command(["extract"], lines.map((line) => JSON.stringify(line)).join("\n"));
  expect(run.stdout.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(run.stdout)).toMatchObject({ file, title: "农药安全使用常识" });
  expect(run.status).toBe(1);
});

test.each([
  ["a command that is none", ["dance"]],
  ["a bench that is none", ["bench", "dance"]],
  ["a skeleton that is none", ["new", "dance", "x"]],
])("%s is refused in words", (_, args) => {
  const run = command(args);
  expect(run.status).not.toBe(0);
  expect(run.stdout).toBe("");
  expect(run.stderr.length).toBeGreaterThan(10);
});
