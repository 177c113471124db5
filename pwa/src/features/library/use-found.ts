import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import {
  type ChoiceCounts,
  countChoices,
  type FilterFacts,
  filterCourseware,
  filterFacts,
  sortCourseware,
} from "@dianbo/shared/library-filter";
import type { Finds } from "@dianbo/shared/search";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { useSearch } from "../../app/use-search.ts";
import type { LibraryAsk } from "./library-view.ts";

/** What the room's question finds. */
export interface Found {
  /** With every condition, in the wanted order. */
  readonly items: readonly Courseware[];
  /** With every condition but the shelf. */
  readonly everywhere: readonly Courseware[];
  readonly spansOf: Finds["spansOf"];
  /** What may have been meant, where little was found. */
  readonly near: readonly Courseware[];
  readonly facts: FilterFacts;
  /** Counts what each choice would leave, anew only with another question; asked for while choices are in sight. */
  readonly countChoices: () => ChoiceCounts;
}

/** Files of items that this PC does not hold; looked up once the room stands, and after items change. */
const useAbsent = (): ReadonlySet<MediaHash> | undefined => {
  const { media } = useDependencies();
  const { items } = useSnapshot();
  const [absent, setAbsent] = useState<ReadonlySet<MediaHash>>();
  useEffect(() => {
    let left = false;
    void media.list().then(
      (held) => {
        if (left) return;
        const here = new Set(held.map(({ hash }) => hash));
        const named = [...items.values()].flatMap((item) => item.media?.hash ?? []);
        setAbsent(new Set(named.filter((hash) => !here.has(hash))));
      },
      // A store that cannot be listed says nothing: each item's own page tells whether its file opens.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [media, items]);
  return absent;
};

/** Searches, filters and sorts the library; each step anew only where its own question changed. */
export const useFound = ({ filter, sort }: LibraryAsk): Found => {
  const { clock } = useDependencies();
  const { items, playbacks, editions, records, searchTexts } = useSnapshot();
  const absent = useAbsent();
  const query = filter.query ?? "";
  const { finds, near } = useSearch(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the records it looks at those of items, and an item whose record changed is another
  const facts = useMemo(
    () => filterFacts({ items, playbacks, editions, records }, clock.now(), absent),
    [items, playbacks, editions, clock, absent],
  );
  const searched = useMemo(
    () =>
      // What waits for its category stands in the inbox; here it is only found, not listed.
      query.trim() === "" ? finds.items.filter(({ category }) => category != null) : finds.items,
    [query, finds],
  );
  const everywhere = useMemo(() => {
    const { categories: _shelf, ...rest } = filter;
    return filterCourseware(searched, rest, facts);
  }, [searched, filter, facts]);
  const found = useMemo(() => {
    const onShelf = filterCourseware(everywhere, { categories: filter.categories }, facts);
    return sortCourseware(onShelf, sort, facts, (id) => searchTexts.get(id)?.texts[0]);
  }, [everywhere, filter, sort, facts, searchTexts]);
  const counts = useCallback(
    () => countChoices(searched, filter, facts),
    [searched, filter, facts],
  );
  return {
    items: found,
    everywhere,
    spansOf: finds.spansOf,
    near,
    facts,
    countChoices: counts,
  };
};
