/**
 * Who may import whom. Every rule says why in its `comment`; `npm run verify` prints it with a violation,
 * and tests/conventions plants one violation per rule.
 *
 * Inside packages/shared arrows point one way: a domain may import its own level and those before it.
 */
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const SHARED_LEVELS = [
  ["result", "clock", "identity", "category", "language", "events"],
  ["changes", "subtitles", "signing", "webdav", "hosting"],
  ["portal-rule", "likeness", "series"],
  ["portal", "clip", "handoff", "courseware"],
  ["programme", "set-menu", "page-list", "book-folder"],
  [
    "ledger",
    "ledger-book",
    "roll-call",
    "pre-flight",
    "search",
    "calling",
    "menu-proposal",
    "programme-book",
    "portal-list",
    "old-list",
    "session",
    "wish",
    "question",
  ],
  ["sharing", "merge", "sample", "backup", "library-filter", "printed-sheets", "usb-edition"],
  ["channel", "report", "meeting"],
];

/** The packages that the core may know: pure functions on data, no platform behind them. */
const SHARED_LIBRARIES = ["valibot", "fuse.js", "fractional-indexing", "fflate", "@noble/ed25519"];

const sharedSource = join(process.cwd(), "packages/shared/src");
const unplaced = (
  existsSync(sharedSource) ? readdirSync(sharedSource, { withFileTypes: true }) : []
)
  .filter((entry) => entry.isDirectory() && !SHARED_LEVELS.flat().includes(entry.name))
  .map((entry) => entry.name);
if (unplaced.length > 0) {
  throw new Error(
    `packages/shared/src has a domain without a level in .dependency-cruiser.cjs: ${unplaced.join(", ")}`,
  );
}

/** The files behind the exports of pwa/package.json, as one pattern. */
const appManifest = JSON.parse(readFileSync(join(__dirname, "pwa/package.json"), "utf8"));
const APP_DOORS = Object.values(appManifest.exports)
  .map((path) => path.replace("./", "").replaceAll(".", "\\.").replaceAll("*", ".*"))
  .join("|");

const TEST_FILE = "\\.(test|property\\.test)\\.tsx?$";

const inPackage = (names) => `(^|/)node_modules/(${names.join("|")})/|^(${names.join("|")})(/|$)`;
const domains = (levels) => `^packages/shared/src/(${levels.flat().join("|")})/`;

const sharedLevelRules = SHARED_LEVELS.slice(0, -1).map((level, index) => ({
  name: `shared-${level[0]}-looks-down-only`,
  severity: "error",
  comment: `${level.join(", ")} are meant to be understood without ${SHARED_LEVELS.slice(index + 1)
    .flat()
    .join(", ")}: move what is shared down, or the caller up.`,
  from: { path: domains([level]), pathNot: TEST_FILE },
  to: { path: domains(SHARED_LEVELS.slice(index + 1)) },
}));

module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      severity: "error",
      comment:
        "Modules that import each other can only be understood, tested and loaded together. Types may point back.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      comment: "An import that leads nowhere would escape every other rule here.",
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: "^(virtual:|#imports|wxt/|chrome$)|\\?(url|raw|worker|inline)",
      },
    },
    ...sharedLevelRules,
    {
      name: "shared-is-pure",
      severity: "error",
      comment: `The core runs in worker, page, extension and Node alike, so it knows only itself and ${SHARED_LIBRARIES.join(", ")}. Clock, ids, storage and network come as arguments.`,
      from: { path: "^packages/shared/", pathNot: TEST_FILE },
      to: { pathNot: `^packages/shared/|${inPackage(SHARED_LIBRARIES)}` },
    },
    {
      name: "shared-through-its-doors",
      severity: "error",
      comment:
        "The exports of packages/shared are its table of contents; what is not there may change tomorrow.",
      from: { pathNot: "^packages/shared/" },
      to: {
        path: "^packages/shared/",
        pathNot: "^packages/shared/(src/[^/]+/index|testing/[^/]+)\\.ts$",
      },
    },
    {
      name: "testing-for-tests-alone",
      severity: "error",
      comment:
        "packages/shared/testing is what tests stand on, of this package and of whole products.",
      from: { pathNot: `^(tests|packages/shared/testing)/|${TEST_FILE}` },
      to: { path: "^packages/shared/testing/" },
    },
    {
      name: "shared-domains-through-their-doors",
      severity: "error",
      comment: "A domain shows the others its index.ts; its other files are its own business.",
      from: { path: "^packages/shared/src/([^/]+)/", pathNot: TEST_FILE },
      to: {
        path: "^packages/shared/src/[^/]+/",
        pathNot: "^packages/shared/src/($1/|[^/]+/index\\.ts$)",
      },
    },
    {
      name: "features-apart",
      severity: "error",
      comment:
        "Features meet in pwa/src/app and in storage, never in each other, so that each can be read, changed and dropped alone.",
      from: { path: "^pwa/src/features/([^/]+)/" },
      to: { path: "^pwa/src/features/", pathNot: "^pwa/src/features/$1/" },
    },
    {
      name: "dexie-in-storage-only",
      severity: "error",
      comment:
        "One writer: only the library's storage and the extension's inbox touch IndexedDB, so that undo, merge and a full disk are handled in one place.",
      from: { pathNot: "^(pwa/src/storage|extension/src/inbox|tests)/" },
      to: { path: inPackage(["dexie", "dexie-react-hooks"]) },
    },
    {
      name: "names-stay-in-the-ledgers",
      severity: "error",
      comment:
        "Rosters, roll calls and signed rows lie in tables that only the ledgers open, and the meeting of a site's own PCs, which seals them: what shares, backs up, moves or reports cannot carry a name that it cannot read.",
      from: {
        pathNot: "^(pwa/src/(features/(ledgers|meeting)|storage/(personal|meeting))|tests)/",
      },
      // Passwords of hosts lie behind the same PIN; their door leads to no name.
      to: {
        path: "^pwa/src/storage/personal/",
        pathNot: "^pwa/src/storage/personal/secrets\\.ts$",
      },
    },
    {
      name: "storage-knows-no-screen",
      severity: "error",
      comment:
        "Rows outlive screens: the writer must run in a worker, a test or an offscreen page with no React near it.",
      from: { path: "^(pwa/src/storage|extension/src/inbox)/", pathNot: "\\.tsx$" },
      to: {
        path: `^pwa/src/(features|app|design)/|${inPackage(["react", "react-dom", "react-aria-components"])}`,
      },
    },
    {
      name: "extension-tools-in-extension-only",
      severity: "error",
      comment:
        "The app also runs as a plain web page and from a stick, where there is no extension to speak to.",
      from: { pathNot: "^extension/" },
      to: { path: inPackage(["wxt", "@wxt-dev/[^/]+", "webextension-polyfill"]) },
    },
    {
      name: "workbox-in-offline-only",
      severity: "error",
      comment: "What is cached, and when an update takes over, is decided in one folder.",
      from: { pathNot: "^pwa/(src/offline/|vite\\.config\\.ts$)" },
      to: { path: `${inPackage(["workbox-[^/]+", "vite-plugin-pwa"])}|^virtual:pwa-register` },
    },
    {
      name: "design-knows-no-domain",
      severity: "error",
      comment:
        "Controls and tokens can be looked at alone; a control that knows a domain word belongs to a feature.",
      from: { path: "^pwa/src/design/" },
      to: {
        path: "^(pwa|extension|packages|demonstration|tests|scripts)/",
        pathNot: "^pwa/src/design/",
      },
    },
    {
      name: "pwa-through-its-doors",
      severity: "error",
      comment:
        "The extension embeds the app through the exports of pwa/package.json; all else in pwa is free to move.",
      from: { path: "^extension/" },
      to: {
        path: "^pwa/",
        pathNot: `^pwa/(${APP_DOORS})$`,
      },
    },
    {
      name: "app-without-extension",
      severity: "error",
      comment: "The app must work where no extension is installed.",
      from: { path: "^pwa/" },
      to: { path: "^extension/" },
    },
    {
      name: "demonstration-is-a-stranger",
      severity: "error",
      comment:
        "The demonstration portal plays a site that has never heard of us; an import of ours would make the test of clipping a test of itself.",
      from: { path: "^demonstration/" },
      to: { path: "^(pwa|extension|packages|tests|scripts)/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      comment: "What ships must build with the tests folder deleted.",
      from: { pathNot: "^(tests|scripts)/" },
      to: { path: "^tests/" },
    },
    {
      name: "nothing-imports-scripts",
      severity: "error",
      comment: "Scripts run on a developer's machine; nothing that ships may need them.",
      from: { pathNot: "^(tests|scripts)/|^vitest\\.config\\.ts$" },
      to: { path: "^scripts/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|\\.wxt|\\.output|\\.tools)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "browser", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts", ".css"],
    },
  },
};
