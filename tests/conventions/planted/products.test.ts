import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { failedFilesOf, tallyOfReport } from "../../../scripts/vitest-project.ts";
import { plantTree, runScript } from "../../support/planted-tree.ts";
import { manifestFaults } from "../checks/extension-manifest.ts";

const KB = 1000;
/** A script that no compression makes smaller than about `bytes`. */
const script = (bytes: number) => `export const x = "${randomBytes(bytes).toString("base64")}";\n`;
const page = (src: string) =>
  `<!doctype html><script type="module" crossorigin src="./assets/${src}"></script>`;

const LIGHT: Readonly<Record<string, string>> = {
  "dist/pwa/index.html": page("main.js"),
  "dist/pwa/room.html": page("room.js"),
  "dist/pwa/assets/main.js": 'import { x } from "./lib.js"; import("./lazy.js");\n',
  "dist/pwa/assets/lib.js": script(KB),
  "dist/pwa/assets/lazy.js": script(900 * KB),
  "dist/pwa/assets/room.js": script(KB),
  "dist/extension-chromium/content-scripts/capture.js": script(KB),
  "dist/dianbo-extension-chromium.zip": "PK",
};

const weighed = (files: Readonly<Record<string, string>>) => {
  const tree = plantTree(files);
  try {
    return runScript("sizes.ts", ["--dist", join(tree.root, "dist")]);
  } finally {
    tree.remove();
  }
};

describe("sizes", () => {
  test("are green when all is light, whatever is loaded lazily", () => {
    expect(weighed(LIGHT)).toMatchObject({ code: 0 });
  });

  const HEAVY: readonly (readonly [string, string, string])[] = [
    ["office", "dist/pwa/assets/lib.js", script(230 * KB)],
    ["study room", "dist/pwa/assets/room.js", script(130 * KB)],
    ["content script", "dist/extension-chromium/content-scripts/capture.js", script(70 * KB)],
    ["extension zip", "dist/dianbo-extension-chromium.zip", "x".repeat(4001 * KB)],
  ];

  test.each(HEAVY)("turn red when the %s is too heavy", (name, path, text) => {
    const { code, output } = weighed({ ...LIGHT, [path]: text });
    expect(output).toContain(`✗ ${name}`);
    expect(code).toBe(1);
  });

  test("turn red when there is nothing to weigh", () => {
    const { code, output } = weighed({
      "dist/pwa/index.html": page("main.js"),
      "dist/pwa/assets/main.js": "",
    });
    expect(output).toContain("✗ study room");
    expect(code).toBe(1);
  });
});

describe("the manifest check", () => {
  const good = {
    manifest_version: 3,
    key: "x",
    minimum_chrome_version: "109",
    permissions: ["activeTab", "scripting", "storage"],
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https:",
    },
  };

  test("is content with a good one", () => {
    expect(manifestFaults(good)).toEqual([]);
  });

  test.each([
    ["hosts", { host_permissions: ["<all_urls>"] }],
    ["static content script", { content_scripts: [{}] }],
    ["warns", { permissions: ["tabs"] }],
    ["at most 10", { permissions: "abcdefghijk".split("") }],
    ["key", { key: "" }],
    ["109", { minimum_chrome_version: "120" }],
    [
      "foreign code",
      { content_security_policy: { extension_pages: "script-src 'self' https://cdn.example" } },
    ],
    [
      "foreign code",
      { content_security_policy: { extension_pages: "script-src 'self' 'unsafe-eval'" } },
    ],
  ])("names %s", (word, change) => {
    expect(manifestFaults({ ...good, ...change }).join("\n")).toContain(word);
  });
});

describe("counting", () => {
  test("a project that collects no test ends red", () => {
    const folder = mkdtempSync(join(tmpdir(), "dianbo-empty-"));
    const run = runScript("../node_modules/vitest/vitest.mjs", ["run", "--root", folder]);
    rmSync(folder, { recursive: true });
    expect(run.output).toContain("No test files found");
    expect(run.code).not.toBe(0);
  });

  test("a skipped test counts as failed", () => {
    const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
    expect(tallyOfReport(report)).toEqual({ passed: 3, failed: 3 });
  });

  test("a command that npm test does not know is refused", () => {
    expect(runScript("test.ts", ["nonsense"]).code).toBe(2);
    expect(runScript("verify.ts", ["nonsense"]).code).toBe(2);
  });
});

test("files that failed are named, with what passed in them", () => {
  const report = {
    testResults: [
      { name: "/a.test.ts", status: "passed", assertionResults: [{ status: "passed" }] },
      {
        name: "/b.test.ts",
        status: "failed",
        assertionResults: [{ status: "passed" }, { status: "failed" }],
      },
    ],
  };
  expect(failedFilesOf(report)).toEqual({ files: ["/b.test.ts"], passedInThem: 1 });
  expect(failedFilesOf(undefined)).toEqual({ files: [], passedInThem: 0 });
});
