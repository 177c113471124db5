import { type Audience, isAudience, suggestTags } from "@dianbo/shared/category";
import { type Clock, type Instant, instantSchema } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import type { ProposalFacts } from "@dianbo/shared/menu-proposal";
import type { WishRow } from "@dianbo/shared/wish";
import * as v from "valibot";
import type { LibrarySnapshot } from "../../storage/index.ts";

/** What was clipped within so many days is new. */
const NEW_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** What 配餐 has to know beside the items: wishes that nobody has answered, what ran when, what is new. */
export const proposalFacts = (
  { playbacks }: Pick<LibrarySnapshot, "playbacks">,
  wishes: readonly WishRow[],
  clock: Clock,
): ProposalFacts => {
  const now = clock.now();
  const counts = new Map<RecordId, number>();
  for (const { item, count, declined, answered } of wishes) {
    if (item === undefined || declined !== undefined || answered !== undefined) continue;
    counts.set(item, (counts.get(item) ?? 0) + count);
  }
  const lastPlayed = new Map<RecordId, Instant>();
  for (const { item, startedAt } of playbacks.values()) {
    const before = lastPlayed.get(item);
    if (before === undefined || startedAt > before) lastPlayed.set(item, startedAt);
  }
  return {
    now,
    wishes: counts,
    lastPlayed,
    newSince: v.parse(instantSchema, Math.max(0, now - NEW_DAYS * DAY)),
  };
};

/** The audience that a menu's own words mean, where they mean one of the fixed list. */
export const audienceMeant = (text: string): Audience | undefined =>
  suggestTags({ title: text, keywords: [] })
    .map(({ tag }) => tag)
    .find(isAudience);

/** The words that were typed for season and topic, parted by any of the usual signs. */
export const wordsTyped = (text: string): readonly string[] =>
  text
    .split(/[、，,；;\s]+/u)
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .slice(0, 12);
