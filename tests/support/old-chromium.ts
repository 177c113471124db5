/** The old floor: a real Chromium 109, unpacked from npm's `@sparticuz/chromium`. */
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";

const CACHE = fileURLToPath(new URL("../../.tools/chromium-109/", import.meta.url));

/** Where the package lies; its `exports` name only its main file, `build/index.js`. */
const packageFolder = (): string => {
  const main = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  return dirname(dirname(main));
};

/**
 * The path of a Chromium 109 headless shell (no extensions in it; plays H.264), unpacked on first use
 * and kept under `.tools`. It needs the shared libraries that a system Chromium brings.
 * @throws where the package is not installed or the disk is full.
 */
export const oldChromiumPath = async (): Promise<string> => {
  const path = join(CACHE, "chromium");
  if (existsSync(path)) return path;
  await mkdir(CACHE, { recursive: true });
  // Renamed only when whole, so that a broken-off unpacking is never taken for a browser.
  const unpacking = `${path}.${process.pid}`;
  await pipeline(
    createReadStream(join(packageFolder(), "bin", "chromium.br")),
    createBrotliDecompress(),
    createWriteStream(unpacking),
  );
  await chmod(unpacking, 0o755);
  await rename(unpacking, path);
  return path;
};
