import { titleLikeness } from "./suggest-category.ts";
import type { FiledTitle } from "./word-model.ts";

/** For whom an item is (适合谁): tags of this fixed list, so that whatever filters by tags filters by audience. */
export const AUDIENCES = ["党员", "老年人", "青少年", "农民", "妇女"] as const;
/** One of the audiences. */
export type Audience = (typeof AUDIENCES)[number];

/** Whether a tag says for whom an item is. */
export const isAudience = (tag: string): tag is Audience => AUDIENCES.some((one) => one === tag);

const AUDIENCE_WORDS: Readonly<Record<Audience, RegExp>> = {
  党员: /党员|党课|支部|入党|主题党日|党章/u,
  老年人: /老年|老人|长者|银发|高龄|养老|适老/u,
  青少年: /青少年|少年|儿童|学生|中小学|小朋友|孩子|暑期|暑假|寒假|未成年/u,
  农民: /农民|农户|种植|养殖|栽培|田间|农机|农技|果树|大棚|种粮|病虫害|饲养/u,
  妇女: /妇女|女性|孕妇|孕产|母婴|两癌|乳腺|更年期/u,
};

/** A tag that is offered, with why: words of the title, the page's own keywords, or what this administrator gave a like title. */
export interface TagSuggestion {
  readonly tag: string;
  readonly because: "audience" | "filed" | "keyword";
}

/** From here on two titles are alike enough to share tags. */
const ALIKE = 0.25;
const LONGEST = 12;
const MOST = 7;

const fromFiled = (title: string, filed: readonly FiledTitle[]): readonly string[] => {
  const weights = new Map<string, number>();
  for (const one of filed) {
    const tags = (one.tags ?? []).filter((tag) => !isAudience(tag));
    if (tags.length === 0) continue;
    const likeness = titleLikeness(title, one.title);
    for (const tag of tags) {
      const weight = title.includes(tag) ? 1 : likeness >= ALIKE ? likeness : 0;
      if (weight > 0) weights.set(tag, (weights.get(tag) ?? 0) + weight);
    }
  }
  return [...weights].sort(([, one], [, other]) => other - one).map(([tag]) => tag);
};

/**
 * Tags that are offered for a page: those this administrator gave like titles, for whom it seems to be,
 * and the page's own keywords. None is set by itself.
 */
export const suggestTags = (
  page: { readonly title: string; readonly keywords: readonly string[] },
  filed: readonly FiledTitle[] = [],
): readonly TagSuggestion[] => {
  const text = [page.title, ...page.keywords].join(" ");
  const offered: TagSuggestion[] = [
    ...fromFiled(page.title, filed)
      .slice(0, 3)
      .map((tag) => ({ tag, because: "filed" as const })),
    ...AUDIENCES.filter((audience) => AUDIENCE_WORDS[audience].test(text)).map((tag) => ({
      tag,
      because: "audience" as const,
    })),
    ...page.keywords
      .filter((tag) => tag.length <= LONGEST)
      .map((tag) => ({ tag, because: "keyword" as const })),
  ];
  const seen = new Set<string>();
  return offered
    .filter(({ tag }) => {
      if (tag === "" || seen.has(tag)) return false;
      seen.add(tag);
      return true;
    })
    .slice(0, MOST);
};
