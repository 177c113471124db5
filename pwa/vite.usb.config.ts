import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type PluginOption } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * What a page from file:// may do: its own scripts by hash, and what lies on the stick (the index, articles,
 * films) by scheme. It speaks to nobody.
 */
const policy = (hashes: readonly string[]): string =>
  [
    "default-src 'none'",
    `script-src ${hashes.map((hash) => `'sha256-${hash}'`).join(" ")} file:`,
    "style-src 'unsafe-inline'",
    "img-src file: blob: data:",
    "media-src file: blob:",
    "frame-src file: blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");

/** Writes the policy into the finished page, under the name it has on a stick. */
const sealedPage = (name: string): PluginOption => ({
  name: "sealed-page",
  enforce: "post",
  // Behind the plugin that puts the scripts in: only then can they be counted.
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      for (const [file, output] of Object.entries(bundle)) {
        if (output.type !== "asset" || !file.endsWith(".html")) continue;
        const page = String(output.source);
        const hashes = [...page.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/gu)].map(
          ([, script = ""]) => createHash("sha256").update(script).digest("base64"),
        );
        const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(hashes)}" />`;
        delete bundle[file];
        this.emitFile({
          type: "asset",
          fileName: name,
          source: page.replace(
            /<meta charset="utf-8" ?\/?>/u,
            (charset) => `${charset}\n    ${meta}`,
          ),
        });
      }
    },
  },
});

/** What needs a file's bytes is of no use on a stick, whose files may only be shown: it is left out. */
const LEFT_OUT = /\/(?:open-pdf|office-html)\.ts$/u;

const leavesOut = (): PluginOption => ({
  name: "leaves-out",
  enforce: "pre",
  resolveId: (id) => (LEFT_OUT.test(id) ? "\0left-out" : undefined),
  load: (id) => (id === "\0left-out" ? "export default undefined;" : undefined),
});

/** The USB edition: the study room as one page that opens from file://, for Chromium 109. */
export default defineConfig({
  root: here("."),
  base: "./",
  publicDir: false,
  plugins: [leavesOut(), react(), viteSingleFile(), sealedPage("点播本.html")],
  resolve: { alias: [{ find: /^dexie$/u, replacement: "dexie/dist/modern/dexie.min.mjs" }] },
  build: {
    outDir: here("../dist/usb"),
    emptyOutDir: true,
    target: "chrome109",
    cssTarget: "chrome109",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: here("usb.html") },
  },
});
