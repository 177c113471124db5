import { type Minutes, minutesSchema } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { type SearchIndex, searchCourseware } from "@dianbo/shared/search";
import * as v from "valibot";

/** What typed words may add to a menu. */
export type Addition =
  | { readonly type: "item"; readonly item: Courseware }
  | { readonly type: "activity"; readonly name: string; readonly minutes: Minutes };

/** Reads 「讨论 30」, 「讲解15分钟」 or "Talk 30 min" as an activity. */
export const readActivity = (
  typed: string,
): { readonly name: string; readonly minutes: Minutes } | undefined => {
  const parts = /^(.*?[^\d\s].*?)\s*(\d{1,4})\s*(?:分钟|分|min)?$/iu.exec(
    typed.normalize("NFKC").trim(),
  );
  const name = parts?.[1]?.trim() ?? "";
  const minutes = v.safeParse(minutesSchema, Number(parts?.[2]));
  if (name === "" || name.length > 100 || !minutes.success || minutes.output === 0) {
    return undefined;
  }
  return { name, minutes: minutes.output };
};

/**
 * What the typed words may mean, the likeliest first: an activity where a name in 汉字 is followed by
 * minutes, else items; at most `limit` items.
 */
export const additionsFor = (
  typed: string,
  index: SearchIndex,
  limit: number,
): readonly Addition[] => {
  if (typed.trim() === "") return [];
  const items = searchCourseware(typed, index)
    .items.slice(0, limit)
    .map((item): Addition => ({ type: "item", item }));
  const activity = readActivity(typed);
  if (activity === undefined) return items;
  const named: Addition = { type: "activity", ...activity };
  return /\p{Script=Han}/u.test(activity.name) ? [named, ...items] : [...items, named];
};
