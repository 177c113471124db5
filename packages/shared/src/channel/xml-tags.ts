import { err, ok, type Result } from "../result/index.ts";

/** A tag that opens, or stands alone, with its attributes. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Why an XML file is not read. */
export interface XmlFailure {
  readonly type: "not-xml" | "xml-too-large" | "xml-with-entities";
}

/** Bytes. Lists of channels have some kilobytes. */
const MOST_BYTES = 1024 * 1024;
const MOST_TAGS = 5_000;
const MOST_ATTRIBUTES = 30;
const DEEPEST = 40;

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

const NAME = /[\p{L}_][\p{L}\p{N}_.:-]{0,99}/uy;
const ATTRIBUTE = /\s+([\p{L}_][\p{L}\p{N}_.:-]{0,99})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const CLOSING = /\s*(\/?)>/uy;
const END_TAG = /<\/([^\s<>]{1,100})\s*>/uy;
const ENTITY = /&([^;&]{0,12};?)/gu;

/** The text of a file, by its byte order mark, or by what its declaration says. */
const textOf = (bytes: Uint8Array): string | undefined => {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : undefined;
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]{1,20})["']/u.exec(beginning)?.[1];
  const chinese = /^gb(?:k|2312|18030)$/iu.test(declared ?? "") ? "gb18030" : undefined;
  try {
    return new TextDecoder(wide ?? chinese ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** An attribute's text; `undefined` where it names an entity that XML itself does not know. */
const unescaped = (value: string): string | undefined => {
  let strange = false;
  const text = value.replace(ENTITY, (_, body: string) => {
    const name = body.slice(0, -1);
    const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/iu.exec(name);
    const point =
      code?.[1] === undefined ? Number(code?.[2] ?? Number.NaN) : Number.parseInt(code[1], 16);
    if (body.endsWith(";") && point > 0 && point <= 0x10_ff_ff) return String.fromCodePoint(point);
    const known = Object.hasOwn(NAMED, name) && body.endsWith(";") ? NAMED[name] : undefined;
    strange ||= known === undefined;
    return known ?? "";
  });
  return strange ? undefined : text;
};

/** What matches at a place and nowhere behind it. */
const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
};

const readTag = (text: string, at: number): Result<[XmlTag, number, boolean], XmlFailure> => {
  const name = matchAt(NAME, text, at + 1)?.[0];
  if (name === undefined) return err({ type: "not-xml" });
  const attributes = new Map<string, string>();
  let from = at + 1 + name.length;
  for (let found = matchAt(ATTRIBUTE, text, from); found !== undefined; ) {
    const value = unescaped(found[2] ?? found[3] ?? "");
    if (value === undefined) return err({ type: "xml-with-entities" });
    if (attributes.size === MOST_ATTRIBUTES) return err({ type: "not-xml" });
    attributes.set(found[1] ?? "", value);
    from += found[0].length;
    found = matchAt(ATTRIBUTE, text, from);
  }
  const closing = matchAt(CLOSING, text, from);
  if (closing === undefined) return err({ type: "not-xml" });
  return ok([{ name, attributes }, from + closing[0].length, closing[1] === "/"]);
};

/** Where something that is no tag ends; `undefined` where a tag stands there. */
const behindOther = (text: string, at: number): number | XmlFailure | undefined => {
  for (const [begin, end] of [
    ["<?", "?>"],
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
  ] as const) {
    if (!text.startsWith(begin, at)) continue;
    const found = text.indexOf(end, at + begin.length);
    return found === -1 ? { type: "not-xml" } : found + end.length;
  }
  return text.startsWith("<!", at) ? { type: "xml-with-entities" } : undefined;
};

/** The tags gathered so far, and the names of those that are open. */
interface Gathering {
  readonly tags: XmlTag[];
  readonly open: string[];
}

/** Takes the end tag at a place; where it ends. */
const closeTag = ({ open }: Gathering, text: string, at: number): Result<number, XmlFailure> => {
  const end = matchAt(END_TAG, text, at);
  if (end === undefined || open.pop() !== end[1]) return err({ type: "not-xml" });
  return ok(at + end[0].length);
};

/** Takes the tag at a place; where it ends. */
const openTag = (
  { tags, open }: Gathering,
  text: string,
  at: number,
): Result<number, XmlFailure> => {
  const tag = readTag(text, at);
  if (!tag.ok) return tag;
  const [read, behindTag, alone] = tag.value;
  if (open.length === 0 && tags.length > 0) return err({ type: "not-xml" });
  tags.push(read);
  if (!alone) open.push(read.name);
  const isTooMuch = tags.length > MOST_TAGS || open.length > DEEPEST;
  return isTooMuch ? err({ type: "xml-too-large" }) : ok(behindTag);
};

/**
 * The tags of a small XML file from anywhere, in their order, the text between them left out. A file that
 * defines anything of its own (DOCTYPE, entities) is refused: nothing is ever expanded or fetched.
 */
export const readTags = (bytes: Uint8Array): Result<readonly XmlTag[], XmlFailure> => {
  if (bytes.length > MOST_BYTES) return err({ type: "xml-too-large" });
  const text = textOf(bytes);
  if (text === undefined) return err({ type: "not-xml" });
  const gathering: Gathering = { tags: [], open: [] };
  for (let at = text.indexOf("<"); at !== -1; ) {
    const other = behindOther(text, at);
    if (typeof other === "object") return err(other);
    const take = text.startsWith("</", at) ? closeTag : openTag;
    const next = other === undefined ? take(gathering, text, at) : ok(other);
    if (!next.ok) return next;
    at = text.indexOf("<", next.value);
  }
  const { tags, open } = gathering;
  return tags.length === 0 || open.length > 0 ? err({ type: "not-xml" }) : ok(tags);
};
