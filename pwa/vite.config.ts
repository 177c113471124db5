import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The hosted app: two entries, the office and the study room, for Chromium 109. */
export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: here("../dist/pwa"),
    emptyOutDir: true,
    target: "chrome109",
    cssTarget: "chrome109",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: { index: here("index.html"), room: here("room.html") } },
  },
});
