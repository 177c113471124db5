import * as v from "valibot";

/** As much of an XML document as is read here; a browser's `Document` and `Element` have it. */
export interface XmlNode {
  readonly textContent: string | null;
  getElementsByTagNameNS(namespace: string, localName: string): ArrayLike<XmlNode>;
}

/** Reads XML with namespaces; `undefined` where it is none. */
export type ParseXml = (text: string) => XmlNode | undefined;

/**
 * Whether a text may be given to a parser at all: hosts answer without a document type, and whoever sends
 * one wants entities unfolded.
 */
export const isPlainXml = (text: string): boolean => !/<!DOCTYPE|<!ENTITY/iu.test(text);

/** One thing that a folder holds. */
export interface DavEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Bytes, where the host says. */
  readonly size: number | undefined;
  /** The host's mark of this very content, where it gives one. */
  readonly etag: string | undefined;
}

const DAV = "DAV:";

/** Names that a path can be made of again, on any disk. */
const nameSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(255),
  v.regex(/^(?!\.{1,2}$)[^/\\\u0000-\u001f\u007f]+$/u),
);
const sizeSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/u), v.transform(Number));
const etagSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

const all = (node: XmlNode, name: string): readonly XmlNode[] =>
  Array.from(node.getElementsByTagNameNS(DAV, name));
const textOf = (node: XmlNode, name: string): string | undefined =>
  all(node, name)[0]?.textContent?.trim() || undefined;

const read = <T>(schema: v.GenericSchema<unknown, T>, value: string | undefined): T | undefined => {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : undefined;
};

/** The names that a path is made of, whether the host spells it whole or from the root, encoded in its own way. */
const namesOf = (href: string, base: string): readonly string[] | undefined => {
  try {
    return new URL(href, base).pathname
      .split("/")
      .filter((part) => part !== "")
      .map(decodeURIComponent);
  } catch {
    // Not an address, or encoded in no way at all.
    return undefined;
  }
};

const isWithin = (folder: readonly string[], names: readonly string[]): boolean =>
  names.length === folder.length + 1 && folder.every((name, at) => names[at] === name);

/**
 * What a folder holds, from the answer to PROPFIND with depth 1; `undefined` where it is no such answer. The
 * folder itself, and whatever is not right in it, is left out; a host behind another address may spell the
 * paths from a root of its own.
 */
export const readMultistatus = (
  document: XmlNode,
  address: string,
): readonly DavEntry[] | undefined => {
  if (all(document, "multistatus").length !== 1) return undefined;
  const responses = all(document, "response").flatMap((response) => {
    const names = namesOf(textOf(response, "href") ?? "", address);
    return names === undefined ? [] : [{ response, names }];
  });
  const asked = namesOf(address, address) ?? [];
  const isAsked = ({ names }: { readonly names: readonly string[] }): boolean =>
    names.length === asked.length && asked.every((name, at) => names[at] === name);
  const shortest = Math.min(...responses.map(({ names }) => names.length));
  const folder =
    responses.some(isAsked) || responses.some(({ names }) => isWithin(asked, names))
      ? asked
      : (responses.find(({ names }) => names.length === shortest)?.names ?? asked);
  return responses.flatMap(({ response, names }) => {
    const name = read(nameSchema, names.at(-1));
    if (name === undefined || !isWithin(folder, names)) return [];
    const isFolder = all(response, "collection").length > 0;
    return {
      name,
      isFolder,
      size: isFolder ? undefined : read(sizeSchema, textOf(response, "getcontentlength")),
      etag: read(etagSchema, textOf(response, "getetag")),
    };
  });
};
