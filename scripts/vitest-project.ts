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

/** The files of a report that failed, and how many of their tests passed all the same. */
export const failedFilesOf = (
  report: unknown,
): { readonly files: readonly string[]; readonly passedInThem: number } => {
  const results =
    isRecord(report) && Array.isArray(report["testResults"]) ? report["testResults"] : [];
  const failed = results.filter(isRecord).filter(({ status }) => status === "failed");
  const passed = failed.flatMap(({ assertionResults }) =>
    Array.isArray(assertionResults)
      ? assertionResults.filter((one) => isRecord(one) && one["status"] === "passed")
      : [],
  );
  return {
    files: failed.flatMap(({ name }) => (typeof name === "string" ? [name] : [])),
    passedInThem: passed.length,
  };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** More files than this do not fail by a late key. */
const MOST_FILES_AGAIN = 3;

const runOnce = async (
  project: string,
  env: NodeJS.ProcessEnv,
  files: readonly string[] = [],
): Promise<{ readonly tally: Tally; readonly report: unknown }> => {
  const folder = mkdtempSync(join(tmpdir(), "dianbo-vitest-"));
  const reportPath = join(folder, "report.json");
  try {
    const run = await tool(
      "vitest/vitest.mjs",
      [
        "run",
        ...files,
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${reportPath}`,
      ],
      { shown: true, env },
    );
    let report: unknown;
    try {
      report = JSON.parse(readFileSync(reportPath, "utf8"));
    } catch {
      console.error(`${project}: Vitest left no report`);
    }
    const tally = isRecord(report) ? tallyOfReport(report) : { passed: 0, failed: 0 };
    const isSilent = tally.passed === 0 && tally.failed === 0;
    const hidesFailure = run.code !== 0 && tally.failed === 0;
    return {
      tally: isSilent || hidesFailure ? { ...tally, failed: tally.failed + 1 } : tally,
      report,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Runs one project of vitest.config.ts with its output on the screen.
 * A project that collects no test, or whose files do not load, counts as one failure at least.
 * With `again`, up to three files that failed run once more by themselves, each with a new browser: the acts of
 * a journey follow each other, so that a retry of one of them stands on what the failed try left behind.
 */
export async function runVitestProject(
  project: string,
  env: NodeJS.ProcessEnv = process.env,
  { again = false }: { readonly again?: boolean } = {},
): Promise<Tally> {
  const { tally, report } = await runOnce(project, env);
  const { files, passedInThem } = failedFilesOf(report);
  if (!again || files.length === 0 || files.length > MOST_FILES_AGAIN) return tally;
  console.log(`\nOnce more by themselves, each from its beginning: ${files.join(", ")}`);
  const second = await runOnce(project, env, files);
  return { passed: tally.passed - passedInThem + second.tally.passed, failed: second.tally.failed };
}
