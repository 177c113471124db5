/**
 * `npm run verify [-- gate …]`: every gate that needs only seconds; run it before each commit.
 * `--fix` formats first, and mends what Biome can mend by itself.
 * `--root FOLDER` looks at another tree, which is how tests/conventions plants violations.
 */
import { pathToFileURL } from "node:url";
import { catalogueWords } from "./gates/catalogue-words.ts";
import { chromeFloor } from "./gates/chrome-floor.ts";
import { conventions } from "./gates/conventions.ts";
import { docblocks } from "./gates/docblocks.ts";
import { fileSizes } from "./gates/file-sizes.ts";
import type { Gate } from "./gates/gate.ts";
import { platformFloor } from "./gates/platform-floor.ts";
import { purity } from "./gates/purity.ts";
import { boundaries, deadCode, lint, types } from "./gates/tool-gates.ts";
import type { Tally } from "./tally.ts";
import { ROOT, tool } from "./workspace.ts";

/** All gates, the quick ones first, so that a slip shows at once. */
export const GATES: readonly Gate[] = [
  fileSizes,
  docblocks,
  catalogueWords,
  purity,
  chromeFloor,
  platformFloor,
  lint,
  types,
  boundaries,
  deadCode,
  conventions,
];

const indent = (text: string): string => text.replaceAll("\n", "\n  ");

/** Looks through one gate and tells the screen what it found. */
const holds = async (gate: Gate, root: string): Promise<boolean> => {
  const start = performance.now();
  const { problems, notes = [] } = await gate.check(root);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? "✓" : "✗"} ${gate.name} (${seconds} s)`);
  for (const note of notes) console.log(`  note: ${indent(note)}`);
  for (const problem of problems) console.log(`  ${indent(problem)}`);
  return problems.length === 0;
};

/**
 * Runs the gates over `root`, tells the screen what each found, and returns how many held. The compiler,
 * which takes as long as all others together, runs beside them.
 */
export async function verify(root: string, gates: readonly Gate[] = GATES): Promise<Tally> {
  const inTurn = async (some: readonly Gate[]): Promise<number> => {
    let held = 0;
    for (const gate of some) if (await holds(gate, root)) held += 1;
    return held;
  };
  const held = await Promise.all([
    inTurn(gates.filter((gate) => gate === types)),
    inTurn(gates.filter((gate) => gate !== types)),
  ]);
  const passed = held.reduce((sum, some) => sum + some, 0);
  return { passed, failed: gates.length - passed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const args = process.argv.slice(2);
  const fix = args.indexOf("--fix");
  if (fix >= 0) {
    args.splice(fix, 1);
    await tool("@biomejs/biome/bin/biome", ["check", "--write", "--reporter=summary", "."]);
  }
  const at = args.indexOf("--root");
  const root = at < 0 ? ROOT : args.splice(at, 2)[1];
  const unknown = args.filter((name) => !GATES.some((gate) => gate.name === name));
  if (root === undefined || unknown.length > 0) {
    console.error(
      `Unknown: ${unknown.join(", ")}. Gates: ${GATES.map((gate) => gate.name).join(", ")}`,
    );
    process.exit(2);
  }
  const chosen = args.length === 0 ? GATES : GATES.filter((gate) => args.includes(gate.name));
  const { failed } = await verify(root, chosen);
  process.exitCode = failed === 0 ? 0 : 1;
}
