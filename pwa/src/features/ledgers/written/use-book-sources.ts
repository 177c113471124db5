import { useIdentity, useSnapshot } from "../../../app/library-context.tsx";
import { useSchedule, useSiteTime } from "../../../app/site-records.ts";
import { useStandings } from "../../../app/use-standings.ts";
import { useWords } from "../../../locales/index.ts";
import { usePaperWords } from "../paper-words.ts";
import type { BookSources } from "./book-sources.ts";

/** What the books that nobody writes are read out of, as it stands now. */
export const useBookSources = (): BookSources => {
  const { items, downloads, menus } = useSnapshot();
  const { siteName } = useIdentity();
  const { date: today } = useSiteTime();
  return {
    siteName,
    today,
    items,
    downloads,
    menus,
    standings: useStandings(),
    schedule: useSchedule(),
    words: usePaperWords(),
    all: useWords(),
  };
};
