import type { CapturedBody } from "@dianbo/shared/portal";
import { Readability } from "@mozilla/readability";
import { resolve, select, textOf } from "./page-elements.ts";

/** Body containers of the usual government and party systems; a sure one stands before a vague one. */
const CONTAINERS = [
  ".TRS_Editor",
  ".TRS_UEDITOR",
  ".trs_editor_view",
  ".trs_paper_default",
  "#UCAP-CONTENT",
  "#vsb_content",
  ".v_news_content",
  "#rm_txt_zw",
  ".rm_txt_con",
  "#rwb_zw",
  "#p_content",
  ".show_text",
  "#detailContent",
  "#p-detail",
  "#js_content",
  ".word",
  "#font_area",
  "#zoom",
  "#Zoom",
  "#ivs_content",
  ".moe-detail-box",
  "#xw_box",
  "#contentMain",
  ".article-content",
  ".article_content",
  "#content_area",
  "#text_area",
  "#detail_content",
  ".article-body",
];

const LAZY = ["data-src", "data-original", "original", "data-echo", "_src", "file", "zoomfile"];
const PLACEHOLDER =
  /(?:grey|gray|blank|loading|lazy|spacer|placeholder|sendmail|1x1)[^/]*\.(?:gif|png|svg)$/iu;
const NOISE = [
  "script",
  "style",
  "noscript",
  "iframe",
  "form",
  "object",
  "embed",
  "link",
  "meta",
  "button",
  "input",
  "select",
  "textarea",
  ".bza",
  ".paper_num",
  "#rwb_tjyd",
  ".share",
  ".edit",
  ".pagination",
  ".shuzi",
  "#myFlash",
  ".p-tags",
  ".qrcode",
  "[hidden]",
];
const TAIL =
  /^[\s【（([]*(?:责任编辑|责编|编辑|纠错|打印|关闭|分享让更多人看到|扫一扫|返回顶部|相关链接|上一篇|下一篇|延伸阅读)[:：\s】）)\]].{0,60}$|^\+1$/u;

/** The true address of a picture: lazy attributes before `src`, placeholders dropped. */
const pictureAddress = (image: Element, base: string): string | undefined => {
  const set = (image.getAttribute("srcset") ?? image.getAttribute("data-srcset") ?? "").split(
    /,\s+/u,
  );
  const largest = set.at(-1)?.trim().split(/\s/u)[0];
  const named = [
    ...LAZY.map((name) => image.getAttribute(name)),
    image.getAttribute("src"),
    largest,
  ];
  for (const one of named) {
    const address = resolve(one, base);
    if (address !== undefined && !PLACEHOLDER.test(address.replace(/[?#].*$/u, ""))) return address;
  }
  return undefined;
};

const settlePictures = (root: Element, base: string): void => {
  // A picture that only stands in a noscript is the true one of a lazy loader.
  for (const noscript of root.querySelectorAll("noscript")) {
    const address = /<img[^>]+src=["']?([^"'\s>]+)/iu.exec(noscript.textContent ?? "")?.[1];
    const before = noscript.previousElementSibling;
    if (address !== undefined && before?.nodeName.toUpperCase() === "IMG") {
      before.setAttribute("data-src", address);
    }
  }
  for (const image of root.querySelectorAll("img")) {
    const address = pictureAddress(image, base);
    const small = ["width", "height"].some((side) => {
      const given = image.getAttribute(side);
      return given !== null && /^\d+(px)?$/u.test(given) && Number.parseInt(given, 10) < 40;
    });
    if (address === undefined || small) {
      image.remove();
      continue;
    }
    for (const name of image.getAttributeNames()) {
      if (name !== "alt") image.removeAttribute(name);
    }
    image.setAttribute("src", address);
  }
};

const settleLinks = (root: Element, base: string): void => {
  for (const link of root.querySelectorAll("a[href]")) {
    const address = resolve(link.getAttribute("href"), base);
    if (address === undefined) link.removeAttribute("href");
    else link.setAttribute("href", address);
  }
};

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isDocument = (node: Node): node is Document => node.nodeType === 9;

/** A clean copy: absolute addresses, true pictures, no noise at the tail. The page keeps its own. */
const cleanCopy = (container: Element, base: string): Element => {
  const cloned = container.cloneNode(true);
  if (!isElement(cloned)) return container;
  settlePictures(cloned, base);
  settleLinks(cloned, base);
  for (const element of select(cloned, NOISE)) element.remove();
  for (const element of [...cloned.querySelectorAll("p, div, span, section")].slice(-12)) {
    if (element.querySelector("img, table, video") === null && TAIL.test(textOf(element)))
      element.remove();
  }
  return cloned;
};

/** A nested container is the same body over again; so is a second copy for telephones. */
const outermost = (elements: readonly Element[]): readonly Element[] =>
  elements.filter(
    (element) => !elements.some((other) => other !== element && other.contains(element)),
  );

const readable = (document: Document, base: string): CapturedBody | undefined => {
  try {
    const whole = document.cloneNode(true);
    if (!isDocument(whole)) return undefined;
    for (const image of whole.querySelectorAll("img")) {
      const address = pictureAddress(image, base);
      if (address === undefined) image.remove();
      else image.setAttribute("src", address);
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

/** Candidates for the body, the named containers first, at most four. */
export const bodiesOf = (document: Document, base: string): CapturedBody[] => {
  const bodies: CapturedBody[] = [];
  for (const selector of CONTAINERS) {
    if (bodies.length >= 3) break;
    const [container] = outermost(select(document, [selector]));
    if (container === undefined) continue;
    const copy = cleanCopy(container, base);
    const text = textOf(copy);
    if (text === "" && copy.querySelector("img") === null) continue;
    bodies.push({
      from: selector,
      html: copy.innerHTML.slice(0, 2_000_000),
      text: text.slice(0, 1_000_000),
    });
    if (text.length >= 80) break;
  }
  const read = readable(document, base);
  return read === undefined ? bodies : [...bodies, read];
};

/** The first picture of the body, for a cover. */
export const pictureOf = (
  bodies: readonly CapturedBody[],
  toAddress: (address: string) => string | undefined,
): { picture?: string } => {
  for (const body of bodies) {
    const hit = /<img[^>]+src="([^"]+)"/iu.exec(body.html)?.[1];
    const address = hit === undefined ? undefined : toAddress(hit.replaceAll("&amp;", "&"));
    if (address !== undefined) return { picture: address };
  }
  return {};
};
