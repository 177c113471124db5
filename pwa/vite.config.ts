import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { carriesUsbEdition } from "./usb-edition-page.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * What office and study room both stand on, with all that it stands on itself: in one file. In two dozen
 * small ones, as they come by themselves, the same modules weigh 4 KB more.
 */
const GROUND =
  /\/packages\/shared\/src\/(?:ledger\/playback|set-menu\/set-menu|programme\/(?:number-lease|speak-numbers|edition))\.ts$|\/pwa\/src\/(?:storage\/(?:stored-records|snapshot|site-identity|failures)|app\/(?:library-context|system-clock))\.tsx?$/u;

/** What the app is called and how it opens once it is installed. */
const webManifest = {
  name: "点播本",
  short_name: "点播本",
  description: "社区学习室的点播本：课件存下来，报号码就放，没有网也能用。",
  lang: "zh-CN",
  dir: "ltr" as const,
  id: "./index.html",
  start_url: "./index.html",
  scope: "./",
  display: "standalone" as const,
  theme_color: "#E3EAE2",
  background_color: "#E3EAE2",
  categories: ["education", "productivity"],
  icons: [
    { src: "./icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" as const },
    { src: "./icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" as const },
    {
      src: "./icons/maskable-512.png",
      sizes: "512x512",
      type: "image/png",
      purpose: "maskable" as const,
    },
  ],
  // A double click on a list opens it in the installed app.
  file_handlers: [
    {
      action: "./index.html",
      accept: { "application/vnd.dianbo": [".dianbo"] },
      launch_type: "single-client" as const,
    },
  ],
  // Another program gives a list, or a text out of a chat; the service worker takes it in.
  share_target: {
    action: "./shared-list",
    method: "POST" as const,
    enctype: "multipart/form-data",
    params: {
      text: "text",
      files: [{ name: "list", accept: ["application/vnd.dianbo", ".dianbo"] }],
    },
  },
  shortcuts: [
    {
      name: "学习室",
      url: "./room.html",
      icons: [{ src: "./icons/icon-192.png", sizes: "192x192", type: "image/png" }],
    },
  ],
};

/** The hosted app: two entries, the office and the study room, for Chromium 109. */
export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [
    react(),
    carriesUsbEdition(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/offline",
      filename: "service-worker.ts",
      // The app registers its worker itself, in the hosted home only.
      injectRegister: false,
      manifest: webManifest,
      injectManifest: {
        globPatterns: ["**/*.{html,js,css,wasm,bcmap,svg,png,txt,webmanifest}"],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
        target: "chrome109",
      },
    }),
  ],
  // The modern build of the same version: what its entry point brings is made for browsers of 2015.
  resolve: { alias: [{ find: /^dexie$/u, replacement: "dexie/dist/modern/dexie.min.mjs" }] },
  worker: { format: "es" },
  build: {
    outDir: here("../dist/pwa"),
    emptyOutDir: true,
    target: "chrome109",
    cssTarget: "chrome109",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: here("index.html"), room: here("room.html") },
      output: { codeSplitting: { groups: [{ name: "ground", test: GROUND }] } },
    },
  },
});
