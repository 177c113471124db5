import * as v from "valibot";
import type { NewId } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { type BookField, type BookForm, bookFormSchema } from "./book-form.ts";
import { SIGNED } from "./form-parts.ts";
import { named } from "./naming.ts";

/** Why a form could not be made of a row of column names. */
export interface NoForm {
  readonly type: "no-name" | "no-columns" | "too-many-columns";
}

/** Columns that are the row's day or its number, which every book has by itself. */
const OWN_COLUMNS = /^(?:序号?|no\.?|#|日期|登记日期|时间)$/iu;
const PEOPLE =
  /姓名|名字|署名|签[字名到]|经手|经办|联系|电话|手机|借用人|参加人|负责人|记录人|维修人|身份/u;
const COUNTS = /数量?$|人次|次数|份数|台数|学时|人数/u;
const HOURS = /几点|钟点|时刻|开机|关机/u;
const LONG = /内容|情况|意见|心得|记录|说明|经过|备注/u;
const MOST = 18;

const kindOf = (name: string): BookField["kind"] => {
  if (/日期|哪天/u.test(name)) return { type: "day" };
  if (HOURS.test(name)) return { type: "hour" };
  if (COUNTS.test(name)) return { type: "count" };
  return LONG.test(name) ? { type: "text", lines: 3 } : { type: "text" };
};

/**
 * A county's own form, from the row of its column names as it is pasted from WPS (tabs or lines between them).
 * A star marks what must be filled; a column that names people is personal. What a column takes is guessed from
 * its name, and a column of words takes anything.
 */
export const formFromHeads = (
  { name, heads }: { readonly name: string; readonly heads: string },
  newId: NewId,
): Result<BookForm, NoForm> => {
  const title = name.trim().slice(0, 60);
  if (title === "") return err({ type: "no-name" });
  const columns = heads
    .split(/[\t\n\r、，,;；|]+/u)
    .map((head) => head.trim().slice(0, 60))
    .filter((head) => head !== "");
  const first = columns.find((head) => /日期|时间/u.test(head));
  const own = [...new Set(columns)].filter(
    (head) => !OWN_COLUMNS.test(head.replace(/[★*＊]/gu, "")),
  );
  if (own.length === 0) return err({ type: "no-columns" });
  if (own.length > MOST) return err({ type: "too-many-columns" });
  const fields = own.map((head, at): BookField => {
    const bare = head.replace(/[★*＊]/gu, "").trim() || head;
    const kind = kindOf(bare);
    return {
      id: `c${at + 1}`,
      name: { "zh-CN": bare },
      kind,
      width: kind.type === "text" ? (LONG.test(bare) ? 14 : 7) : 6,
      ...(/[★*＊]/u.test(head) ? { must: true } : {}),
      ...(PEOPLE.test(bare) ? { personal: true } : {}),
    };
  });
  return ok(
    v.parse(bookFormSchema, {
      id: `own-${newId()
        .toLowerCase()
        .replace(/[^a-z0-9]/gu, "")
        .slice(0, 20)}`,
      name: { "zh-CN": title },
      about: named("自己加的表", "A form of the site's own"),
      dayName:
        first === undefined ? named("日期", "Day") : { "zh-CN": first.replace(/[★*＊]/gu, "") },
      paged: "month",
      fields,
      signatures: [...SIGNED],
    }),
  );
};
