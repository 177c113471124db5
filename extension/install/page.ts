/**
 * 安装.html: the page that stands beside the extension's folder in its zip and is opened by a double click,
 * before anything is installed. One file with everything in it, no address but its own.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawPicture } from "./pictures.ts";
import { enWords, FOLDER, type Guide, type InstallWords, zhWords } from "./words.ts";

/** The page's name in the zip. */
export const INSTALL_PAGE = "安装.html";

/** The folder's name in the zip: what the browser is told to load. */
export const EXTENSION_FOLDER = FOLDER;

const partOf = (name: string): string =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8").trim();

const MARK =
  '<svg width="56" height="56" viewBox="0 0 28 28" aria-hidden="true" focusable="false"><path d="M2 3a2 2 0 0 1 2-2h15v26H4a2 2 0 0 1-2-2z" fill="#17211e"/><path d="M6.500 9.500h8M6.500 14h8M6.500 18.500h5" stroke="#e3eae2" stroke-width="2"/><path d="M19 1h8v4.400h-8z" fill="#b5391f"/><path d="M19 6.400h8v4.400h-8z" fill="#2c68bc"/><path d="M19 11.800h8v4.400h-8z" fill="#21b49d"/><path d="M19 17.200h8v4.400h-8z" fill="#f6c621"/><path d="M19 22.600h8V27h-8z" fill="#471c3d"/></svg>';

const listOf = (lines: readonly string[]): string =>
  `<ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`;

const choiceOf = ({ id, name }: Guide, at: number, language: string): string =>
  `<input class="pick ${id}" type="radio" name="browser-${language}" id="${id}-${language}"${at === 0 ? " checked" : ""}><label class="tab" for="${id}-${language}">${name}</label>`;

const guideOf = ({ id, name, steps, note }: Guide): string => {
  const items = steps.map(
    ({ say, picture }, at) =>
      `<li>${drawPicture(picture)}<p><span class="count">${at + 1}</span>${say}</p></li>`,
  );
  return `<section class="guide ${id}" aria-label="${name}"><ol class="steps">${items.join("\n")}</ol><p class="note">${note}</p></section>`;
};

const partIn = (words: InstallWords): string => `
<header class="head">${MARK}<div><h1>${words.heading}</h1><p>${words.lead}</p></div></header>
<p class="verdict" id="verdict-${words.language}">${words.unread}</p>
<fieldset><legend>${words.choose}</legend>
${words.guides.map((guide, at) => choiceOf(guide, at, words.language)).join("")}
${words.guides.map(guideOf).join("\n")}
</fieldset>
<p class="after">${words.afterwards}</p>
<div class="two">
<section><h2>${words.updateHeading}</h2>${listOf(words.update)}</section>
<section><h2>${words.avoidHeading}</h2>${listOf(words.avoid)}</section>
</div>`;

/** The whole page as it goes into the zip. */
export const installPage = (): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="viewport" content="width=device-width">
<meta name="renderer" content="webkit">
<title>装上点播本 · Install Dianbo</title>
<style>
${partOf("install.css")}
</style>
</head>
<body>
<main>${partIn(zhWords)}
</main>
<div class="english" lang="en"><div class="page">${partIn(enWords)}
</div></div>
<script>
${partOf("which-browser.js")}
${partOf("show-verdict.js")}
</script>
</body>
</html>
`;
