/** Real-looking records for the search bench: titles as portals write them, always the same. */
import { categoryFromDigit } from "@dianbo/shared/category";
import type { Courseware } from "@dianbo/shared/courseware";
import { newRecordId } from "@dianbo/shared/identity";
import { type Searchable, searchTextOf, textsToSearch } from "@dianbo/shared/search";
import { pinyin } from "pinyin-pro";

const PLACES =
  "青禾 东渠 白石 永丰 南岭 清溪 北塘 柳河 大沟 双桥 红旗 新民 和平 胜利 太平 石桥 杨家 李家 王庄 赵集".split(
    " ",
  );
const TOPICS =
  "水稻病虫害防治 大棚番茄种植 玉米测土配方施肥 生猪养殖 果树修剪 食用菌栽培 茶园管理 淡水鱼养殖 中药材种植 农机检修 高血压日常管理 糖尿病饮食 家庭用药安全 八段锦教学 太极拳入门 广场舞教学 智能手机使用 微信视频通话 防诈骗课堂 消防安全 用电安全 交通安全 食品安全 垃圾分类 节约用水 地震逃生 急救知识 心理健康 儿童青少年近视防控 党章学习 组织生活会 三会一课 主题党日 发展党员工作 党员教育管理 红色故事 一面党旗 上甘岭 长征 重温入党誓词 民法典解读 土地承包 宅基地政策 养老保险 医疗保险 惠农补贴 乡村振兴 村民自治 法律援助 退役军人优待 音乐欣赏 地方戏曲 书法入门 剪纸艺术 重阳节 春节习俗 重庆行 银行卡安全 传统手工艺 乐器入门".split(
    " ",
  );
const MANNERS =
  "第一课 第二讲 基础知识 实用技术 专家讲座 现场教学 案例分析 常见问题 操作要点 政策问答 微党课 公开课 系列讲座 专题片 纪录片 经验介绍 田间课堂 名师讲堂 情景剧 访谈".split(
    " ",
  );
const PUBLISHERS =
  "共产党员网 学习强国 央视网 农业农村部 科普中国 国家卫健委 中国干部网络学院 省远程教育中心 市委组织部 县融媒体中心 县农技推广站 乡镇卫生院 文化馆 老年大学 应急管理局".split(
    " ",
  );
const TAGS =
  "春耕 秋收 银发 手机 党员必看 新收 双语 冬训 三农 法治 健康 消防 戏曲 红色 青年 妇女 残疾人 反诈 环保 家风".split(
    " ",
  );
const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const LETTERS = "明华建国秀英伟芳强丽军敏静磊洋勇艳杰娟涛";

/** A small generator with a seed, so that every run searches the same library. */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const known = new Map<string, readonly string[]>();
const readingsOf = (text: string): readonly (readonly string[])[] =>
  [...text].map((character) => {
    const held = known.get(character);
    if (held !== undefined) return held;
    const readings = /\p{Script=Han}/u.test(character)
      ? pinyin(character, { multiple: true, type: "array", toneType: "none", v: true })
      : [];
    known.set(character, readings);
    return readings;
  });

/** Items with numbers as far as five shelves have them, with publisher, author and tags. */
export const itemsToSearch = (count: number): readonly Courseware[] => {
  const random = seeded(20261124);
  const pick = <T>(list: ArrayLike<T>): T => {
    const picked = list[Math.floor(random() * list.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  return Array.from({ length: count }, (_, index): Courseware => {
    const shelf = (index % 5) + 1;
    const place = random() < 0.5 ? `${pick(PLACES)}村` : "";
    const end = random() < 0.3 ? `（${1 + Math.floor(random() * 12)}）` : "";
    const year = random() < 0.15 ? `${2008 + Math.floor(random() * 19)}年` : "";
    return {
      id: newRecordId(() => `bench${String(index).padStart(19, "0")}`),
      title: `${year}${place}${pick(TOPICS)}${random() < 0.4 ? `与${pick(TOPICS)}` : ""}：${pick(MANNERS)}${end}`,
      kind: "video",
      category: categoryFromDigit(String(shelf)),
      publisher: pick(PUBLISHERS),
      author: `${pick(SURNAMES)}${pick(LETTERS)}${pick(LETTERS)}`,
      tags: random() < 0.5 ? [pick(TAGS), pick(TAGS)] : [],
      number: index < 45_000 ? shelf * 10_000 + 1000 + Math.floor(index / 5) : undefined,
      life: "alive",
      pending: [],
    };
  });
};

/** The items with their search texts, as the store has them. */
export const rowsToSearch = (items: readonly Courseware[]): readonly Searchable[] =>
  items.map((item) => ({
    item,
    texts: textsToSearch(item).map((text) => searchTextOf(text, readingsOf)),
  }));

/** Typed by people: numbers, 汉字, full pinyin, initials, mixed, heteronyms, several words, in vain. */
export const QUERIES = [
  "1",
  "3100",
  "51014",
  "党",
  "种植",
  "水稻病虫害",
  "z",
  "zz",
  "sgl",
  "dyjy",
  "zhongzhi",
  "gaoxueya",
  "yinyue",
  "chongqing",
  "种zhi",
  "dangke 青禾",
  "fz xbc 2019",
  "ysw jiankang 红色",
  "没有这样的课",
  "qqqq",
] as const;
