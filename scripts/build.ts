/**
 * `npm run build`: the products in `dist/`. A product whose sources have not changed since is left as it is,
 * so that `npm start` and `npm test` lose no time; `npm run build -- --force` builds anew.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { EXTENSION_FOLDER, INSTALL_PAGE, installPage } from "../extension/install/page.ts";
import { filesUnder, pnpm, ROOT } from "./workspace.ts";
import { zipFolder } from "./zip-folder.ts";

/** One folder (and its zip) in `dist/`. */
interface Product {
  readonly output: string;
  /** Folders and files that decide what comes out. */
  readonly inputs: readonly string[];
  readonly command: readonly string[];
  /** A file without which the product is not one. */
  readonly proof: string;
  readonly zip?: string;
  /** The zip is unpacked by a person: it holds the install page, and the product as one folder beside it. */
  readonly isUnpackedByHand?: boolean;
}

const COMMON = ["packages/shared", "pwa", "pnpm-lock.yaml", "tsconfig.base.json"];

const PRODUCTS: readonly Product[] = [
  {
    output: "dist/pwa",
    inputs: COMMON,
    command: ["--filter", "@dianbo/pwa", "build"],
    proof: "index.html",
  },
  {
    output: "dist/usb",
    inputs: COMMON,
    command: ["--filter", "@dianbo/pwa", "build:usb"],
    proof: "点播本.html",
  },
  {
    output: "dist/extension-chromium",
    inputs: [...COMMON, "extension", "scripts/zip-folder.ts"],
    command: ["--filter", "@dianbo/extension", "build:chromium"],
    proof: "manifest.json",
    zip: "dist/dianbo-extension-chromium.zip",
    isUnpackedByHand: true,
  },
  {
    output: "dist/extension-firefox",
    inputs: [...COMMON, "extension"],
    command: ["--filter", "@dianbo/extension", "build:firefox"],
    proof: "manifest.json",
    zip: "dist/dianbo-extension-firefox.zip",
  },
];

const digestOf = (inputs: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const isFile = /\.\w+$/.test(input);
    for (const path of isFile ? [input] : filesUnder(ROOT, input, [""])) {
      if (/\.test\.tsx?$/.test(path)) continue;
      hash.update(`\n${path}\n`).update(readFileSync(join(ROOT, path)));
    }
  }
  return hash.digest("hex");
};

const isFresh = (product: Product, stamp: string, digest: string): boolean =>
  existsSync(join(ROOT, product.output, product.proof)) &&
  (product.zip === undefined || existsSync(join(ROOT, product.zip))) &&
  existsSync(stamp) &&
  readFileSync(stamp, "utf8") === digest;

const build = async (product: Product, force: boolean): Promise<boolean> => {
  const stamps = join(ROOT, "dist/.stamps");
  const stamp = join(stamps, product.output.replace("dist/", ""));
  const digest = digestOf(product.inputs);
  if (!force && isFresh(product, stamp, digest)) {
    console.error(`${product.output} is up to date`);
    return true;
  }
  console.error(`Building ${product.output} …`);
  rmSync(stamp, { force: true });
  const run = await pnpm(product.command);
  const proof = join(ROOT, product.output, product.proof);
  if (run.code !== 0 || !existsSync(proof)) {
    console.error(run.output);
    console.error(
      `${product.output} was not built: ${existsSync(proof) ? "see above" : `${product.proof} is missing`}`,
    );
    return false;
  }
  if (product.zip !== undefined) {
    const layout = { inside: EXTENSION_FOLDER, beside: { [INSTALL_PAGE]: installPage() } };
    // Firefox installs its zip as it is.
    const chosen = product.isUnpackedByHand === true ? layout : {};
    zipFolder(join(ROOT, product.output), join(ROOT, product.zip), chosen);
  }
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, digest);
  return true;
};

/**
 * Builds what is not up to date, one product after the other (old machines have two cores).
 * @returns the outputs that could not be built; empty when all stand. Reasons are on the error stream.
 */
export async function buildAll(force = false): Promise<string[]> {
  const failed: string[] = [];
  for (const product of PRODUCTS) {
    if (!(await build(product, force))) failed.push(product.output);
  }
  return failed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const failed = await buildAll(process.argv.includes("--force"));
  console.log(failed.length === 0 ? "dist/ is ready" : `Not built: ${failed.join(", ")}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
