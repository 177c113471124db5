/*
 * Which browser this is, and whether it can carry the extension. Runs in whatever opens the page, the IE
 * inside an old 国产 browser included: no arrow, no template, nothing newer than 2013.
 */

/** The oldest engines that load the extension. */
const OLDEST = { chromium: 109, firefox: 140 };

/** Names that a browser puts into its own agent line; the first that fits counts. */
const NAMES = [
  { pattern: /qax|qianxin/i, guide: "domestic", zh: "奇安信可信浏览器", en: "QAX Browser" },
  { pattern: /360(se|ee|browser)|qihu/i, guide: "domestic", zh: "360 浏览器", en: "360 Browser" },
  { pattern: /qqbrowser/i, guide: "domestic", zh: "QQ 浏览器", en: "QQ Browser" },
  { pattern: /metasr/i, guide: "domestic", zh: "搜狗浏览器", en: "Sogou Browser" },
  { pattern: /2345explorer/i, guide: "domestic", zh: "2345 浏览器", en: "2345 Browser" },
  { pattern: /lbbrowser|liebao/i, guide: "domestic", zh: "猎豹浏览器", en: "Liebao Browser" },
  { pattern: /maxthon/i, guide: "domestic", zh: "傲游浏览器", en: "Maxthon" },
  { pattern: /slbrowser/i, guide: "domestic", zh: "联想浏览器", en: "Lenovo Browser" },
  { pattern: /huaweibrowser/i, guide: "domestic", zh: "华为浏览器", en: "Huawei Browser" },
  { pattern: /ubrowser|quark/i, guide: "domestic", zh: "夸克浏览器", en: "Quark" },
  { pattern: /edg\//i, guide: "edge", zh: "Edge", en: "Edge" },
  { pattern: /chrome\//i, guide: "chrome", zh: "Chrome", en: "Chrome" },
];

/**
 * Reads the agent line, and the brands where there are some (navigator.userAgentData.brands).
 * Answers {guide, zh, en, engine, version, fits}: engine is "chromium", "firefox" or "other"; version is
 * the engine's and 0 where it does not say.
 */
// biome-ignore lint/correctness/noUnusedVariables: show-verdict.js stands below it in the page's one script.
function whichBrowser(agent, brands) {
  const firefox = /firefox\/(\d+)/i.exec(agent);
  if (firefox !== null) return answer("firefox", "Firefox", "Firefox", "firefox", firefox[1]);
  if (/msie |trident\//i.test(agent)) return answer("domestic", "IE", "IE", "other", 0);
  const chromium = brandVersion(brands) || (/chrom(?:e|ium)\/(\d+)/i.exec(agent) || [])[1];
  if (chromium === undefined) return answer("chrome", "", "", "other", 0);
  const line = agent + brandNames(brands);
  for (let at = 0; at < NAMES.length; at += 1) {
    const name = NAMES[at];
    if (name.pattern.test(line)) {
      return answer(name.guide, name.zh, name.en, "chromium", chromium);
    }
  }
  return answer("chrome", "Chromium", "Chromium", "chromium", chromium);
}

function answer(guide, zh, en, engine, version) {
  const number = Number(version);
  const oldest = OLDEST[engine];
  const fits = oldest !== undefined && number >= oldest;
  return { guide: guide, zh: zh, en: en, engine: engine, version: number, fits: fits };
}

function brandVersion(brands) {
  for (let at = 0; at < brands.length; at += 1) {
    if (brands[at].brand === "Chromium") return brands[at].version;
  }
  return undefined;
}

function brandNames(brands) {
  let names = "";
  for (let at = 0; at < brands.length; at += 1) names = names.concat(" ", brands[at].brand);
  return names;
}
