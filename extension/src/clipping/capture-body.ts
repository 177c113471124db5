import type { CapturedBody } from "@dianbo/shared/portal";
import { Readability } from "@mozilla/readability";
import { articleLines, ENOUGH } from "./article-end.ts";
import { pictureAddress } from "./body-pictures.ts";
import { bareTitle, bodyText, cleanCopy } from "./clean-body.ts";
import { asOne, partsOf } from "./container-parts.ts";
import { mainContainer, proseWithin } from "./main-container.ts";
import { isFooter, type PageBlock } from "./page-blocks.ts";
import { isTooDeep, select } from "./page-elements.ts";

/** Containers of editors: what stands in them was typed by somebody, and nothing else was. */
const SURE = [
  ".TRS_Editor",
  ".TRS_UEDITOR",
  ".trs_editor_view",
  ".trs_paper_default",
  "#UCAP-CONTENT",
  "#vsb_content",
  '[id^="vsb_content_"]',
  ".v_news_content",
  "#rm_txt_zw",
  "#rwb_zw",
  "#p_content",
  "#detailContent",
  "#p-detail",
  "#js_content",
  "#ozoom",
  ".Custom_UnionStyle",
];

/** Containers of templates: the title and its facts may stand in them too. */
const WIDE = [
  ".rm_txt_con",
  ".show_text",
  "#contentMain",
  "#content_area",
  "#text_area",
  "#detail_content",
  "#font_area",
  "#ivs_content",
  ".moe-detail-box",
  "#content_body_xxgk",
  "#xw_box",
  "#zoom",
  "#Zoom",
  ".article-content",
  ".article_content",
  ".article-body",
  ".bt_content",
  ".pages_content",
  "#con_con",
  "#fontzoom",
  "#artibody",
  ".word",
];

const isDocument = (node: Node): node is Document => node.nodeType === 9;

interface Candidate {
  readonly parts: readonly Element[];
  readonly from: string;
  readonly isSure: boolean;
}

/** Readability weighs every element by its neighbours; a page of more than this makes it take minutes. */
const MOST_ELEMENTS = 15_000;

const readable = (document: Document, base: string): CapturedBody | undefined => {
  if (document.getElementsByTagName("*").length > MOST_ELEMENTS) return undefined;
  try {
    const whole = document.cloneNode(true);
    if (!isDocument(whole)) return undefined;
    for (const image of whole.querySelectorAll("img")) {
      const address = pictureAddress(image, base);
      if (address === undefined) {
        image.remove();
        continue;
      }
      for (const name of image.getAttributeNames()) {
        if (name !== "alt") image.removeAttribute(name);
      }
      image.setAttribute("src", address);
    }
    const read = new Readability(whole, { charThreshold: 100 }).parse();
    if (read?.content == null) return undefined;
    return {
      from: "readability",
      html: read.content.slice(0, 2_000_000),
      text: (read.textContent ?? "")
        .replace(/[ \t\u3000]*\n\s*/gu, "\n")
        .trim()
        .slice(0, 1_000_000),
    };
  } catch {
    // Readability gives up on documents it does not understand; the page is then a link.
    return undefined;
  }
};

/** Prose of a sentence. */
const A_SENTENCE = 20;
/** A text that needs no other reader. */
const LONG_ENOUGH = 80;

const named = (document: Document, marked: Element | null): readonly Candidate[] => {
  const of = (selectors: readonly string[], isSure: boolean): Candidate[] =>
    selectors.flatMap((selector) => {
      const parts = partsOf(select(document, [selector]).slice(0, 50));
      return parts.length === 0 ? [] : [{ parts, from: selector, isSure }];
    });
  const sure = of(SURE, true);
  const wide = of(WIDE, false);
  const marks = marked === null ? [] : [{ parts: [marked], from: "comment", isSure: false }];
  return [...sure, ...marks, ...wide];
};

/**
 * Candidates for the body, the best first: a known container that holds most of the page's prose, the
 * smallest element that holds it, what Readability makes of the page.
 */
export const bodiesOf = (
  document: Document,
  base: string,
  page: {
    readonly blocks: readonly PageBlock[];
    readonly title: string;
    readonly marked: Element | null;
  },
): CapturedBody[] => {
  const root = document.body;
  if (root === null || isTooDeep(root)) return [];
  const title = bareTitle(page.title);
  const capture = ({ parts, from, isSure }: Candidate): CapturedBody | undefined => {
    const whole = asOne(parts);
    if (whole === undefined) return undefined;
    const copy = cleanCopy(whole, base, title, isSure);
    const text = bodyText(copy);
    if (text === "" && copy.querySelector("img, video, audio") === null) return undefined;
    return { from, html: copy.innerHTML.slice(0, 2_000_000), text };
  };
  const lines = articleLines(page.blocks, ({ text }) => title !== "" && bareTitle(text) === title);
  const main = mainContainer(root, lines, lines !== page.blocks);
  // Templates call the middle of the page its content too, with the frame that stands round the text.
  const isWhole = page.blocks.some(
    (block) => isFooter(block) && page.marked?.contains(block.element) === true,
  );
  const candidates = named(document, isWhole ? null : page.marked);
  const all = main?.prose ?? 0;
  // A known container stands, unless most of what the page has to say stands elsewhere.
  const proseOf = (parts: readonly Element[]): number =>
    parts.reduce((sum, part) => sum + proseWithin(part, page.blocks), 0);
  const best = candidates.find(({ parts }) => all > ENOUGH && proseOf(parts) >= all * 0.5);
  const bodies: CapturedBody[] = [];
  const add = (candidate: Candidate | undefined): void => {
    const body = candidate === undefined ? undefined : capture(candidate);
    if (body !== undefined && bodies.length < 3) bodies.push(body);
  };
  add(best);
  if (bodies.length === 0 && main !== undefined && main.element !== root) {
    if (main.prose >= A_SENTENCE) add({ parts: [main.element], from: "prose", isSure: false });
    // A sentence over a table is a text, a sentence alone may be anything.
    if (main.prose < ENOUGH && (bodies[0]?.text.length ?? 0) < LONG_ENOUGH) bodies.pop();
  }
  if (bodies.length === 0) {
    for (const candidate of candidates.slice(0, 3)) add(candidate);
  }
  if (bodies.some(({ text, from }) => text.length >= LONG_ENOUGH || from === "prose"))
    return bodies;
  // Without a sentence on the page there is nothing to read, whatever could be made of its menu.
  if (main === undefined) return bodies;
  const read = readable(document, base);
  return read === undefined ? bodies : [...bodies, read];
};

/** Found step by step: a pattern tries every `<img` that a hostile page wrote into an attribute. */
const firstPicture = (html: string): string | undefined => {
  let at = html.indexOf("<img");
  for (let tries = 0; at >= 0 && tries < 200; tries += 1) {
    const end = html.indexOf(">", at);
    const hit = /\ssrc="([^"]+)"/u.exec(html.slice(at, end < 0 ? at : Math.min(end, at + 10_000)));
    if (hit !== null) return hit[1];
    at = html.indexOf("<img", at + 4);
  }
  return undefined;
};

/** The first picture of the body, for a cover. */
export const pictureOf = (
  bodies: readonly CapturedBody[],
  toAddress: (address: string) => string | undefined,
): { picture?: string } => {
  for (const body of bodies) {
    const hit = firstPicture(body.html);
    const address = hit === undefined ? undefined : toAddress(hit.replaceAll("&amp;", "&"));
    if (address !== undefined) return { picture: address };
  }
  return {};
};
