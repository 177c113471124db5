import type { BookForm } from "./book-form.ts";
import { COUNT, choice, column, DAY, form, HOUR, LATER, MUST, TEXT, ticks } from "./form-parts.ts";
import { named } from "./naming.ts";

const run: BookForm = form({
  id: "run",
  name: named("设备运行记录簿", "Equipment run log"),
  about: named("每次开机写一行：开关机时间、五防、信号", "A row each time the equipment runs"),
  dayName: named("日期", "Day"),
  paged: "month",
  fields: [
    column("device", ["设备", "Equipment"], TEXT, 8, MUST),
    column("from", ["开机", "On"], HOUR, 4, MUST),
    column("to", ["关机", "Off"], HOUR, 4),
    column(
      "by",
      ["使用人", "Used by"],
      choice(["a", "A岗", "Post A"], ["b", "B岗", "Post B"], ["other", "别人", "Somebody else"]),
      4,
      MUST,
    ),
    column(
      "guards",
      ["五防检查", "Five protections"],
      ticks(
        ["fire", "防火", "Fire"],
        ["theft", "防盗", "Theft"],
        ["damp", "防潮", "Damp"],
        ["lightning", "防雷", "Lightning"],
        ["dust", "防尘", "Dust"],
        ["virus", "防病毒", "Virus"],
      ),
      11,
    ),
    column(
      "signal",
      ["信号", "Signal"],
      choice(
        ["good", "好", "Good"],
        ["broken", "断断续续", "Breaking up"],
        ["none", "没有", "None"],
      ),
      5,
    ),
    column("state", ["运行情况", "How it ran"], TEXT, 12),
  ],
});

const repair: BookForm = form({
  id: "repair",
  name: named("设备维修记录簿", "Equipment repair log"),
  about: named("坏了写一行，报修、修好再接着写", "A row for each fault, from report to result"),
  dayName: named("发现日期", "Found on"),
  paged: "month",
  open: "mended",
  fields: [
    column("device", ["设备", "Equipment"], TEXT, 6, MUST),
    column("model", ["型号", "Model"], TEXT, 5),
    column("fault", ["故障现象", "Fault"], TEXT, 10, MUST),
    column("place", ["地点", "Place"], TEXT, 5),
    column("reported", ["报修日期", "Reported on"], DAY, 6, LATER),
    column("work", ["维修内容", "Work done"], TEXT, 9, LATER),
    column("mender", ["维修人", "Mended by"], TEXT, 5, { later: true, personal: true }),
    column("mended", ["修好日期", "Mended on"], DAY, 6, LATER),
    column(
      "result",
      ["结果", "Result"],
      choice(
        ["mended", "修好了", "Mended"],
        ["replaced", "换了新的", "Replaced"],
        ["given-up", "修不了", "Beyond repair"],
      ),
      4,
      LATER,
    ),
    column("after", ["用着怎么样", "Since then"], TEXT, 6, LATER),
  ],
});

const equipment: BookForm = form({
  id: "equipment",
  name: named("设备登记簿", "Equipment list"),
  about: named("站点有哪些设备", "What the site has"),
  dayName: named("登记日期", "Listed on"),
  paged: "whole",
  fields: [
    column("number", ["编号", "No."], TEXT, 4),
    column("name", ["名称", "Name"], TEXT, 8, MUST),
    column("model", ["型号", "Model"], TEXT, 7, MUST),
    column("size", ["规格", "Make"], TEXT, 7, MUST),
    column("count", ["数量", "Pieces"], COUNT, 3, MUST),
    column("bought", ["购买日期", "Bought on"], DAY, 6, MUST),
    column("place", ["存放处", "Kept in"], TEXT, 6),
    column("service", ["保修电话", "Service telephone"], TEXT, 7),
    column("handler", ["经办人", "Handled by"], TEXT, 5, { must: true, personal: true }),
  ],
});

const lending: BookForm = form({
  id: "lending",
  name: named("光盘U盘借还登记簿", "Lending log"),
  about: named("光盘、U 盘借出和还回", "Sticks and discs lent and returned"),
  dayName: named("借出日期", "Lent on"),
  paged: "month",
  open: "returned",
  fields: [
    column(
      "sort",
      ["种类", "Sort"],
      choice(
        ["disc", "光盘", "Disc"],
        ["stick", "U 盘", "Stick"],
        ["drive", "移动硬盘", "Drive"],
        ["device", "设备", "Equipment"],
      ),
      5,
      MUST,
    ),
    column("what", ["编号和内容", "What"], TEXT, 12, MUST),
    column("count", ["数量", "Pieces"], COUNT, 3),
    column("borrower", ["借用人", "Borrower"], TEXT, 5, { must: true, personal: true }),
    column("due", ["说好哪天还", "Due"], DAY, 6),
    column("returned", ["归还日期", "Returned on"], DAY, 6, LATER),
    column(
      "checked",
      ["还回查毒", "Virus check"],
      choice(
        ["clean", "查过，没毒", "Checked, clean"],
        ["cleaned", "有毒，清了", "Found and cleaned"],
        ["disc", "光盘，不用查", "Disc, not needed"],
      ),
      6,
      LATER,
    ),
    column("note", ["备注", "Note"], TEXT, 7),
  ],
});

const preview: BookForm = form({
  id: "preview",
  name: named("节目预告登记簿", "Preview notices"),
  about: named("贴出去、喊出去的预告，一次一行", "A row for each notice put up or read out"),
  dayName: named("发出日期", "Given out on"),
  paged: "month",
  fields: [
    column("film", ["片名", "Title"], TEXT, 12, MUST),
    column("day", ["播放日期", "Showing on"], DAY, 6, MUST),
    column("hour", ["时间", "Hour"], HOUR, 4, MUST),
    column("place", ["地点", "Place"], TEXT, 6, MUST),
    column("content", ["内容", "Content"], TEXT, 10, MUST),
    column("audience", ["适合谁", "For whom"], TEXT, 5),
    column(
      "ways",
      ["怎么发的", "How"],
      ticks(
        ["board", "宣传栏", "Notice board"],
        ["blackboard", "黑板", "Blackboard"],
        ["speaker", "广播", "Loudspeaker"],
        ["led", "LED 屏", "LED sign"],
        ["group", "微信群", "WeChat group"],
        ["handout", "明白纸", "Handout"],
      ),
      9,
    ),
  ],
});

/** Books about things: what runs, breaks, is lent, is announced. */
export const FORMS_OF_KIT: readonly BookForm[] = [run, repair, equipment, lending, preview];
