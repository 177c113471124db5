import { type KindPage, PROSE, page, TEXT, TITLE } from "./kind-page.ts";

const HEAD = `<title>${TITLE}_青禾网</title>`;
const OVER = `<h1>${TITLE}</h1><div class="info">2020-11-10 08:20　来源：青禾日报</div>`;
const CONTENT = `<div class="c">${PROSE}</div>`;
const READER = (n: number): string =>
  `<div class="cm"><b>网友${n}</b><span>2020-11-1${n}</span><p>说得真好，我们村去年也修了水渠，今年的稻子明显长得比往年高，希望能把田间的机耕道也一起修好，第${n}条。</p></div>`;
const READERS = [1, 2, 3, 4, 5, 6].map(READER).join("");
const ROW = (n: number): string =>
  `<li><a href="/x/${n}.html">第${n}条其他新闻的标题写在这里给人看</a><span>2020-11-0${n}</span></li>`;

/** A page whose parts stand side by side in its body, no element round them. */
const parts = (trap: string, body: string, more: Partial<KindPage> = {}): KindPage =>
  page(trap, "http://www.qinghe-rm.example.cn/show/410.html", { head: HEAD, body }, more);

/** What stands round a text and is longer than it. */
export const ROUND_THE_TEXT: readonly KindPage[] = [
  ...["6条评论", "评论（6）", "评论 6", "网友热评", "跟帖区", "参与讨论"].map((head) =>
    parts(
      `readers say more than the text, under: ${head}`,
      `${OVER}${CONTENT}<div><h3>${head}</h3>${READERS}</div>`,
    ),
  ),
  parts(
    "the site speaks of itself at length under the text",
    `${OVER}${CONTENT}<div class="f2"><p>青禾网是青禾县委宣传部主管、县融媒体中心主办的新闻网站，是全县唯一的综合性新闻门户，多年来坚持正确导向，服务群众，影响越来越大。</p><p>本站所刊登的各种新闻、信息和各种专题专栏资料，来自各乡镇和县直各单位，欢迎大家来稿，来稿请写明作者姓名和联系办法，一经采用，即付稿酬。</p></div>`,
  ),
  parts(
    "who wrote it is introduced under the text",
    `${OVER}${CONTENT}<div class="bio"><h4>作者简介</h4><p>王某，青禾日报记者，长期关注农村水利，曾获全省好新闻奖，著有《渠边记》等，现居青禾。</p></div><h4>相关新闻</h4><ul>${[1, 2, 3, 4].map(ROW).join("")}</ul>`,
  ),
  parts(
    "one sentence over many links",
    `${OVER}<div class="c"><p>下寨村昨天修通了最后一段水渠，全村四百亩水田从此不再缺水，村民都很高兴，说今年冬天能睡安稳觉了。</p></div><h4>相关新闻</h4><ul>${[1, 2, 3, 4, 5, 6].map(ROW).join("")}</ul>`,
    {
      text: "下寨村昨天修通了最后一段水渠，全村四百亩水田从此不再缺水，村民都很高兴，说今年冬天能睡安稳觉了。",
    },
  ),
  parts(
    "a player tells old browsers that it cannot play",
    `${OVER}<div class="c"><div><video src="/a.mp4">您的浏览器不支持video标签，请升级浏览器。</video><p>视频加载中...</p></div>${PROSE}</div>`,
  ),
  parts(
    "readers are asked to follow the site, on the text's last line",
    `${OVER}<div class="c">${PROSE}<p>关注“青禾发布”微信公众号，了解更多青禾资讯，每天早上七点准时推送。</p></div>`,
    { text: TEXT },
  ),
];
