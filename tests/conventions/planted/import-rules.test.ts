import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gateOver, ROOT } from "../../support/planted-tree.ts";

/** One violation per rule of .dependency-cruiser.cjs: the file that errs, its line, and what it reaches for. */
const VIOLATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "no-cycle": {
    "pwa/src/app/first.ts": 'import { two } from "./second.ts";\nexport const one = () => two;',
    "pwa/src/app/second.ts": 'import { one } from "./first.ts";\nexport const two = () => one;',
  },
  "nothing-unresolved": {
    "pwa/src/app/lost.ts": 'import "./nowhere.ts";',
  },
  "shared-result-looks-down-only": {
    "packages/shared/src/clock/late.ts": 'import "../changes/index.ts";',
    "packages/shared/src/changes/index.ts": "export {};",
  },
  "shared-changes-looks-down-only": {
    "packages/shared/src/changes/late.ts": 'import "../courseware/index.ts";',
    "packages/shared/src/courseware/index.ts": "export {};",
  },
  "shared-portal-rule-looks-down-only": {
    "packages/shared/src/series/late.ts": 'import "../courseware/index.ts";',
    "packages/shared/src/courseware/index.ts": "export {};",
  },
  "shared-portal-looks-down-only": {
    "packages/shared/src/courseware/late.ts": 'import "../programme/index.ts";',
    "packages/shared/src/programme/index.ts": "export {};",
  },
  "shared-programme-looks-down-only": {
    "packages/shared/src/set-menu/late.ts": 'import "../ledger/index.ts";',
    "packages/shared/src/ledger/index.ts": "export {};",
  },
  "shared-ledger-looks-down-only": {
    "packages/shared/src/search/late.ts": 'import "../merge/index.ts";',
    "packages/shared/src/merge/index.ts": "export {};",
  },
  "shared-sharing-looks-down-only": {
    "packages/shared/src/sharing/late.ts": 'import "../channel/index.ts";',
    "packages/shared/src/channel/index.ts": "export {};",
  },
  "shared-is-pure": {
    "packages/shared/src/clock/impure.ts":
      'import { readFileSync } from "node:fs";\nexport const x = readFileSync;',
  },
  "shared-through-its-doors": {
    "pwa/src/app/burglar.ts": 'import "../../../packages/shared/src/changes/record.ts";',
    "packages/shared/src/changes/record.ts": "export {};",
  },
  "testing-for-tests-alone": {
    "pwa/src/app/pretender.ts": 'import "../../../packages/shared/testing/pc.ts";',
    "packages/shared/testing/pc.ts": "export {};",
  },
  "shared-domains-through-their-doors": {
    "packages/shared/src/merge/burglar.ts": 'import "../changes/record.ts";',
    "packages/shared/src/changes/record.ts": "export {};",
  },
  "features-apart": {
    "pwa/src/features/inbox/peek.ts": 'import "../library/shelf.ts";',
    "pwa/src/features/library/shelf.ts": "export {};",
  },
  "dexie-in-storage-only": {
    "pwa/src/features/library/shelf.ts": 'import "dexie";',
    "node_modules/dexie/package.json":
      '{ "name": "dexie", "version": "1.0.0", "main": "index.js" }',
    "node_modules/dexie/index.js": "",
  },
  "names-stay-in-the-ledgers": {
    "pwa/src/features/sharing/names.ts": 'import "../../storage/personal/personal-store.ts";',
    "pwa/src/storage/personal/personal-store.ts": "export {};",
  },
  "storage-knows-no-screen": {
    "pwa/src/storage/apply-changes.ts": 'import "../app/routes.ts";',
    "pwa/src/app/routes.ts": "export {};",
  },
  "extension-tools-in-extension-only": {
    "pwa/src/app/browser.ts": 'import "wxt/browser";',
  },
  "workbox-in-offline-only": {
    "pwa/src/app/cache.ts": 'import "workbox-precaching";',
  },
  "design-knows-no-domain": {
    "pwa/src/design/button.ts": 'import "../features/inbox/row.ts";',
    "pwa/src/features/inbox/row.ts": "export {};",
  },
  "pwa-through-its-doors": {
    "extension/src/inbox/peek.ts": 'import "../../../pwa/src/features/inbox/row.ts";',
    "pwa/src/features/inbox/row.ts": "export {};",
  },
  "app-without-extension": {
    "pwa/src/app/clip.ts": 'import "../../../extension/src/clipping/capture-page.ts";',
    "extension/src/clipping/capture-page.ts": "export {};",
  },
  "demonstration-is-a-stranger": {
    "demonstration/serve.ts": 'import "../packages/shared/src/clock/index.ts";',
    "packages/shared/src/clock/index.ts": "export {};",
  },
  "nothing-imports-tests": {
    "pwa/src/app/fake.ts": 'import "../../../tests/support/fake-clock.ts";',
    "tests/support/fake-clock.ts": "export {};",
  },
  "nothing-imports-scripts": {
    "pwa/src/app/root.ts": 'import "../../../scripts/workspace.ts";',
    "scripts/workspace.ts": "export {};",
  },
};

test("every rule has a planted violation", () => {
  const rules: { forbidden: { name: string; comment?: string }[] } = createRequire(import.meta.url)(
    join(ROOT, ".dependency-cruiser.cjs"),
  );
  expect(rules.forbidden.map((rule) => rule.name).sort()).toEqual(Object.keys(VIOLATIONS).sort());
  expect(rules.forbidden.filter((rule) => !rule.comment)).toEqual([]);
});

test.each(Object.entries(VIOLATIONS))("%s turns red", (rule, files) => {
  const { code, output } = gateOver("boundaries", files);
  expect(output).toContain(`${rule}: ${Object.keys(files)[0]}`);
  expect(code).toBe(1);
});

test("a tree that keeps the rules is green", () => {
  const { code, output } = gateOver("boundaries", {
    "packages/shared/src/changes/index.ts": 'import "../clock/index.ts";',
    "packages/shared/src/clock/index.ts": "export {};",
  });
  expect(output).toContain("2 modules");
  expect(code).toBe(0);
});

test("cruising nothing turns red", () => {
  const { code, output } = gateOver("boundaries", { "pwa/src/notes.txt": "no module" });
  expect(output).toContain("0 modules");
  expect(code).toBe(1);
});

test("a domain without a level turns red", () => {
  const { code, output } = gateOver("boundaries", {
    "packages/shared/src/novelty/index.ts": "export {};",
  });
  expect(output).toContain("novelty");
  expect(code).toBe(1);
});
