import ts from "typescript-api";
import type { Gate } from "./gate.ts";
import { isTestFile, parseFile, placeOf, sourceFiles } from "./syntax.ts";

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword) ?? false);

const namesOf = (node: ts.Statement): readonly string[] => {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map((one) => one.name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node);
  return isNamed ? [node.name?.text ?? "default"] : [];
};

const hasDocblock = (tree: ts.SourceFile, node: ts.Node): boolean =>
  ts.getJSDocCommentsAndTags(node).some((doc) => /[\p{L}\p{N}]/u.test(doc.getText(tree)));

/** Names that the file exports in a list of its own, `export { one, two }`. */
const listedNames = (tree: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const statement of tree.statements) {
    const isList = ts.isExportDeclaration(statement) && statement.moduleSpecifier === undefined;
    const clause = isList ? statement.exportClause : undefined;
    if (clause === undefined || !ts.isNamedExports(clause)) continue;
    for (const one of clause.elements) names.add((one.propertyName ?? one.name).text);
  }
  return names;
};

const undocumented = (tree: ts.SourceFile): string[] => {
  const problems: string[] = [];
  const documented = new Set<string>();
  const listed = listedNames(tree);
  for (const node of tree.statements) {
    for (const name of namesOf(node)) {
      if (!isExported(node) && !listed.has(name)) continue;
      // Of an overloaded function the first signature carries the words for all.
      if (documented.has(name)) continue;
      documented.add(name);
      if (!hasDocblock(tree, node)) {
        problems.push(
          `${placeOf(tree, node)}: export "${name}" has no docblock saying what it is for`,
        );
      }
    }
  }
  return problems;
};

/** Every exported thing says what it is for; tests export nothing that anyone reads. */
export const docblocks: Gate = {
  name: "docblocks",
  check: async (root) => {
    const files = sourceFiles(root, [
      "packages",
      "pwa",
      "extension",
      "demonstration",
      "scripts",
      "tests/support",
    ]);
    return {
      problems: files
        .filter((path) => !isTestFile(path) && !path.endsWith(".config.ts"))
        .flatMap((path) => undocumented(parseFile(root, path))),
    };
  },
};
