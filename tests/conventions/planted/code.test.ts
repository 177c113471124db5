import { describe, expect, test } from "vitest";
import { gateOver } from "../../support/planted-tree.ts";

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `// line ${index}`).join("\n");
const sharedConfig = {
  "packages/shared/tsconfig.json": `${JSON.stringify(
    {
      extends: "../../tsconfig.base.json",
      compilerOptions: { lib: ["ES2022"], types: [] },
      include: ["src"],
    },
    undefined,
    2,
  ).replaceAll(/\[\s+("[^"]*")\s+\]/g, "[$1]")}\n`,
  "pwa/src/app/other.ts": "/** Something to import. */\nexport const x = 1;\n",
};

/** Gate, the file with the violation, its text, and what the gate must say. */
const VIOLATIONS: readonly (readonly [string, string, string, string])[] = [
  [
    "types",
    "packages/shared/src/clock/page.ts",
    "export const title: string = document.title;\n",
    "document",
  ],
  [
    "types",
    "packages/shared/src/clock/new.ts",
    "export const x = [2, 1].toSorted();\n",
    "toSorted",
  ],
  [
    "types",
    "packages/shared/src/clock/first.ts",
    "export const first = (a: number[]): number => a[0];\n",
    "undefined",
  ],
  ["lint", "pwa/src/app/any.ts", "export const x: any = 1;\n", "noExplicitAny"],
  [
    "lint",
    "pwa/src/app/bang.ts",
    "export const f = (x?: string): string => x!;\n",
    "noNonNullAssertion",
  ],
  ["lint", "pwa/src/app/default.ts", "export default 1;\n", "noDefaultExport"],
  [
    "lint",
    "pwa/src/app/type.ts",
    'import { Clock } from "./clock.ts";\n\nexport const f = (c: Clock): Clock => c;\n',
    "useImportType",
  ],
  ["lint", "pwa/src/app/unused.ts", "const x = 1;\n", "noUnusedVariables"],
  ["lint", "pwa/src/app/ending.ts", 'export { x } from "./other";\n', "useImportExtensions"],
  ["lint", "pwa/src/app/log.ts", 'console.log("here");\n', "noConsole"],
  [
    "lint",
    "pwa/src/app/inner.tsx",
    "export const P = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />;\n",
    "noDangerouslySetInnerHtml",
  ],
  ["lint", "pwa/src/app/ugly.ts", "export const x   =  1\n", "format"],
  ["lint", "pwa/src/app/CamelCase.ts", "export const x = 1;\n", "useFilenamingConvention"],
  ["lint", "tests/storage/some.test.ts", 'test.skip("later", () => {});\n', "noSkippedTests"],
  ["docblocks", "packages/shared/src/clock/bare.ts", "export const bare = 1;\n", "bare"],
  [
    "docblocks",
    "packages/shared/src/clock/empty.ts",
    "/** */\nexport interface Empty { readonly x: 1 }\n",
    "Empty",
  ],
  ["file-sizes", "pwa/src/app/long.ts", lines(401), "pwa/src/app/long.ts"],
  [
    "purity",
    "packages/shared/src/clock/now.ts",
    "export const now = () => Date.now();\n",
    "Date.now",
  ],
  [
    "purity",
    "packages/shared/src/clock/today.ts",
    "export const today = new Date();\n",
    "new Date()",
  ],
  [
    "purity",
    "pwa/src/features/inbox/id.ts",
    "export const id = () => crypto.randomUUID();\n",
    "crypto.randomUUID",
  ],
  [
    "purity",
    "extension/src/inbox/dice.ts",
    "export const source = { random: Math.random };\n",
    "Math.random",
  ],
  [
    "chrome-109",
    "extension/src/inbox/version.ts",
    "export const c = () => chrome.runtime.getVersion();\n",
    "chrome.runtime.getVersion",
  ],
  [
    "chrome-109",
    "extension/src/inbox/offscreen.ts",
    "export const c = () => browser.offscreen.hasDocument();\n",
    "chrome.offscreen.hasDocument",
  ],
  [
    "chrome-109",
    "extension/src/inbox/reading.ts",
    "export const c = () => chrome.readingList?.query({});\n",
    "chrome.readingList",
  ],
  [
    "chrome-109",
    "extension/src/inbox/worker.ts",
    'export const c = () => chrome.offscreen.createDocument({ url: "x", reasons: ["WORKERS"], justification: "x" });\n',
    "WORKERS",
  ],
  [
    "chrome-109",
    "extension/src/inbox/alias.ts",
    "const { runtime } = chrome;\nexport const c = () => runtime.getContexts({});\n",
    "in full",
  ],
  [
    "chrome-109",
    "pwa/src/app/tabs.ts",
    "export const c = () => chrome.tabs.query({});\n",
    "extension/ only",
  ],
  [
    "platform-109",
    "pwa/src/app/later.ts",
    "export const x = Promise.withResolvers();\n",
    "withResolvers",
  ],
  [
    "platform-109",
    "pwa/src/app/group.ts",
    "export const x = Object.groupBy([], String);\n",
    "groupBy",
  ],
  ["platform-109", "pwa/src/design/late.css", ".x { color: oklch(50% 0 0); }\n", "oklch"],
  ["docblocks", "pwa/src/app/listed.ts", "const listed = 1;\nexport { listed };\n", "listed"],
  ["catalogue-words", "pwa/src/app/greet.tsx", "export const G = () => <p>您好</p>;\n", "您好"],
  [
    "catalogue-words",
    "pwa/src/app/say.ts",
    `export const say = (n: number) => \`存下 \${n} 条\`;\n`,
    "存下",
  ],
  [
    "catalogue-words",
    "extension/src/panel/word.tsx",
    "export const W = () => <b>Save</b>;\n",
    "Save",
  ],
];

describe("each gate turns red", () => {
  test.each(VIOLATIONS)("%s on %s", (gate, path, text, word) => {
    const { code, output } = gateOver(gate, { ...sharedConfig, [path]: text });
    expect(output).toContain(word);
    expect(output).toContain(path.split("/").pop());
    expect(code).toBe(1);
  });
});

describe("each gate is green on", () => {
  const GOOD = {
    ...sharedConfig,
    "packages/shared/src/clock/index.ts":
      "/** The number that all is about. */\nexport const answer = 42;\n",
    "extension/src/entrypoints/background.ts":
      "/** Real clock. */\nexport const clock = { now: () => Date.now() };\n\n/** The panel. */\nexport const open = (tabId: number) => chrome.sidePanel?.open({ tabId });\n",
  };

  test.each([
    "types",
    "lint",
    "docblocks",
    "file-sizes",
    "purity",
    "chrome-109",
    "platform-109",
    "catalogue-words",
  ])("good code: %s", (gate) => {
    const { code, output } = gateOver(gate, GOOD);
    expect(output).toContain(`✓ ${gate}`);
    expect(code).toBe(0);
  });
});

test("dead-code turns red on an export that nobody uses, and on a dependency that nobody imports", () => {
  const tree = {
    "package.json": '{ "name": "planted", "private": true, "type": "module" }',
    "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
    "packages/shared/package.json":
      '{ "name": "@dianbo/shared", "type": "module", "exports": { "./clock": "./src/clock/index.ts" }, "dependencies": { "valibot": "1.5.0" } }',
    "packages/shared/src/clock/index.ts": 'export { used } from "./stamp.ts";\n',
    "packages/shared/src/clock/stamp.ts": "export const used = 1;\nexport const forgotten = 2;\n",
    "packages/shared/src/clock/orphan.ts": "export const orphan = 3;\n",
  };
  const { code, output } = gateOver("dead-code", tree);
  expect(output).toContain("forgotten");
  expect(output).toContain("orphan.ts");
  expect(output).toContain("valibot");
  expect(code).toBe(1);
});
