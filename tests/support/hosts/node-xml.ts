/** Lets the product's own readers of XML run in Node: a parser that answers as a browser's does. */
import { DOMParser } from "@xmldom/xmldom";

const broken = new DOMParser().parseFromString("<parsererror/>", "application/xml");

/** Puts a `DOMParser` where the product looks for one. */
export const installXml = (): void => {
  class NodeParser {
    parseFromString(text: string, type: string) {
      try {
        return new DOMParser({ onError: () => undefined }).parseFromString(text, type);
      } catch {
        // A browser answers a document that says what is wrong.
        return broken;
      }
    }
  }
  Object.assign(globalThis, { DOMParser: NodeParser });
};
