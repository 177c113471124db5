import { describe, expect, test } from "vitest";
import { ROOT } from "../../support/planted-tree.ts";
import { manifestFaults } from "../checks/extension-manifest.ts";
import { filesBelow, textOf } from "../checks/tree.ts";

describe("the built extension", () => {
  test("keeps its promises at install", () => {
    const text = textOf(ROOT, "dist/extension-chromium/manifest.json");
    expect(text, "dist/extension-chromium is not built").not.toBe("");
    expect(manifestFaults(JSON.parse(text))).toEqual([]);
  });

  test("is built for Firefox too", () => {
    const manifest = JSON.parse(textOf(ROOT, "dist/extension-firefox/manifest.json") || "{}");
    expect(manifest).toHaveProperty("name");
    expect(manifest.host_permissions ?? []).toEqual([]);
  });
});

describe.each(["dist/pwa", "dist/extension-chromium"])("the pages of %s", (folder) => {
  const pages = () => filesBelow(ROOT, folder).filter((path) => path.endsWith(".html"));

  test("load no script and no style from elsewhere, and none inline", () => {
    expect(pages().length).toBeGreaterThan(0);
    const faults = pages().flatMap((path) => {
      const html = textOf(ROOT, path);
      const foreign = html.match(/<(script|link)[^>]+(src|href)="?(https?:)?\/\/[^>]*>/g) ?? [];
      const inline = html.match(/<script(?![^>]*\bsrc=)[^>]*>[^<]/g) ?? [];
      return [...foreign, ...inline].map((tag) => `${path}: ${tag}`);
    });
    expect(faults).toEqual([]);
  });
});
