import { lineOf, select } from "./page-elements.ts";
import type { Label } from "./page-labels.ts";

const NAME = "([\\u4e00-\\u9fff][^\"'<>\\\\]{1,39})";
/** `document.write("来源：青禾日报")`, with marks round the words. */
const WRITES_BOTH = new RegExp(
  `document\\.write\\(\\s{0,9}["'](?:<[^<>]{0,80}>){0,4}(?:信息|文章|稿件)?来源[:：]\\s{0,9}(?:<[^<>]{0,80}>){0,4}${NAME}`,
  "u",
);
/** `var csource = "青禾日报"`, `document.write("青禾日报")`: only where the label stands before the script. */
const WRITES_NAME = new RegExp(
  `(?:\\w{0,20}source\\w{0,20}\\s{0,9}=|document\\.write\\()\\s{0,9}["']${NAME}["']`,
  "iu",
);

/** The source that a script of the page writes beside its label; a page that was fetched has run none. */
export const writtenSource = (document: Document): Label[] =>
  select(document, ["script:not([src])"])
    .slice(0, 80)
    .flatMap((script) => {
      const code = script.textContent ?? "";
      if (code.length > 2000) return [];
      const isLabelled = /来\s{0,4}源\s{0,4}[:：]$/u.test(lineOf(script.parentElement, 80).trim());
      const value = WRITES_BOTH.exec(code)?.[1] ?? (isLabelled ? WRITES_NAME.exec(code)?.[1] : "");
      return value === undefined || value === "" ? [] : [{ label: "来源", value: value.trim() }];
    });
