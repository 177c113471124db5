import { afterEach, describe, expect, test } from "vitest";
import { type PlantedTree, plantTree } from "../../support/planted-tree.ts";
import { forbiddenLicences, loosePins, unexplainedDependencies } from "../checks/dependencies.ts";
import {
  brokenCommands,
  brokenDecisions,
  brokenLinks,
  roomsWithoutLine,
  unknownCommands,
} from "../checks/documents.ts";
import { domainsAndDoors, emptyNames } from "../checks/names.ts";
import { avoidedWords, unequalKeys, wordsToAvoid } from "../checks/words.ts";

let tree: PlantedTree | undefined;
const rootOf = (files: Readonly<Record<string, string>>): string => {
  tree = plantTree(files);
  return tree.root;
};
afterEach(() => tree?.remove());

const installed = (name: string, licence: string) => ({
  [`node_modules/.pnpm/${name}@1.0.0/node_modules/${name}/package.json`]: JSON.stringify({
    name,
    version: "1.0.0",
    license: licence,
  }),
});

const record = (left: string) =>
  ["Context", "Options", "Chosen", "Evidence", "Consequences"]
    .filter((heading) => heading !== left)
    .map((heading) => `## ${heading}\n`)
    .join("\n");

describe("each check of the documents names", () => {
  test("a room without a line", () => {
    const files = {
      "pwa/src/features/inbox/row.ts": "",
      "docs/architecture.md": "- `features/library` shelves\n",
    };
    expect(roomsWithoutLine(rootOf(files)).join()).toContain("features/inbox");
  });

  test("a decision without a heading, or out of number", () => {
    const root = rootOf({
      "docs/decisions/0001-numbers.md": record("Evidence"),
      "docs/decisions/0003-media.md": record(""),
    });
    expect(brokenDecisions(root).join()).toContain('0001-numbers.md has no heading "## Evidence"');
    expect(brokenDecisions(root).join()).toContain("should be number 0002");
  });

  test("a command that does not exist", () => {
    const root = rootOf({
      "README.md": "`npm start`, `npm run dance`",
      "package.json": '{ "scripts": { "start": "x" } }',
    });
    expect(unknownCommands(root)).toEqual([expect.stringContaining("npm dance")]);
  });

  test("a command without its script", () => {
    const root = rootOf({
      "package.json": '{ "scripts": { "one": "node scripts/run.mjs one", "two": "vite" } }',
    });
    expect(brokenCommands(root)).toHaveLength(2);
  });

  test("a link that leads nowhere", () => {
    expect(brokenLinks(rootOf({ "README.md": "[the way](docs/gone.md)" }))).toEqual([
      expect.stringContaining("gone.md"),
    ]);
  });

  test("a loose pin, also in the catalog", () => {
    const root = rootOf({
      "package.json": '{ "devDependencies": { "knip": "^6.0.0", "vite": "catalog:" } }',
      "pnpm-workspace.yaml": "packages: []\n\ncatalog:\n  vite: ~8.0.0\n",
    });
    expect(loosePins(root)).toHaveLength(2);
  });

  test("a dependency that nobody explained", () => {
    const root = rootOf({
      "package.json": '{ "devDependencies": { "knip": "6.0.0" } }',
      "docs/dependencies.md": "",
    });
    expect(unexplainedDependencies(root)).toEqual([expect.stringContaining("knip")]);
  });

  test("GPL and AGPL, but not LGPL and not where another licence may be chosen", () => {
    const root = rootOf({
      ...installed("one", "GPL-3.0-only"),
      ...installed("two", "AGPL-3.0"),
      ...installed("three", "LGPL-3.0"),
      ...installed("four", "(MIT OR GPL-3.0)"),
    });
    expect(forbiddenLicences(root).join()).toMatch(/one@.*two@/);
    expect(forbiddenLicences(root)).toHaveLength(2);
  });

  test("a file name that says nothing", () => {
    expect(
      emptyNames(rootOf({ "pwa/src/app/utils.ts": "", "extension/src/helpers/x.ts": "" })),
    ).toHaveLength(2);
  });

  test("a domain without a door and a door without a domain", () => {
    const root = rootOf({
      "packages/shared/package.json": '{ "exports": { "./clock": "./src/clock/index.ts" } }',
      "packages/shared/src/search/index.ts": "export {};",
    });
    expect(domainsAndDoors(root)).toHaveLength(2);
  });
});

describe("each check of the words names", () => {
  test("a sentence that one language lacks, and an empty one", () => {
    const faults = unequalKeys(
      { inbox: { saved: "存下了", empty: "" } },
      { inbox: { empty: "nothing", more: "x" } },
    );
    expect(faults).toEqual([
      "inbox.saved is missing in en",
      "inbox.more is missing in zh-CN",
      "inbox.empty is empty",
    ]);
  });

  test("a word that the glossary avoids, in functions too", () => {
    const glossary =
      "| Word | Avoid |\n|---|---|\n| 课件 courseware | 资源、resource |\n| — | 确定 |\n";
    const words = wordsToAvoid(glossary);
    expect(words).toEqual(["资源", "resource", "确定"]);
    const catalogue = {
      a: "课件",
      b: (count: number) => `${count} 个资源`,
      c: "确定",
      d: "A Resource.",
    };
    expect(avoidedWords(catalogue, words).map((one) => one.slice(0, 1))).toEqual(["b", "c", "d"]);
  });
});
