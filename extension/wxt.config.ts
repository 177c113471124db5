import { readdir, stat, writeFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { USB_EDITION_PLACE, usbEditionPage } from "@dianbo/pwa/usb-edition-page";
import { defineConfig } from "wxt";

/**
 * The public half of the pair that names the extension: with it, moving or replacing the unpacked
 * folder keeps the id `hjkdgpgnlbdmleonhmacchiehpchcdeh` and so the library. The other half was
 * thrown away: nothing is signed with it.
 */
const KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAt0ZUxBmMO+Tfi0Y0u79MLJPCcxOWrH5OR3JlkBOmZeSSJ59pewUZbDDh+prhVkDOFe9rNS/VdCV6zdFcrNX/95uGH1kw3WyCox236lUnAPiOXAjpMBuQt5XRAQiDcez9KaIioDmQ8ZzUWMhUJj5mtft4dfhWX15DQ0ITA01Ssj95GPcgCV+8qdfPWNDDjLblU01HWFxrFq0aRpcOKAhPIsRvTnfNnZbp0xNPvdA++LVWc6UHAReKeGfaoVK81pe6QqmI51HyFzmzQz+sRqWRH0BI1NFC9W+2rCRBA15lkukULH8thqBtMjMqn0pXhB7PGj+QJcgZ57hq4TD5VDXu8QIDAQAB";

/** The same as in `package.json`. */
const VERSION = "0.1.0";

/** Nothing here warns at install, and no host is named; see DESIGN 5. */
const PERMISSIONS = [
  // The page that the person points at, when she does.
  "activeTab",
  // Reads that page by a script put into it.
  "scripting",
  // Drafts and requests of this browser session, habits of filing.
  "storage",
  // Films are not evicted when the disk gets tight.
  "unlimitedStorage",
  // 「存进点播本」 on links, pictures and films.
  "contextMenus",
  // Sends the portal's page as Referer with a download, only where a host refuses without.
  "declarativeNetRequestWithHostAccess",
  // Sees which film a player fetches, only on hosts that were granted.
  "webRequest",
  // Goes on with downloads when night comes, or when a portal's patience is over.
  "alarms",
];

/** Chromium alone has them: the panel beside the page, and the page that downloads. */
const CHROMIUM_PERMISSIONS = ["sidePanel", "offscreen"];

/** Where every file of a build stands with its length, for whoever copies a newer build over an older one. */
const FILE_LIST = "files.json";

/** Writes the list once everything else lies there: so the settings can tell a whole copy from half of one. */
const writeFileList = async (folder: string, version: string): Promise<void> => {
  const files: Record<string, number> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    if (entry.isFile() && name !== FILE_LIST) files[name] = (await stat(path)).size;
  }
  await writeFile(join(folder, FILE_LIST), JSON.stringify({ version, files }));
};

const out = process.env["DIANBO_DIST"] ?? "../dist";

export default defineConfig({
  srcDir: "src",
  publicDir: "public",
  outDir: out,
  outDirTemplate: "extension-{{browser}}",
  imports: false,
  modules: ["@wxt-dev/module-react"],
  targetBrowsers: ["chromium", "firefox"],
  manifestVersion: 3,
  webExt: { disabled: true },
  vite: () => ({
    worker: { format: "es" },
    build: {
      target: "chrome109",
      cssTarget: "chrome109",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  }),
  manifest: ({ browser }) => ({
    name: "__MSG_name__",
    description: "__MSG_description__",
    default_locale: "zh_CN",
    version: VERSION,
    icons: { 16: "icon/16.png", 32: "icon/32.png", 48: "icon/48.png", 128: "icon/128.png" },
    action: {
      default_title: "__MSG_openPanel__",
      default_icon: { 16: "icon/16.png", 32: "icon/32.png", 48: "icon/48.png" },
      // Firefox hides a new button behind its puzzle piece unless it is asked for the toolbar.
      ...(browser === "firefox" ? { default_area: "navbar" } : {}),
    },
    permissions: browser === "firefox" ? PERMISSIONS : [...PERMISSIONS, ...CHROMIUM_PERMISSIONS],
    // One word when all downloads are done, where the person ticks it.
    optional_permissions: ["notifications"],
    optional_host_permissions: ["http://*/*", "https://*/*"],
    commands: {
      _execute_action: {
        suggested_key: { default: "Alt+Shift+D" },
        description: "__MSG_openPanel__",
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self' blob:; worker-src 'self'; connect-src 'self' http: https:; frame-src 'self' blob:; base-uri 'none'; form-action 'none'",
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "dianbo@dianbo.invalid",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : {
          minimum_chrome_version: "109",
          key: KEY,
          // From Chromium 148 on Blobs pass by reference over the link to a paired app; older ones ignore it.
          message_serialization: "structured_clone",
        }),
  }),
  hooks: {
    // The app inside writes sticks, and a stick needs the USB edition.
    "build:publicAssets": async (_, files) => {
      files.push({ relativeDest: USB_EDITION_PLACE, contents: await usbEditionPage() });
    },
    "build:done": (wxt) => writeFileList(wxt.config.outDir, VERSION),
    "config:resolved": (wxt) => {
      wxt.config.outDir = resolve(wxt.config.root, out, `extension-${wxt.config.browser}`);
    },
  },
});
