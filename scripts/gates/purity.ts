import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-api";
import { ROOT } from "../workspace.ts";
import type { Gate } from "./gate.ts";
import {
  dottedName,
  eachNode,
  isTestFile,
  PRODUCT_FOLDERS,
  parseFile,
  placeOf,
  sourceFiles,
} from "./syntax.ts";

/** Calls whose answer differs each time: clock, ids and randomness come as arguments instead. */
const IMPURE = new Set([
  "Date.now",
  "performance.now",
  "Math.random",
  "crypto.randomUUID",
  "crypto.getRandomValues",
  "globalThis.crypto.randomUUID",
  "globalThis.crypto.getRandomValues",
  "self.crypto.randomUUID",
  "self.crypto.getRandomValues",
]);

const LIST = "tests/conventions/composition-roots.json";

const impureCall = (node: ts.Node): string | undefined => {
  if (ts.isNewExpression(node) && node.expression.getText() === "Date") {
    return (node.arguments?.length ?? 0) === 0 ? "new Date()" : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.getText() === "Date") return "Date()";
  // A mention is as good as a call: `now: Date.now` hands the clock on.
  const name = ts.isPropertyAccessExpression(node) ? dottedName(node) : undefined;
  return name !== undefined && IMPURE.has(name) ? name : undefined;
};

/** `Date.now`, `new Date()`, `randomUUID` and their like occur in composition roots only. */
export const purity: Gate = {
  name: "purity",
  check: async (root) => {
    const roots: Record<string, string> = JSON.parse(readFileSync(join(ROOT, LIST), "utf8"));
    const isRoot = (path: string) =>
      Object.keys(roots).some((entry) =>
        entry.endsWith("/") ? path.startsWith(entry) : path === entry,
      );
    const problems: string[] = [];
    for (const path of sourceFiles(root, PRODUCT_FOLDERS)) {
      if (isTestFile(path) || isRoot(path) || path.endsWith(".config.ts")) continue;
      const tree = parseFile(root, path);
      eachNode(tree, (node) => {
        const call = impureCall(node);
        if (call === undefined) return;
        problems.push(
          `${placeOf(tree, node)}: ${call} outside a composition root (${LIST}): take a Clock, NewId or random source as an argument`,
        );
      });
    }
    return { problems };
  },
};
