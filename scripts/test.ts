/**
 * `npm test`: everything that says whether the product holds, in order of cost, with one total at the end.
 * `--deep` runs ten times the cases of every property. Names of projects or `verify` run only those.
 */
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { ensureTestPrograms } from "./setup.ts";
import { checkSizes } from "./sizes.ts";
import { addTallies, type Tally } from "./tally.ts";
import { verify } from "./verify.ts";
import { runVitestProject } from "./vitest-project.ts";
import { ROOT } from "./workspace.ts";

const ONE_FAILURE: Tally = { passed: 0, failed: 1 };

const args = process.argv.slice(2);
const deep = args.includes("--deep");
const chosen = args.filter((name) => !name.startsWith("--"));

const seed = process.env["DIANBO_SEED"] ?? String(randomInt(2 ** 31));
const cases = process.env["DIANBO_CASES"] ?? (deep ? "10000" : "1000");
const env = {
  ...process.env,
  DIANBO_SEED: seed,
  DIANBO_CASES: cases,
  ...(deep ? { DIANBO_DEEP: "1" } : {}),
};

let building: Promise<string[]> | undefined;

/** Builds once; every step that looks at the products waits for it, so that none looks at stale ones. */
const unbuilt = (): Promise<string[]> => {
  building ??= buildAll();
  return building;
};

const withProducts = async (step: () => Promise<Tally>): Promise<Tally> => {
  const failed = await unbuilt();
  if (failed.length === 0) return step();
  console.log(`✗ did not run, as these were not built: ${failed.join(", ")}`);
  return ONE_FAILURE;
};

const build = async (): Promise<Tally> => {
  const failed = await unbuilt();
  for (const output of failed) console.log(`✗ ${output} was not built`);
  return { passed: failed.length === 0 ? 1 : 0, failed: failed.length };
};

const journeys = async (): Promise<Tally> => {
  const missing = await ensureTestPrograms();
  if (missing.length === 0) return runVitestProject("journeys", env, { again: true });
  console.log(`✗ the journeys did not run: ${missing.join(", ")} missing`);
  return ONE_FAILURE;
};

const STEPS: Readonly<Record<string, () => Promise<Tally>>> = {
  verify: () => verify(ROOT),
  shared: () => runVitestProject("shared", env),
  planted: () => runVitestProject("planted", env),
  storage: () => runVitestProject("storage", env),
  rooms: () => runVitestProject("rooms", env),
  portals: () => runVitestProject("portals", env),
  build,
  sizes: () => withProducts(async () => checkSizes(join(ROOT, "dist"))),
  products: () => withProducts(() => runVitestProject("products", env)),
  journeys: () => withProducts(journeys),
};

const unknown = chosen.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Steps: ${Object.keys(STEPS).join(", ")}`);
  process.exit(2);
}

console.log(
  `Properties run ${cases} cases each from seed ${seed} (repeat with DIANBO_SEED=${seed}).`,
);
const tallies: Tally[] = [];
for (const [name, step] of Object.entries(STEPS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n── ${name} ──`);
  try {
    tallies.push(await step());
  } catch (error) {
    console.log(`✗ ${name} broke off: ${error instanceof Error ? error.stack : String(error)}`);
    tallies.push(ONE_FAILURE);
  }
}

const total = addTallies(tallies);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
