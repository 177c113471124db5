/** Runs one Vitest project and counts what it did. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Tally } from "./tally.ts";
import { tool } from "./workspace.ts";

/** What a JSON report of Vitest adds up to. A test that was skipped has proved nothing, so it counts as failed. */
export const tallyOfReport = (report: Readonly<Record<string, unknown>>): Tally => {
  const number = (key: string) => Number(report[key] ?? 0);
  return {
    passed: number("numPassedTests"),
    failed: number("numFailedTests") + number("numPendingTests") + number("numTodoTests"),
  };
};

/**
 * Runs one project of vitest.config.ts with its output on the screen.
 * A project that collects no test, or whose files do not load, counts as one failure at least.
 */
export async function runVitestProject(
  project: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "dianbo-vitest-"));
  const reportPath = join(folder, "report.json");
  try {
    const run = await tool(
      "vitest/vitest.mjs",
      [
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${reportPath}`,
      ],
      { shown: true, env },
    );
    let tally: Tally = { passed: 0, failed: 0 };
    try {
      tally = tallyOfReport(JSON.parse(readFileSync(reportPath, "utf8")));
    } catch {
      console.error(`${project}: Vitest left no report`);
    }
    const isSilent = tally.passed === 0 && tally.failed === 0;
    const hidesFailure = run.code !== 0 && tally.failed === 0;
    return isSilent || hidesFailure ? { ...tally, failed: tally.failed + 1 } : tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
