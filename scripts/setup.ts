/**
 * `npm run setup`: what the tests need besides npm packages. Node, pnpm and the packages are already there
 * when this runs (scripts/run.mjs). `npm start` does not come here: showing the app needs none of it.
 */
import { existsSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inPath, run } from "./workspace.ts";

/** One thing that the tests start, and the Debian package that brings it. */
interface TestProgram {
  readonly name: string;
  readonly debianPackage: string;
  readonly isThere: () => boolean;
}

const program = (name: string, debianPackage: string): TestProgram => ({
  name,
  debianPackage,
  isThere: () => inPath(name) !== undefined,
});

/** Firefox plays H.264 and AAC by the system's libavcodec, which Debian only recommends to it. */
const hasAvcodec = (): boolean =>
  existsSync("/usr/lib") &&
  readdirSync("/usr/lib").some(
    (folder) =>
      folder.endsWith("-linux-gnu") &&
      readdirSync(`/usr/lib/${folder}`).some((file) => file.startsWith("libavcodec.so.")),
  );

const TEST_PROGRAMS: readonly TestProgram[] = [
  program("chromium", "chromium"),
  program("firefox-esr", "firefox-esr"),
  // The library's own package has another name in every Debian; this one brings it in all of them.
  { name: "libavcodec", debianPackage: "ffmpeg", isThere: hasAvcodec },
  program("Xvfb", "xvfb"),
  program("openbox", "openbox"),
  program("xdotool", "xdotool"),
  program("import", "imagemagick"),
  program("pdftoppm", "poppler-utils"),
  program("pkill", "procps"),
  // Two WebDAV hosts that are not ours; of Apache the program alone, which starts no service.
  program("rclone", "rclone"),
  program("apache2", "apache2-bin"),
  {
    name: "Noto Sans CJK",
    debianPackage: "fonts-noto-cjk",
    isThere: () => existsSync("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
  },
];

const missing = (): TestProgram[] => TEST_PROGRAMS.filter((one) => !one.isThere());

/**
 * Makes sure that everything is there that the browser tests start; installs it where this is Debian and root.
 * @returns the names of what is still missing, each already explained on the screen; empty when all is there.
 */
export async function ensureTestPrograms(): Promise<string[]> {
  const wanted = missing();
  if (wanted.length === 0) return [];
  const debianRoot =
    process.platform === "linux" && process.getuid?.() === 0 && inPath("apt-get") !== undefined;
  if (debianRoot) {
    console.error(
      `Installing for the tests: ${wanted.map((one) => one.debianPackage).join(" ")} …`,
    );
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const update = await run("apt-get", ["update", "-q"], { env });
    if (update.code !== 0) console.error(update.output);
    const install = await run(
      "apt-get",
      ["install", "-y", "-q", "--no-install-recommends", ...wanted.map((one) => one.debianPackage)],
      { env },
    );
    if (install.code !== 0) console.error(install.output);
  }
  const left = missing();
  for (const one of left) {
    console.error(`缺少 ${one.name}：浏览器测试要用它（Debian 的包名是 ${one.debianPackage}）。`);
    console.error(
      `Missing: ${one.name}, which the browser tests start (Debian package: ${one.debianPackage}).`,
    );
  }
  if (left.length > 0 && !debianRoot) {
    console.error(
      "The browser tests run on Debian (as root they install all this themselves). Everything else, npm start included, works here.",
    );
  }
  return left.map((one) => one.name);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const left = await ensureTestPrograms();
  console.log(
    left.length === 0 ? "齐了 / All is there." : `还缺 / Still missing: ${left.join(", ")}`,
  );
}
