import type { Roots } from "../site.ts";
import { paragraphs } from "../site.ts";

/** What an article, video or audio page of the party site is made of. */
export type Post = {
  kind: "ARTI" | "VIDE" | "AUDI";
  /** Civil time in Beijing, `YYYY-MM-DD HH:mm`; the page's address and id follow from it. */
  date: string;
  /** Last three digits of the id. */
  serial: string;
  column: "微党课" | "党务" | "农技" | "健康";
  title: string;
  source: string;
  /** As the page says it; the demonstration file itself is a short clip. */
  lasts?: string;
  body: string;
  /** The film or sound as markup. */
  player?: (roots: Roots, up: string) => string;
};

/** `YYYY/MM/DD/VIDE<16 digits>.shtml`: 13 digits of epoch milliseconds and a serial, as CNTV's ids are. */
export function postPath(post: Post): string {
  const milliseconds = Date.parse(`${post.date.replace(" ", "T")}:00+08:00`);
  return `${post.date.slice(0, 10).replaceAll("-", "/")}/${post.kind}${milliseconds}${post.serial}.shtml`;
}

/** All pages of the party site, newest first. */
export const posts: readonly Post[] = [
  {
    kind: "VIDE",
    date: "2026-11-23 08:30",
    serial: "014",
    column: "微党课",
    title: "微党课：一面党旗的故事",
    source: "县融媒体中心",
    lasts: "10 分钟",
    // The film lies beside the page: the simplest case.
    player: (_roots, up) =>
      `<video controls preload="metadata" width="640" height="360" poster="${up}photo/2026/11/23/flag.jpg"><source src="${up}video/2026/11/23/flag_h264_640.mp4" type="video/mp4"></video>`,
    body: paragraphs(`
一面褪了色的党旗，在村史馆里挂了七十多年。这堂微党课从一次搬迁讲起，说的是旗是怎样保存下来的，以及三代守旗人为什么没有把它交给别人。

适合主题党日集体收看，看后可结合本支部的老物件展开讨论：我们支部最老的一件东西是什么，是谁留下来的，今天由谁保管？`),
  },
  {
    kind: "VIDE",
    date: "2026-11-19 10:00",
    serial: "027",
    column: "农技",
    title: "农技课堂：大白菜田间管理三要点",
    source: "县农业技术推广中心",
    lasts: "28 分钟",
    // The film lies on the media host, without a type: a real portal's usual case.
    player: (roots, up) =>
      `<video controls preload="metadata" width="640" height="360" poster="${up}photo/2026/11/19/cabbage.jpg"><source src="${roots.partyMedia}video/2026/11/19/cabbage_h264_640.mp4"></video>`,
    body: paragraphs(`
什么时候蹲苗，什么时候追肥，水怎么浇才不烂根？农艺师在菜地里一条一条讲给您听。

这一课适合农闲时集中看，也可以在地头用手机放。看完请记下自家地块的播期和品种，来年对照着改。`),
  },
  {
    kind: "ARTI",
    date: "2026-11-16 09:20",
    serial: "105",
    column: "党务",
    title: "主题党日怎么组织：五个步骤",
    source: "先锋网",
    body: paragraphs(`
主题党日一个月一次，次数不少，开好不容易。有的念完文件就散，有的年年一个样，来的人越来越少。其实只要把五步走实，小支部也能开得有声有色。

<strong>第一步，定题目。</strong>题目要小，要和近期的工作、和党员身边的事挨得上。比如“我家门前的那条沟谁来清”，就比“弘扬优良作风”好谈。题目在支委会上商量，提前一周告诉大家。

<strong>第二步，分任务。</strong>谁主持、谁领学、谁准备片子、谁接老党员来，都落到人头上。年轻党员放片子、管设备，老党员讲经历，各有各的事做。流动党员建个通话，到点连线。

<strong>第三步，学一段。</strong>学习不超过二十分钟。先放一部十分钟左右的微党课，再读一两段原文。字要大，声音要够，坐在最后一排也看得清、听得见。

<strong>第四步，议一件事。</strong>学完就谈，每人两三分钟，只说自己看到的、能做的。有不同意见写在黑板上，当场能定的当场定，定不了的写明谁去问、哪天回话。

<strong>第五步，做一桩实事，留一页记录。</strong>清一次沟、看望一户困难老人、修一处路灯，都算。记录写清时间、地点、到会人数、谈了什么、定了什么，不用写成文章。下次开会，先念上次定的事办得怎么样。

五步走下来，一个半小时足够。开得短、谈得实、办得成，下个月大家自然还愿意来。`),
  },
  {
    kind: "ARTI",
    date: "2026-11-09 15:10",
    serial: "088",
    column: "党务",
    title: "流动党员怎样参加组织生活",
    source: "先锋网",
    body: paragraphs(`
外出务工、经商、随子女居住，半年以上不能参加原来支部活动的党员，都要有个去处。党员走到哪里，组织生活就要跟到哪里，这既是要求，也是照应。

<strong>出门前，报一声。</strong>把去哪里、干什么、住在哪、电话多少告诉支部，支部登记在册，说好由谁联系。时间长、地方固定的，请支部开具证明，到当地报到。

<strong>到了外地，找组织。</strong>可以找居住地社区、务工单位或者本地在外流动党员党组织。带上身份证明和支部的介绍，说明情况，就能参加那里的活动。一时找不到的，打电话请原支部帮着联系。

<strong>平时，连得上。</strong>支部开会，能回来就回来；回不来的，用电话或视频参加，把意见说出来。每个季度至少向支部说一次自己的工作、生活和思想情况，几句话也行。支部发来的学习材料，看完回个话。

<strong>党费，按月交。</strong>可以交给原支部，也可以交给参加活动的支部，不要两头都不交。手机上交的，留个记录。

<strong>有难处，张个口。</strong>拖欠工资、看病、孩子上学，都可以找当地的党群服务中心，也可以请原支部帮忙问。组织联系流动党员，不光是点名，更是看看谁家需要搭把手。

过年回来，支部一般会开一次返乡党员座谈会，请带上一年的见闻来讲一讲。`),
  },
  {
    kind: "AUDI",
    date: "2026-11-05 07:00",
    serial: "009",
    column: "健康",
    title: "健身音频：八段锦练习配乐",
    source: "县文化馆",
    lasts: "12 分钟",
    player: (_roots, up) =>
      `<audio controls preload="metadata"><source src="${up}audio/2026/11/05/practice.mp3" type="audio/mpeg"></audio>`,
    body: paragraphs(`
节奏平稳的练习配乐，五声音阶，不加口令，适合晨练队跟着自己的领练员做。每一式做六到八次，呼吸跟着动作走，起时吸气，落时呼气。

初学的先看一遍教学片，动作熟了再跟音乐。血压高、刚做过手术的，请先问过医生；练的时候头晕、胸闷，马上停下来休息。`),
  },
];
