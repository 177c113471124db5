/** A saved page made fit for the repository: its structure, hardly its text, and nobody in it. */
import { parseHTML } from "linkedom";

/** What rules and readers look for in scripts; the rest of a script's text is of no use here. */
const READ_IN_SCRIPTS =
  /createPageHTML|countPage|currentPage|<record|showPlayer|guid|videoInfo|\.mp4|\.m3u8|\bct\s*=|topicID|globalCache|\bitem\s*=|ld\+json/u;
const TRACKERS =
  /baidu\.com\/hm|cnzz|google-analytics|googletagmanager|gtag|tongji|trs_ta|webdig|umami|matomo|beacon|_paq|hm\.js|stat\.php/iu;

/** So much of a text is enough to see how its page is built. */
const LONGEST_LINE = 48;
const LONGEST_SCRIPT = 2000;

/** Numbers that may belong to somebody: telephones, identity cards; and addresses of mail. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, "name@example.org"],
  [/(?<!\d)\d{17}[\dXx](?!\d)/gu, "000000000000000000"],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/gu, "10000000000"],
  [/(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/gu, "0000-0000000"],
  [/([\u4e00-\u9fff])?(?:ICP备|公网安备)\s*\d+/gu, "某ICP备00000000"],
];

const withoutPersons = (text: string): string =>
  PERSONAL.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);

const shortened = (text: string): string => {
  const plain = withoutPersons(text);
  return plain.trim().length > LONGEST_LINE ? `${plain.trimEnd().slice(0, LONGEST_LINE)}。` : plain;
};

const scrubScripts = (document: Document): void => {
  for (const script of document.querySelectorAll("script")) {
    const text = script.textContent ?? "";
    const address = script.getAttribute("src") ?? "";
    const isRead = READ_IN_SCRIPTS.test(text) || /json/iu.test(script.getAttribute("type") ?? "");
    if (TRACKERS.test(text) || TRACKERS.test(address)) script.remove();
    else if (address !== "") continue;
    else if (isRead) script.textContent = withoutPersons(text).slice(0, LONGEST_SCRIPT);
    else script.remove();
  }
};

const scrubTexts = (node: Node): void => {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 3) child.nodeValue = shortened(child.nodeValue ?? "");
    else if (child.nodeType === 1 && !/^(?:SCRIPT|STYLE|TITLE)$/iu.test(child.nodeName))
      scrubTexts(child);
  }
};

const scrubAttributes = (document: Document): void => {
  for (const element of document.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      const value = element.getAttribute(name) ?? "";
      if (/^on/iu.test(name) || /token|session|csrf/iu.test(name) || TRACKERS.test(value)) {
        element.removeAttribute(name);
      } else if (/^data:/iu.test(value)) element.setAttribute(name, "data:,");
      else element.setAttribute(name, withoutPersons(value));
    }
    if (/viewstate|token|session|csrf/iu.test(element.getAttribute("name") ?? "")) element.remove();
  }
};

/** The skeleton of a page; always UTF-8, whatever it was. */
export const scrubbedPage = (html: string): string => {
  const { document } = parseHTML(html);
  scrubScripts(document);
  for (const style of document.querySelectorAll("style, iframe[src*='stat']")) style.remove();
  scrubAttributes(document);
  if (document.body !== null) scrubTexts(document.body);
  const declared = document.querySelector("meta[charset]");
  if (declared !== null) declared.setAttribute("charset", "utf-8");
  for (const meta of document.querySelectorAll("meta[http-equiv]")) {
    if (/charset/iu.test(meta.getAttribute("content") ?? ""))
      meta.setAttribute("content", "text/html; charset=utf-8");
  }
  return `<!DOCTYPE html>\n${document.documentElement.outerHTML.replace(/\n\s*\n+/gu, "\n")}\n`;
};
