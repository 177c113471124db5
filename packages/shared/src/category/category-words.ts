import type { Category } from "./categories.ts";

/** Words that speak for a category; composed from the vocabulary of the field, not from any portal's data. */
export const CATEGORY_WORDS: Readonly<Record<Category, readonly string[]>> = {
  1: "党课 党建 党员 党史 党章 党支部 党组织 支部 主题党日 三会一课 组织生活 先锋 初心 纪律 党旗 榜样 红色 七一 入党 党费 党性 廉洁".split(
    " ",
  ),
  2: "政策 法规 条例 法律 民法典 普法 维权 补贴 医保 社保 养老保险 医疗保险 参保 解读 通知 意见 办法 权益 反诈 法治 一号文件 合同 低保 救助 就医备案".split(
    " ",
  ),
  3: "种植 养殖 栽培 技术 田间 农技 病虫害 防治 施肥 育苗 果树 大棚 农机 电商 手机 微信 技能 电工 家政 春耕 农业 饲养 修剪".split(
    " ",
  ),
  4: "科普 科学 防火 防汛 防溺水 地震 燃气 充电安全 垃圾分类 谣言 节气 气象 北斗 台风 雷电 避险 逃生 食品标签 安全 骗局 航天 应急".split(
    " ",
  ),
  5: "健康 养生 血压 糖尿病 膳食 中医 八段锦 广场舞 戏曲 电影 书法 合唱 文艺 体育 卫生 传染病 急救 用药 文化 健身 太极 舞蹈".split(
    " ",
  ),
};
