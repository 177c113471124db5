import type { CivilDate } from "@dianbo/shared/clock";
import { isListed } from "@dianbo/shared/courseware";
import type { RegisteredShowing } from "@dianbo/shared/ledger";
import type { NewsOfChannel } from "../../app/channel-news.ts";
import type { LibrarySnapshot } from "../../storage/index.ts";

/** One thing that waits for a person; the start page says it in words. */
export type Task =
  | { readonly type: "waiting"; readonly count: number }
  | { readonly type: "coming"; readonly count: number }
  | { readonly type: "not-come"; readonly count: number }
  | { readonly type: "unprinted"; readonly count: number; readonly edition: number | undefined }
  | { readonly type: "missing"; readonly count: number }
  | {
      readonly type: "uncounted";
      readonly count: number;
      /** The latest showing whose card waits. */
      readonly latest: RegisteredShowing | undefined;
    }
  | {
      readonly type: "unsent";
      readonly count: number;
      /** The month's card that is due, `YYYY-MM`, and the day by which. */
      readonly report: DueReport | undefined;
    }
  | {
      readonly type: "channel-news";
      readonly count: number;
      readonly channels: readonly NewsOfChannel[];
    }
  | { readonly type: "pending"; readonly count: number }
  | { readonly type: "damaged"; readonly count: number };

/** How many downloads are still on their way, and how many did not come. */
export interface DownloadCounts {
  readonly coming: number;
  readonly notCome: number;
}

/** A month's card that has not been sent up. */
export interface DueReport {
  readonly month: string;
  readonly by: CivilDate;
}

/** What is at hand, in the order in which it is best done. Nothing that counts 0 is listed. */
export const tasksOf = (
  snapshot: LibrarySnapshot,
  inboxRows: number,
  downloads: DownloadCounts,
  waitingCards: readonly RegisteredShowing[],
  damagedRows: number,
  report: DueReport | undefined,
  toSettle: number,
  news: readonly NewsOfChannel[],
): readonly Task[] => {
  const items = [...snapshot.items.values()].filter(isListed);
  const edition = [...snapshot.editions.values()].reduce<number | undefined>(
    (last, { number }) => (last === undefined || number > last ? number : last),
    undefined,
  );
  const tasks: readonly Task[] = [
    { type: "waiting", count: inboxRows + items.filter((item) => item.category == null).length },
    { type: "uncounted", count: waitingCards.length, latest: waitingCards[0] },
    { type: "unsent", count: report === undefined ? 0 : 1, report },
    { type: "coming", count: downloads.coming },
    { type: "not-come", count: downloads.notCome },
    {
      type: "unprinted",
      count: items.filter(
        (item) => item.number != null && item.spoken !== true && item.sample !== true,
      ).length,
      edition,
    },
    {
      type: "missing",
      count: items.filter(
        ({ number, media, article, place, kind, sample }) =>
          number != null &&
          media == null &&
          article == null &&
          place == null &&
          kind !== "link" &&
          sample !== true,
      ).length,
    },
    { type: "channel-news", count: news.length, channels: news },
    { type: "pending", count: toSettle },
    { type: "damaged", count: damagedRows },
  ];
  return tasks.filter(({ count }) => count > 0);
};
