/**
 * Reads source files as syntax trees, for the gates that look at code. TypeScript 7 is the compiler, but its
 * library interface is not yet stable, so trees come from TypeScript 6 under the name `typescript-api`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-api";
import { filesUnder } from "../workspace.ts";

/** Folders with code that ships, as opposed to tests and scripts. */
export const PRODUCT_FOLDERS: readonly string[] = ["packages", "pwa", "extension", "demonstration"];

/** Whether this is a test, by its name. */
export const isTestFile = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** The TypeScript files under these folders, declarations left out, sorted. */
export const sourceFiles = (root: string, folders: readonly string[]): string[] =>
  folders
    .flatMap((folder) => filesUnder(root, folder, [".ts", ".tsx"]))
    .filter((path) => !path.endsWith(".d.ts"));

/** The syntax tree of one file, with parents set. */
export const parseFile = (root: string, path: string): ts.SourceFile =>
  ts.createSourceFile(
    path,
    readFileSync(join(root, path), "utf8"),
    ts.ScriptTarget.ESNext,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

/** Calls `visit` for every node of the tree, outermost first. */
export const eachNode = (tree: ts.SourceFile, visit: (node: ts.Node) => void): void => {
  const walk = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, walk);
  };
  walk(tree);
};

/** `path:line` of a node, for messages. */
export const placeOf = (tree: ts.SourceFile, node: ts.Node): string =>
  `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;

/** The dotted name of a chain of property accesses, for example `chrome.tabs.query`; undefined for anything else. */
export const dottedName = (node: ts.Node): string | undefined => {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isNonNullExpression(node) || ts.isParenthesizedExpression(node)) {
    return dottedName(node.expression);
  }
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const left = dottedName(node.expression);
  return left === undefined ? undefined : `${left}.${node.name.text}`;
};
