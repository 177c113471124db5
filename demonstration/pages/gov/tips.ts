import { paragraphs } from "../site.ts";
import type { GovArticle } from "./article.ts";

/** Crops and what their season asks for; each pair is one short article of the column 农技课堂. */
const CROPS = [
  "冬小麦",
  "春玉米",
  "大豆",
  "花生",
  "油菜",
  "大白菜",
  "萝卜",
  "番茄",
  "黄瓜",
  "辣椒",
  "草莓",
  "香菇",
  "苹果",
] as const;
const STEPS = [
  [
    "选种和备播",
    "种子要到有证的店里买，包装上的品种、产地和发芽率看清再付钱。播前晒两天，剔去瘪粒、虫粒，拌种的药按标签上的量，不要自己加。地要提前整，有机肥翻进土里，墒情不够先浇一水。",
  ],
  [
    "苗期怎么管",
    "出苗以后先查苗，缺的趁早补，密的趁早间。苗小的时候宁干勿涝，浅锄一遍，既保墒又除草。叶子发黄先看是缺肥还是积水，别一看黄就追肥。夜里冷，早上别急着浇。",
  ],
  [
    "水肥怎么给",
    "水要浇透，次数要少，早晚浇，中午不浇。追肥少量多次，沟施以后盖土，撒在面上跑掉一半。长得太旺就控水，长得太弱先看根。雨后一定要排水，田里不能有明水过夜。",
  ],
  [
    "病虫害早防",
    "病虫害三分治，七分防。轮作倒茬，拔掉病株带出田外，清掉枯枝烂叶。虫子在小的时候打，叶子背面要打到。药要换着用，到了安全间隔期再收，打药戴口罩，打完洗澡换衣。",
  ],
] as const;

const DAY = 86_400_000;
/** The newest article's day; each one before it is five days older. */
const NEWEST = Date.UTC(2026, 10, 24);

const dayOf = (index: number): string =>
  new Date(NEWEST - index * 5 * DAY).toISOString().slice(0, 10);

/** Fifty-two short farming articles, newest first: enough for a list of three pages. */
export const farmingTips: readonly GovArticle[] = CROPS.flatMap((crop, row) =>
  STEPS.map(([step, text], column) => {
    const index = row * STEPS.length + column;
    const date = dayOf(index);
    return {
      path: `nyjs/${date.slice(0, 7).replace("-", "")}/t${date.replaceAll("-", "")}_${4102000 - index}.shtml`,
      title: `${crop}：${step}`,
      column: "农技课堂",
      date: `${date} 09:00`,
      source: "县农业技术推广中心",
      author: "赵长水",
      keywords: [crop, step],
      description: `${crop}的${step}，县农技站的几句话。`,
      body: paragraphs(`
${crop}的活计，一步跟一步。今天说${step}，话不多，都是田里用得上的。

${text}

拿不准的，带上几片叶子或者一把土，到乡农技站问一声，看了再动手，不花冤枉钱。`),
    };
  }),
);
