import {
  type Category,
  type CategoryHabit,
  categorySchema,
  type FiledTitle,
} from "@dianbo/shared/category";
import * as v from "valibot";

const KEY = "filing-habits";
const TITLES_KEY = "filed-titles";
/** Columns remembered; the oldest is forgotten first. */
const LIMIT = 400;
/** Titles remembered, about 60 bytes each; the oldest is forgotten first. */
const TITLES_LIMIT = 400;
const TITLE_LENGTH = 60;

const habitSchema = v.object({
  host: v.string(),
  column: v.string(),
  category: categorySchema,
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const filedSchema = v.object({
  title: v.pipe(v.string(), v.maxLength(TITLE_LENGTH)),
  category: categorySchema,
  tags: v.optional(v.array(v.string())),
});

/** What this administrator did before with the columns of portals. */
export const readHabits = async (): Promise<readonly CategoryHabit[]> => {
  const stored = v.safeParse(v.array(habitSchema), (await chrome.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : [];
};

/** Titles that this administrator filed, the latest last. */
export const readFiledTitles = async (): Promise<readonly FiledTitle[]> => {
  const stored = v.safeParse(
    v.array(filedSchema),
    (await chrome.storage.local.get(TITLES_KEY))[TITLES_KEY],
  );
  return stored.success ? stored.output : [];
};

/** What is known of what was filed. */
export interface FiledPage {
  readonly host: string;
  readonly column: string | undefined;
  readonly title?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

const countColumn = async (
  { host, column }: FiledPage,
  category: Category,
  by: 1 | -1,
): Promise<void> => {
  if (column === undefined || host === "") return;
  const habits = await readHabits();
  const isSame = (one: CategoryHabit): boolean =>
    one.host === host && one.column === column && one.category === category;
  const count = (habits.find(isSame)?.count ?? 0) + by;
  const rest = habits.filter((one) => !isSame(one));
  const next = count > 0 ? [...rest, { host, column, category, count }] : rest;
  await chrome.storage.local.set({ [KEY]: next.slice(-LIMIT) });
};

const learnTitle = async (page: FiledPage, category: Category, by: 1 | -1): Promise<void> => {
  const title = page.title?.slice(0, TITLE_LENGTH) ?? "";
  if (title === "") return;
  const titles = [...(await readFiledTitles())];
  if (by === 1) {
    const tags = (page.tags ?? []).slice(0, 8).map((tag) => tag.slice(0, 30));
    titles.push({ title, category, ...(tags.length === 0 ? {} : { tags }) });
  } else {
    const last = titles
      .map((one) => one.title === title && one.category === category)
      .lastIndexOf(true);
    if (last !== -1) titles.splice(last, 1);
  }
  await chrome.storage.local.set({ [TITLES_KEY]: titles.slice(-TITLES_LIMIT) });
};

/**
 * Learns from one filing, by its column and its title, or forgets it again (`by` = -1) after an undo.
 * Two panels never write over each other.
 */
export const countHabit = (page: FiledPage, category: Category, by: 1 | -1): Promise<void> =>
  navigator.locks.request(KEY, async () => {
    await countColumn(page, category, by);
    await learnTitle(page, category, by);
  });
