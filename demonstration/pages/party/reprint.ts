import { safetyArticles } from "../gov/safety.ts";
import type { Post } from "./posts.ts";

const original = safetyArticles.find(({ path }) => path.endsWith("t20261120_4101023.shtml"));

/**
 * What the government site had first, printed again under the same title with a line of source and
 * without its pictures: the same thing under another address. It stands in no list.
 */
export const reprint: Post = {
  kind: "ARTI",
  date: "2026-11-22 08:05",
  serial: "131",
  column: "健康",
  title: original?.title ?? "",
  source: "先锋网",
  body: `<p>来源：青禾县人民政府网</p>
${(original?.body ?? "").replace(/<p[^>]*><img[^>]*><\/p>/gu, "")}
<p>责任编辑：孟夏</p>`,
};
