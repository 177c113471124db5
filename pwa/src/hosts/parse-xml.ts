import type { ParseXml } from "@dianbo/shared/webdav";

/** Reads XML by the browser's own parser; `undefined` where it is none. */
export const parseXml: ParseXml = (text) => {
  const document = new DOMParser().parseFromString(text, "application/xml");
  return document.getElementsByTagName("parsererror").length > 0 ? undefined : document;
};
