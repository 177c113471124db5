/** The gates that other people's tools keep: types, lint, import rules, dead code. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_FOLDERS, ROOT, tool } from "../workspace.ts";
import { type Findings, findingsOfTool, type Gate } from "./gate.ts";

const CRUISED_FOLDERS = ["packages", "pwa", "extension", "demonstration", "tests", "scripts"];

/** Compiles every package of the workspace, and the scripts, with TypeScript 7. */
export const types: Gate = {
  name: "types",
  check: async (root) => {
    const problems: string[] = [];
    for (const folder of [...PACKAGE_FOLDERS, "scripts"]) {
      if (!existsSync(join(root, folder, "tsconfig.json"))) continue;
      const run = await tool("typescript/bin/tsc", ["-p", folder, "--pretty", "false"], {
        cwd: root,
      });
      problems.push(...findingsOfTool(run).problems.map((text) => `[${folder}] ${text}`));
    }
    return { problems };
  },
};

/** Biome: lint and format; nothing is changed here. */
export const lint: Gate = {
  name: "lint",
  check: async (root) => {
    const flags = [
      "--colors=off",
      "--reporter=concise",
      "--diagnostic-level=warn",
      "--error-on-warnings",
      "--max-diagnostics=60",
    ];
    // A planted tree brings its own copy of biome.jsonc, and no repository.
    const elsewhere = root === ROOT ? [] : ["--vcs-enabled=false"];
    return findingsOfTool(
      await tool("@biomejs/biome/bin/biome", ["ci", ...flags, ...elsewhere, "."], { cwd: root }),
    );
  },
};

/** The part of dependency-cruiser's JSON report that is read here. */
interface CruiseReport {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly comment?: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

const findingsOfCruise = (output: string): Findings => {
  let report: CruiseReport;
  try {
    report = JSON.parse(output);
  } catch {
    return { problems: [`dependency-cruiser gave no report:\n${output.trim()}`] };
  }
  const { totalCruised, violations } = report.summary;
  const problems = violations.map(
    ({ rule, from, to, comment }) =>
      `${rule.name}: ${from} → ${to}${comment ? `\n    ${comment}` : ""}`,
  );
  // With a TypeScript that it does not know it cruises nothing and is content.
  if (totalCruised === 0) problems.push("dependency-cruiser cruised 0 modules: it checks nothing");
  return { problems, notes: [`${totalCruised} modules`] };
};

/** Who may import whom: the rules of `.dependency-cruiser.cjs`. */
export const boundaries: Gate = {
  name: "boundaries",
  check: async (root) => {
    const folders = CRUISED_FOLDERS.filter((folder) => existsSync(join(root, folder)));
    const config = join(ROOT, ".dependency-cruiser.cjs");
    const run = await tool(
      "dependency-cruiser/bin/dependency-cruiser.mjs",
      ["--config", config, "--output-type", "json", ...folders],
      { cwd: root },
    );
    return findingsOfCruise(run.output);
  },
};

/** knip: files, exports and dependencies that nobody uses. */
export const deadCode: Gate = {
  name: "dead-code",
  check: async (root) =>
    findingsOfTool(
      await tool(
        "knip/bin/knip.js",
        ["--no-progress", "--no-config-hints", "--config", join(root, "knip.json")],
        { cwd: root },
      ),
    ),
};
