import { deflateSync, Inflate } from "fflate";
import * as v from "valibot";
import { err, ok, type Result } from "../../result/index.ts";
import { parseJson, readListFile } from "../decode-list.ts";
import {
  type ListMade,
  type ListSigning,
  listFileOf,
  type Selection,
  type ShareableLibrary,
} from "../encode-list.ts";
import { onOneLine } from "../hidden-characters.ts";
import type { ListFailure, SharedList } from "../list-file.ts";
import { unpackBounded } from "../unpack-bounded.ts";
import { compactList, compactListSchema, wholeList } from "./compact-list.ts";
import { MOST_PARTS, PART_LENGTH, type PartsFailure, readParts, writeParts } from "./text-parts.ts";
import { packedLength, readSeal, sealPacked, type TextSeal } from "./text-seal.ts";

/** Why a pasted text was refused. */
export type TextFailure = ListFailure | PartsFailure;

/** Why a list does not fit into a text. */
export interface TooLongForText {
  readonly type: "too-long-for-text";
  /** How many messages it would be. */
  readonly parts: number;
  readonly most: number;
}

/** What is unpacked of a stranger's text: a list of 2,000 items stays far below. */
const UNPACKED = 4 * 1024 * 1024;

/**
 * What most lists say, known to both sides beforehand (RFC 1951 lets a packer point back into it). Part of
 * version 1 of the text: not one sign of it may ever change.
 */
const KNOWN_BEFOREHAND = new TextEncoder().encode(
  "科普知识文体卫生实用技术政策法规基层党建专题讲座系列视频课件党员学习教育主题党日微党课农村社区健康养生防诈骗老年人" +
    "种植养殖技术法律条例解读中国共产党习近平新时代习近平总书记人民日报新华社共产党员网学习强国" +
    '"publishedAt","2026-01-["publisher","["author","["tags",["["note","["noteBefore","["noteDuring","["noteAfter","' +
    '["audience","["occasion","["sessionMinutes",["archived",["must",["order","a["activity",{"minutes":30,"name":"讨论"' +
    '["menu","["item","["name","["originalNumber",{"number":,"site":"' +
    '["source","https://www.kepuchina.cn/["source","https://www.gov.cn/["source","https://www.xuexi.cn/' +
    '["source","https://www.people.com.cn/["source","https://www.12371.cn/2026/.shtml"],' +
    '["kind","document"],["kind","link"],["kind","article"],["kind","video"],["category",1],["number",1001],["minutes",10],["title","',
);

const inflate = (packed: Uint8Array): Uint8Array | undefined =>
  unpackBounded(
    packed,
    UNPACKED,
    (onPart) => new Inflate({ dictionary: KNOWN_BEFOREHAND }, onPart),
  );

/** The list in as few bytes as it takes: what stands in texts and QR codes. */
export const packList = (
  library: ShareableLibrary,
  selection: Selection,
  made: ListMade,
): Uint8Array => {
  const compact = compactList(listFileOf(library, selection, made));
  const text = new TextEncoder().encode(JSON.stringify(compact));
  return deflateSync(text, { level: 9, mem: 8, dictionary: KNOWN_BEFOREHAND });
};

/** A list as it came by text or code, safe to show; who signed it is for `signerOfText` to find out. */
export interface SentList {
  readonly list: SharedList;
  /** Nothing where nobody signed it. */
  readonly seal: TextSeal | undefined;
}

const unpackText = (text: Uint8Array): Result<SharedList, ListFailure> => {
  const compact = v.safeParse(compactListSchema, parseJson(text));
  return compact.success ? readListFile(wholeList(compact.output)) : err({ type: "not-a-list" });
};

/**
 * Reads what `packList` wrote, with or without a signature behind it, from whomever it comes; the same gate
 * as for files (`readListFile`).
 */
export const unpackList = (packed: Uint8Array): Result<SentList, ListFailure> => {
  const length = packedLength(packed);
  const sealed = length === undefined ? undefined : inflate(packed.subarray(0, length));
  const text = sealed ?? inflate(packed);
  if (text === undefined) return err({ type: "package-damaged" });
  const list = unpackText(text);
  if (!list.ok) return list;
  const isSealed = sealed !== undefined && length !== undefined;
  const seal = isSealed ? readSeal(packed, length, list.value.site) : undefined;
  return ok({ list: list.value, seal });
};

/** What a person reads first; the same on every message, but for the count. */
const firstLine = (list: SharedList, part: number, parts: number): string => {
  const count = list.records.filter(({ kind }) => kind === "courseware").length;
  const name = onOneLine(list.name) || "课件单";
  const from = onOneLine(list.siteName);
  const which = parts === 1 ? "" : `共 ${parts} 段，这是第 ${part} 段，先后不要紧。`;
  return `【点播本】「${name}」${count} 个课件${from === "" ? "" : `，${from}发来`}。${which}整段复制，粘贴到点播本里就能看。`;
};

/** A list as texts for a chat, one for each message, signed where somebody signs; a person reads the first line of each. */
export const listAsText = async (
  library: ShareableLibrary,
  selection: Selection,
  made: ListMade,
  signing?: ListSigning,
): Promise<Result<readonly string[], TooLongForText | ListFailure>> => {
  const unsigned = packList(library, selection, made);
  const packed = signing === undefined ? unsigned : await sealPacked(unsigned, signing);
  const parts = Math.ceil((packed.length * 4) / 3 / PART_LENGTH);
  if (parts > MOST_PARTS) return err({ type: "too-long-for-text", parts, most: MOST_PARTS });
  const sent = unpackList(packed);
  if (!sent.ok) return sent;
  const { list } = sent.value;
  const codes = writeParts(packed);
  return ok(codes.map((code, place) => `${firstLine(list, place + 1, codes.length)}\n${code}`));
};

/** Reads a list out of whatever was pasted: one or all messages, in any order, with talk around them. */
export const listFromText = (pasted: string): Result<SentList, TextFailure> => {
  const packed = readParts(pasted);
  return packed.ok ? unpackList(packed.value) : packed;
};
