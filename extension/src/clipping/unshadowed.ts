/**
 * A page's named elements stand before what a document or a form has of its own: with `<img name="body">`
 * in it `document.body` is that picture, and with `<input name="childNodes">` in it a form has no children.
 * The browser gives the same false answers to our scripts, so that such a page is read from a copy.
 */

/** Elements by whose names a document answers. */
const NAMED_IN_DOCUMENT =
  "embed[name], form[name], iframe[name], img[name], object[name], object[id]";
/** Elements by whose names the form answers that they belong to, wherever they stand. */
const NAMED_IN_FORM = ["button", "fieldset", "img", "input", "object", "output", "select"]
  .concat("textarea")
  .flatMap((name) => [`${name}[name]`, `${name}[id]`])
  .join(", ");

/** What of an element readers walk by, besides its methods and what every node has. */
const WALKED: ReadonlySet<string> = new Set([
  "attributes",
  "children",
  "childElementCount",
  "classList",
  "firstElementChild",
  "innerHTML",
  "lastElementChild",
  "localName",
  "nextElementSibling",
  "outerHTML",
  "previousElementSibling",
  "style",
  "tagName",
]);

const isOfElement = (name: string): boolean =>
  name in Node.prototype ||
  WALKED.has(name) ||
  typeof Object.getOwnPropertyDescriptor(Element.prototype, name)?.value === "function";

const namesOf = (element: Element): readonly string[] =>
  ["name", "id"].flatMap((attribute) => {
    const value = Element.prototype.getAttribute.call(element, attribute);
    return value === null || value === "" ? [] : [value];
  });

/** The elements of a document that stand before something of its own or of its forms'. */
const shadowing = (document: Document): readonly Element[] => {
  const all = (selector: string): readonly Element[] => [
    ...Document.prototype.querySelectorAll.call(document, selector),
  ];
  return [
    ...all(NAMED_IN_DOCUMENT).filter((one) =>
      namesOf(one).some((name) => name in Document.prototype),
    ),
    ...all(NAMED_IN_FORM).filter((one) => namesOf(one).some(isOfElement)),
  ];
};

/**
 * The document itself where nothing stands before its own; otherwise a copy without those names, in which
 * nothing loads or runs. Of a copy nobody learns what its players or its window know.
 */
export const unshadowed = (document: Document): Document => {
  if (shadowing(document).length === 0) return document;
  const implementation: unknown = Reflect.get(Document.prototype, "implementation", document);
  const root: unknown = Reflect.get(Document.prototype, "documentElement", document);
  if (!(implementation instanceof DOMImplementation && root instanceof Element)) return document;
  const copy = implementation.createHTMLDocument("");
  const copied = copy.importNode(root, true);
  copy.documentElement.replaceWith(copied);
  for (const element of shadowing(copy)) {
    Element.prototype.removeAttribute.call(element, "name");
    Element.prototype.removeAttribute.call(element, "id");
  }
  return copy;
};

/** The document as it stands, whose own properties answer whatever its page has named so. */
export const undeceived = (document: Document): Document =>
  new Proxy(document, {
    get: (target, key) => {
      const value: unknown = Reflect.get(Document.prototype, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
