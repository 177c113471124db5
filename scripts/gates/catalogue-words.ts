import ts from "typescript-api";
import type { Gate } from "./gate.ts";
import { eachNode, isTestFile, parseFile, placeOf, sourceFiles } from "./syntax.ts";

/**
 * Reading pages: there Chinese words are patterns of the portals, never shown. And the codes by which a
 * workbook shows its numbers, which belong to the file, whichever language the screen speaks.
 */
const NOT_SHOWN = /^extension\/src\/clipping\/|^pwa\/src\/office-files\/number-format\.ts$/;

const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return node.text;
  return ts.isJsxText(node) ? node.text.trim() : undefined;
};

/** What is printed on keys is the same in every language. */
const KEYS = /\b(Esc|Enter|Alt|Ctrl|Del|Shift|Tab|PgUp|PgDn|Home|End)\b/g;

const isWord = (node: ts.Node, text: string): boolean =>
  /\p{Script=Han}/u.test(text) || (ts.isJsxText(node) && /\p{L}{2,}/u.test(text.replace(KEYS, "")));

/** Every word that a person sees stands in the catalogue, in both languages; screens hold none of their own. */
export const catalogueWords: Gate = {
  name: "catalogue-words",
  check: async (root) => {
    const problems: string[] = [];
    for (const path of sourceFiles(root, ["pwa/src", "extension/src"])) {
      if (isTestFile(path) || NOT_SHOWN.test(path) || path.includes("/locales/")) continue;
      const tree = parseFile(root, path);
      eachNode(tree, (node) => {
        const text = textOf(node);
        if (text === undefined || !isWord(node, text)) return;
        problems.push(`${placeOf(tree, node)}: "${text}" belongs in the catalogue (src/locales)`);
      });
    }
    return { problems };
  },
};
