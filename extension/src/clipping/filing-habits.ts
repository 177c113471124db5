import { type Category, type CategoryHabit, categorySchema } from "@dianbo/shared/category";
import * as v from "valibot";

const KEY = "filing-habits";
/** Columns remembered; the oldest is forgotten first. */
const LIMIT = 400;

const habitSchema = v.object({
  host: v.string(),
  column: v.string(),
  category: categorySchema,
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** What this administrator did before with the columns of portals. */
export const readHabits = async (): Promise<readonly CategoryHabit[]> => {
  const stored = v.safeParse(v.array(habitSchema), (await chrome.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : [];
};

/** Adds one filing to the habit, or takes one away again (`by` = -1) after an undo. */
export const countHabit = async (
  page: { readonly host: string; readonly column: string | undefined },
  category: Category,
  by: 1 | -1,
): Promise<void> => {
  const { host, column } = page;
  if (column === undefined || host === "") return;
  const habits = await readHabits();
  const isSame = (one: CategoryHabit): boolean =>
    one.host === host && one.column === column && one.category === category;
  const count = (habits.find(isSame)?.count ?? 0) + by;
  const rest = habits.filter((one) => !isSame(one));
  const next = count > 0 ? [...rest, { host, column, category, count }] : rest;
  await chrome.storage.local.set({ [KEY]: next.slice(-LIMIT) });
};
