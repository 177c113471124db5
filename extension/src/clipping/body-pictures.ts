import { isElement, lineOf, resolve } from "./page-elements.ts";

const LAZY = ["data-src", "data-original", "original", "data-echo", "_src", "file", "zoomfile"];
const PLACEHOLDER =
  /(?:grey|gray|blank|loading|lazy|spacer|placeholder|sendmail|1x1)[^/]*\.(?:gif|png|svg)$/iu;

const largestOf = (set: string | null): string | undefined =>
  (set ?? "")
    .split(/,\s+/u)
    .map((part) => {
      const [address = "", width = "0"] = part.trim().split(/\s+/u);
      return { address, width: Number.parseFloat(width) || 0 };
    })
    .reduce((best, one) => (one.width > best.width ? one : best), { address: "", width: -1 })
    .address;

/** The true address of a picture: lazy attributes before `src`, placeholders dropped. */
export const pictureAddress = (image: Element, base: string): string | undefined => {
  const named = [
    ...LAZY.map((name) => image.getAttribute(name)),
    largestOf(image.getAttribute("data-srcset")),
    image.getAttribute("src"),
    largestOf(image.getAttribute("srcset")),
  ];
  for (const one of named) {
    const address = resolve(one, base);
    if (address !== undefined && !PLACEHOLDER.test(address.replace(/[?#].*$/u, ""))) return address;
  }
  return undefined;
};

/** Below this many pixels a picture is an icon. */
const ICON = 40;

const isIcon = (image: Element): boolean =>
  ["width", "height"].some((side) => {
    const given = image.getAttribute(side);
    return given !== null && /^\d+(px)?$/u.test(given) && Number.parseInt(given, 10) < ICON;
  });

/** Gives every picture of a copied body its true address and nothing else; icons and placeholders go. */
export const settlePictures = (root: Element, base: string): void => {
  // A picture that only stands in a noscript is the true one of a lazy loader.
  for (const noscript of root.querySelectorAll("noscript")) {
    const held = (noscript.textContent || noscript.innerHTML || "").slice(0, 20_000);
    const tag = /<img[^<>]*>/iu.exec(held)?.[0];
    const address = /\ssrc=["']?([^"'\s>]+)/iu.exec(tag ?? "")?.[1];
    const before = noscript.previousElementSibling;
    if (address !== undefined && before?.nodeName.toUpperCase() === "IMG") {
      before.setAttribute("data-src", address);
    }
  }
  for (const image of root.querySelectorAll("img")) {
    const address = pictureAddress(image, base);
    if (address === undefined || isIcon(image)) {
      image.remove();
      continue;
    }
    for (const name of image.getAttributeNames()) {
      if (name !== "alt") image.removeAttribute(name);
    }
    image.setAttribute("src", address);
  }
};

const holdsOnlyAPicture = (element: Element): boolean =>
  element.querySelector("img") !== null &&
  element.querySelector("table, ul, ol, video") === null &&
  lineOf(element, 10) === "";

const looksLikeCaption = (element: Element): boolean => {
  const text = lineOf(element, 100);
  if (text === "" || text.length > 80 || element.querySelector("img, table, a") !== null)
    return false;
  const style = `${element.getAttribute("style") ?? ""} ${element.getAttribute("align") ?? ""} ${element.getAttribute("class") ?? ""}`;
  const small = /font-size\s*:\s*(?:1[0-4]px|(?:9|10|10\.5)pt|small)/iu;
  const inner = element.querySelector('[style*="font-size"]')?.getAttribute("style") ?? "";
  return (
    /text-align\s*:\s*center|\bcenter\b|caption|pictext|image-?desc/iu.test(style) ||
    small.test(style) ||
    small.test(inner) ||
    /^(?:图[：:为片]|△|▲|▼)|(?:摄|供图|图源.*)[）)]?$/u.test(text)
  );
};

/** A picture's words stand in a paragraph of their own below it, small or centred: they become its caption. */
export const settleCaptions = (root: Element): void => {
  for (const paragraph of [...root.querySelectorAll("p, div")].slice(0, 2000)) {
    if (paragraph.querySelector("p, div, figure") !== null || !holdsOnlyAPicture(paragraph))
      continue;
    const below = paragraph.nextElementSibling;
    if (below === null || !/^(?:P|DIV|SPAN)$/iu.test(below.nodeName) || !looksLikeCaption(below)) {
      continue;
    }
    const document = root.ownerDocument;
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    for (const image of paragraph.querySelectorAll("img")) figure.append(image);
    caption.textContent = lineOf(below, 100);
    figure.append(caption);
    below.remove();
    paragraph.replaceWith(figure);
  }
};

/** Addresses of links made whole; what leads nowhere is text. */
export const settleLinks = (root: Element, base: string): void => {
  for (const link of root.querySelectorAll("a[href]")) {
    const address = resolve(link.getAttribute("href"), base);
    if (address === undefined) link.removeAttribute("href");
    else link.setAttribute("href", address);
  }
};

/**
 * A copy of an element that the page never sees. It stands in a document of its own, where nothing loads
 * and nothing runs: a picture that is copied in the page's own document is fetched, and its `onerror` run.
 */
export const copyOf = (element: Element): Element | undefined => {
  const { implementation } = element.ownerDocument;
  // linkedom, in which `npm run extract` runs, loads nothing and has no other document to give.
  const copy =
    typeof implementation?.createHTMLDocument === "function"
      ? implementation.createHTMLDocument("").importNode(element, true)
      : element.cloneNode(true);
  return isElement(copy) ? copy : undefined;
};
