import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-api";
import { ROOT } from "../workspace.ts";
import type { Gate } from "./gate.ts";
import { dottedName, eachNode, isTestFile, parseFile, placeOf, sourceFiles } from "./syntax.ts";

const LIST = "tests/conventions/chrome-109-apis.json";

/** The checked-in knowledge of what Chromium 109 offers an extension. */
interface ApiList {
  /** Namespace → members that 109 has. */
  readonly available: Readonly<Record<string, readonly string[]>>;
  /** `namespace.member`, or a whole namespace, that came later and is feature-tested where it is used. */
  readonly featureTested: Readonly<
    Record<string, { readonly since: number; readonly reason: string }>
  >;
  /** Reasons that `chrome.offscreen.createDocument` knows on 109. */
  readonly offscreenReasons: readonly string[];
}

const isKnown = (list: ApiList, namespace: string, member: string): boolean =>
  (list.available[namespace]?.includes(member) ?? false) ||
  namespace in list.featureTested ||
  `${namespace}.${member}` in list.featureTested;

/** What is wrong with one mention of an extension API, or undefined. */
const faultOf = (list: ApiList, path: string, name: string): string | undefined => {
  if (!path.startsWith("extension/")) return `${name}: extension APIs are used in extension/ only`;
  const [, namespace, member] = name.split(".");
  if (namespace === undefined) return undefined;
  if (!(namespace in list.available) && !(namespace in list.featureTested)) {
    return `chrome.${namespace} is not on Chromium 109 (${LIST})`;
  }
  if (member === undefined || isKnown(list, namespace, member)) return undefined;
  return `chrome.${namespace}.${member} is not on Chromium 109 (${LIST})`;
};

const isOutermost = (node: ts.Node): boolean =>
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node);

/** Names that stand for the extension API in this file: `chrome`, and `browser` where it is not a variable of our own. */
const apiRoots = (tree: ts.SourceFile): ReadonlySet<string> => {
  const own = new Set<string>();
  eachNode(tree, (node) => {
    const declares =
      ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (declares && ts.isIdentifier(node.name)) own.add(node.name.text);
  });
  return new Set(["chrome", "browser"].filter((name) => !own.has(name)));
};

const apiName = (node: ts.Node, roots: ReadonlySet<string>): string | undefined => {
  const name = ts.isPropertyAccessExpression(node) ? dottedName(node) : undefined;
  const plain = name?.replace(/^(globalThis|self|window)\./, "");
  return plain !== undefined && roots.has(plain.split(".")[0] ?? "") ? plain : undefined;
};

/** Takes a namespace out of sight of this gate: `const { tabs } = chrome`, `const api = chrome.tabs`. */
const isAlias = (node: ts.Node, roots: ReadonlySet<string>): boolean => {
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return false;
  const name = dottedName(node.initializer);
  return name !== undefined && roots.has(name.split(".")[0] ?? "") && name.split(".").length < 3;
};

const offscreenFaults = (list: ApiList, node: ts.Node): readonly string[] => {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== "reasons") return [];
  const call = node.parent.parent;
  const isOffscreen =
    ts.isCallExpression(call) && /(?:^|\.)createDocument$/u.test(call.expression.getText());
  // Other things have reasons too.
  if (!isOffscreen || !ts.isArrayLiteralExpression(node.initializer)) return [];
  return node.initializer.elements
    .map((element) => element.getText().replace(/^.*\./, "").replace(/["']/g, ""))
    .filter((reason) => !list.offscreenReasons.includes(reason))
    .map((reason) => `offscreen reason ${reason} is not on Chromium 109 (${LIST})`);
};

/** Every `chrome.*` (or `browser.*`) that is used exists on Chromium 109, or is listed as feature-tested with a reason. */
export const chromeFloor: Gate = {
  name: "chrome-109",
  check: async (root) => {
    const list: ApiList = JSON.parse(readFileSync(join(ROOT, LIST), "utf8"));
    const problems: string[] = [];
    for (const path of sourceFiles(root, ["extension", "pwa", "packages"])) {
      if (isTestFile(path)) continue;
      const tree = parseFile(root, path);
      const roots = apiRoots(tree);
      eachNode(tree, (node) => {
        const report = (fault: string) => problems.push(`${placeOf(tree, node)}: ${fault}`);
        const name = apiName(node, roots);
        // In `chrome.tabs.query` the whole counts, not its part `chrome.tabs`.
        const fault =
          name !== undefined && isOutermost(node) ? faultOf(list, path, name) : undefined;
        if (fault !== undefined) report(fault);
        if (isAlias(node, roots))
          report("write chrome.namespace.member in full, so that this gate can read it");
        for (const one of offscreenFaults(list, node)) report(one);
      });
    }
    return { problems };
  },
};
