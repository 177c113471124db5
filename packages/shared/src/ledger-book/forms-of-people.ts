import type { BookForm } from "./book-form.ts";
import {
  COUNT,
  choice,
  column,
  form,
  LATER,
  LONG,
  MUST,
  PERSONAL,
  TEXT,
  ticks,
} from "./form-parts.ts";
import { named } from "./naming.ts";

const POSTS = [
  ["head", "组长", "Head"],
  ["deputy", "副组长", "Deputy head"],
  ["a", "管理员（A岗）", "Administrator (post A)"],
  ["b", "管理员（B岗）", "Administrator (post B)"],
  ["operator", "播放员", "Operator"],
] as const;

/** Must be filled, and names people. */
const NAMED = { must: true, personal: true } as const;

const feedback: BookForm = form({
  id: "feedback",
  name: named("信息反馈簿", "Feedback"),
  about: named("大家的意见和想看的，署不署名都行", "What people think and want; signed or not"),
  dayName: named("日期", "Day"),
  paged: "month",
  fields: [
    column("film", ["对应节目", "Programme"], TEXT, 10, MUST),
    column("content", ["对内容的意见", "On the content"], LONG, 13, NAMED),
    column("manner", ["对放法的意见", "On the showing"], TEXT, 9, PERSONAL),
    column("wants", ["想看什么", "Wants to see"], TEXT, 9, { ...NAMED, wish: true }),
    column("signed", ["署名", "Signed"], TEXT, 5, PERSONAL),
    column("outcome", ["处理结果", "Outcome"], TEXT, 9, LATER),
  ],
});

const notes: BookForm = form({
  id: "notes",
  name: named("学习心得", "Study notes"),
  about: named("看完写下的心得", "What was learned"),
  dayName: named("日期", "Day"),
  paged: "month",
  fields: [
    column("film", ["学了什么", "Programme"], TEXT, 10, MUST),
    column("note", ["心得", "Note"], { type: "text", lines: 5 }, 28, NAMED),
    column("signed", ["署名", "Signed"], TEXT, 5, PERSONAL),
  ],
});

const posts: BookForm = form({
  id: "posts",
  name: named("岗位值班表", "Posts and duty"),
  about: named("组长、副组长、A 岗 B 岗各管什么", "Who holds which post, and what it does"),
  dayName: named("从哪天起", "From"),
  paged: "whole",
  fields: [
    column("post", ["岗位", "Post"], choice(...POSTS), 7, MUST),
    column("name", ["姓名", "Name"], TEXT, 5, NAMED),
    column("duties", ["管什么", "Duties"], LONG, 18, MUST),
    column("days", ["值班", "On duty"], TEXT, 8),
    column("telephone", ["办公电话", "Office telephone"], TEXT, 8),
    column("until", ["到哪天", "Until"], { type: "day" }, 6, LATER),
  ],
});

const handover: BookForm = form({
  id: "handover",
  name: named("交接单", "Hand-over"),
  about: named("换人值班，东西和事情交清楚", "What one post hands to the next"),
  dayName: named("交接日期", "Handed over on"),
  paged: "month",
  fields: [
    column("from", ["交出", "From"], choice(...POSTS), 6, MUST),
    column("to", ["接手", "To"], choice(...POSTS), 6, MUST),
    column(
      "things",
      ["交了什么", "Handed over"],
      ticks(
        ["book", "点播本", "On-demand book"],
        ["keys", "钥匙", "Keys"],
        ["kit", "设备", "Equipment"],
        ["discs", "光盘U盘", "Discs and sticks"],
        ["papers", "台账", "Ledgers"],
        ["accounts", "门户账号", "Portal accounts"],
      ),
      10,
      MUST,
    ),
    column("open", ["没办完的事", "Unfinished"], LONG, 14),
    column("names", ["交接人", "Names"], TEXT, 7, PERSONAL),
    column("note", ["备注", "Note"], TEXT, 8),
  ],
  signatures: [
    named("交出人（签字）", "From (signature)"),
    named("接手人（签字）", "To (signature)"),
    named("组长（签字）", "Head (signature)"),
  ],
});

const training: BookForm = form({
  id: "training",
  name: named("管理员培训登记簿", "Administrators' training"),
  about: named("参加过的培训", "Training taken"),
  dayName: named("日期", "Day"),
  paged: "whole",
  fields: [
    column("content", ["培训内容", "Content"], TEXT, 14, MUST),
    column("host", ["主办", "Host"], TEXT, 8, MUST),
    column("place", ["地点", "Place"], TEXT, 6),
    column("hours", ["学时", "Hours"], COUNT, 3, MUST),
    column(
      "posts",
      ["哪个岗去的", "Posts"],
      ticks(["a", "A岗", "Post A"], ["b", "B岗", "Post B"]),
      6,
      MUST,
    ),
    column("branches", ["哪些支部去的", "Branches"], TEXT, 8),
    column("names", ["参加人", "Names"], TEXT, 6, PERSONAL),
    column("outcome", ["考核结果", "Outcome"], TEXT, 7, LATER),
  ],
});

/** Books about people's part in it: what they said, who is at which post, what they learned. */
export const FORMS_OF_PEOPLE: readonly BookForm[] = [feedback, notes, posts, handover, training];
