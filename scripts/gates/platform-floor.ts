import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-api";
import { filesUnder, ROOT } from "../workspace.ts";
import type { Gate } from "./gate.ts";
import { dottedName, eachNode, isTestFile, parseFile, placeOf, sourceFiles } from "./syntax.ts";

const LIST = "tests/conventions/missing-on-109.json";
const SHIPPED = ["packages", "pwa", "extension"];

/** What is missing → what to write instead. */
type Instead = Readonly<Record<string, string>>;

/** The checked-in knowledge of what Chromium 109 lacks. */
interface MissingList {
  readonly members: Instead;
  readonly calls: Instead;
  readonly css: Instead;
}

/** Of the list itself, not of its prototype: code may well say `toString`. */
const ownValue = (list: Instead, name: string): string | undefined =>
  Object.hasOwn(list, name) ? list[name] : undefined;

const faultsOfCode = (root: string, path: string, list: MissingList): string[] => {
  const faults: string[] = [];
  const tree = parseFile(root, path);
  eachNode(tree, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return;
    const name = dottedName(node) ?? node.name.text;
    const instead = ownValue(list.calls, name) ?? ownValue(list.members, node.name.text);
    if (instead === undefined) return;
    faults.push(
      `${placeOf(tree, node)}: ${node.name.text} is not on Chromium 109; instead: ${instead}`,
    );
  });
  return faults;
};

const withoutComments = (css: string): string =>
  css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));

const faultsOfStyles = (root: string, path: string, list: MissingList): string[] =>
  withoutComments(readFileSync(join(root, path), "utf8"))
    .split("\n")
    .flatMap((line, index) =>
      Object.entries(list.css).flatMap(([pattern, instead]) => {
        const hit = new RegExp(pattern).exec(line)?.[0];
        return hit === undefined
          ? []
          : [`${path}:${index + 1}: ${hit} is not on Chromium 109; instead: ${instead}`];
      }),
    );

/** No script and no stylesheet that ships uses what Chromium 109 lacks; types alone cannot tell, as the DOM library is newer. */
export const platformFloor: Gate = {
  name: "platform-109",
  check: async (root) => {
    const list: MissingList = JSON.parse(readFileSync(join(ROOT, LIST), "utf8"));
    const code = sourceFiles(root, SHIPPED).filter((path) => !isTestFile(path));
    const styles = SHIPPED.flatMap((folder) => filesUnder(root, folder, [".css"]));
    return {
      problems: [
        ...code.flatMap((path) => faultsOfCode(root, path, list)),
        ...styles.flatMap((path) => faultsOfStyles(root, path, list)),
      ],
    };
  },
};
