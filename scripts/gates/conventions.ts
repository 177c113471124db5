import { tool } from "../workspace.ts";
import { findingsOfTool, type Gate } from "./gate.ts";

/** The tests of the repository itself that need no build (tests/conventions, without the planted violations). */
export const conventions: Gate = {
  name: "conventions",
  check: async (root) =>
    findingsOfTool(
      await tool("vitest/vitest.mjs", ["run", "--project", "conventions", "--reporter=dot"], {
        cwd: root,
        env: { ...process.env, NO_COLOR: "1" },
      }),
    ),
};
