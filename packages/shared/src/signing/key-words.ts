import { bytesToHex, hexToBytes, type Sha512 } from "../identity/index.ts";

/**
 * The first characters of the words: 64, no two of them of the same sound, none that is told from another by
 * its tone alone. Part of what two administrators compare by telephone: never changed.
 */
const FIRST =
  "青白红黄黑蓝紫金银铜铁玉石木竹春夏秋冬南西北大小高长老双早晚甜香暖凉圆方深明绿灰彩雪风云月晨山水海河江湖村野松柳桃梅菊麦豆茶土平";
/** The second characters, by the same rule. */
const SECOND =
  "桥井树叶鸟鱼牛马羊鹿燕鹤蜂灯门车伞鼓笛琴钟碗杯壶瓶盆篮筐锅刀尺笔纸画布线针鞋帽桌椅窗墙瓦塔亭楼坡沟滩港泉岭园田苗草藕梨枣瓜糖饼兔";

const WORDS = 4;
const BITS = 6;
/** Each guess at another key of the same words costs as many hashes. */
const ROUNDS = 1_000;

/** A key's fingerprint in words. */
export type KeyWords = readonly [string, string, string, string];

/**
 * Four plain words for a public key (48 bits of a hash that is made 1,000 times over), to be compared by
 * telephone: two keys of the same words are found by nobody who has less than a computing centre.
 */
export const keyWords = async (publicKey: string, sha512: Sha512): Promise<KeyWords> => {
  let hash = new Uint8Array([
    ...new TextEncoder().encode("dianbo key words 1"),
    ...hexToBytes(publicKey),
  ]);
  for (let round = 0; round < ROUNDS; round += 1) hash = await sha512(hash);
  const bits = Number.parseInt(bytesToHex(hash.subarray(0, 6)), 16);
  const word = (place: number): string => {
    const twelve = Math.floor(bits / 2 ** ((WORDS - 1 - place) * 2 * BITS)) % 2 ** (2 * BITS);
    const first = [...FIRST][Math.floor(twelve / 2 ** BITS)];
    const second = [...SECOND][twelve % 2 ** BITS];
    return `${first ?? ""}${second ?? ""}`;
  };
  return [word(0), word(1), word(2), word(3)];
};

/** The two halves of the words, for the test that holds them to their rule. */
export const KEY_CHARACTERS = { first: FIRST, second: SECOND } as const;
