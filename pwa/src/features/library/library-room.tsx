import type { Category } from "@dianbo/shared/category";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import { searchCourseware } from "@dianbo/shared/search";
import { CornerDownRight, Plus, Trash2 } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { bringFiles } from "../../app/brought-files.ts";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { loadSamples } from "../../app/sample-acts.ts";
import { useAct } from "../../app/use-act.ts";
import { useFileDrop } from "../../app/use-file-drop.ts";
import { useSearchIndex } from "../../app/use-search-index.ts";
import { useSuggestions } from "../../app/use-suggestions.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { DamagedRows } from "./damaged-rows.tsx";
import { DidYouMean } from "./did-you-mean.tsx";
import { foundWords } from "./found-words.ts";
import { LibraryList, type ListHandle } from "./library-list.tsx";
import css from "./library-room.module.css";
import { keepView, readView } from "./library-view.ts";
import { NothingHere } from "./nothing-here.tsx";
import { countPlaybacks } from "./playback-counts.ts";
import { SearchBox } from "./search-box.tsx";
import { ShelfTabs } from "./shelf-tabs.tsx";
import { Trash } from "./trash.tsx";
import { useTicks } from "./use-ticks.ts";

/** Fewer finds than these, and one is asked what may have been meant. */
const FEW = 3;

const countShelves = (found: readonly Courseware[]): ReadonlyMap<Category, number> => {
  const counts = new Map<Category, number>();
  for (const { category } of found) {
    if (category != null) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
};

const Empty = () => {
  const { library: words } = useWords();
  const dependencies = useDependencies();
  return (
    <section className={`sheet ${css.empty ?? ""}`}>
      <p>{words.empty}</p>
      <p className="dim">{words.emptyOr}</p>
      <Button onClick={() => void loadSamples(dependencies)}>{words.loadSample}</Button>
    </section>
  );
};

/** The library: one search box, five shelves at the thumb edge, acts for whatever is ticked. */
export const LibraryRoom = () => {
  const { library: words } = useWords();
  const { items, playbacks, damaged } = useSnapshot();
  const index = useSearchIndex();
  const [view, setView] = useState(readView);
  const [inTrash, setInTrash] = useState(false);
  const [searching, setSearching] = useState(false);
  const ticks = useTicks();
  const { act, shelfFull } = useAct();
  const drop = useFileDrop(bringFiles);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  const { query, shelf } = view;

  const typedFinds = useMemo(() => searchCourseware(query, index), [query, index]);
  const few = query.trim() !== "" && typedFinds.items.length < FEW;
  const meant = useSuggestions(few ? query : undefined, index);
  // Titles are searched in simplified characters; only a worker knows which those are.
  const simplified = meant?.simplified;
  const finds = useMemo(
    () => (simplified === undefined ? typedFinds : searchCourseware(simplified, index)),
    [typedFinds, simplified, index],
  );
  const everywhere = useMemo(
    () =>
      // What waits for its category stands in the inbox; here it is only found, not listed.
      query.trim() === "" ? finds.items.filter(({ category }) => category != null) : finds.items,
    [query, finds],
  );
  const found = useMemo(
    () =>
      shelf === undefined ? everywhere : everywhere.filter(({ category }) => category === shelf),
    [everywhere, shelf],
  );
  const counts = useMemo(() => countShelves(everywhere), [everywhere]);
  const hints = useMemo(() => foundWords(found, finds.spansOf), [found, finds]);
  const near = useMemo(
    () =>
      finds.items.length < FEW
        ? (meant?.items ?? []).filter((item) => !finds.items.includes(item))
        : [],
    [meant, finds],
  );
  const played = useMemo(() => countPlaybacks(playbacks.values()), [playbacks]);
  const deleted = useMemo(
    () => [...items.values()].filter((item) => !isListed(item) && item.sample !== true),
    [items],
  );
  const ticked = useMemo(
    () =>
      [...ticks.ids].flatMap((id) => {
        const item = items.get(id);
        return item !== undefined && isListed(item) ? [item] : [];
      }),
    [ticks.ids, items],
  );
  const nothingYet = items.size === deleted.length && damaged.size === 0;

  useEffect(() => keepView(view), [view]);
  useEffect(() => {
    if (location.hash.includes("?search")) box.current?.focus();
  }, []);

  const search = (typed: string): void => setView({ ...view, query: typed, current: undefined });
  const open = (id: string): void => {
    location.hash = `#/library/${id}`;
  };
  const openCurrent = (): void => {
    const chosen = found.find(({ id }) => id === view.current) ?? found[0];
    if (chosen !== undefined) open(chosen.id);
  };
  const clearTicks = (): void => {
    ticks.clear();
    // The bar goes, and the focus with it.
    list.current?.focus();
  };
  const giveUp = (): void => {
    if (searching && query !== "") search("");
    else if (ticked.length > 0) ticks.clear();
    else if (query !== "") search("");
  };

  if (inTrash) {
    return (
      <main className="main">
        <Trash items={deleted} act={act} leave={() => setInTrash(false)} />
      </main>
    );
  }
  return (
    <main className={drop.over ? `main ${css.over ?? ""}` : "main"} {...drop.props}>
      <div className="head">
        <h1>{words.title}</h1>
        <SearchBox
          box={box}
          query={query}
          found={words.found(found.length, hints)}
          change={search}
          down={() => list.current?.focus()}
          enter={openCurrent}
          giveUp={giveUp}
          focused={setSearching}
        />
        {deleted.length === 0 ? null : (
          <Button
            look="text"
            className="end quiet"
            icon={<Trash2 size={18} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => setInTrash(true)}
          >
            {words.trash(deleted.length)}
          </Button>
        )}
        <a href="#/library/add" className={`btn go ${deleted.length === 0 ? "end" : ""}`}>
          <Plus size={20} strokeWidth={2} aria-hidden="true" />
          {words.add}
        </a>
      </div>
      {shelfFull ? (
        <p className="note bad" role="alert">
          {words.shelfFull}
        </p>
      ) : null}
      {damaged.size === 0 ? null : <DamagedRows rows={[...damaged.values()]} />}
      {nothingYet ? (
        <Empty />
      ) : (
        <div className={css.book}>
          <section className={`sheet ${css.sheet ?? ""}`} aria-label={words.list}>
            {found.length === 0 ? (
              <NothingHere
                query={query}
                shelf={shelf}
                elsewhere={everywhere.length > 0}
                lookEverywhere={() => setView({ ...view, shelf: undefined })}
                near={<DidYouMean items={near} />}
              />
            ) : (
              <LibraryList
                place={`${shelf ?? ""}|${query}`}
                found={found}
                spansOf={finds.spansOf}
                played={played}
                ticks={ticks}
                current={view.current}
                setCurrent={(current) => setView((before) => ({ ...before, current }))}
                ringed={searching && query !== ""}
                open={open}
                giveUp={giveUp}
                handle={list}
                foot={
                  <>
                    <DidYouMean items={near} />
                    <p className={css.ways}>
                      <CornerDownRight size={18} strokeWidth={1.75} aria-hidden="true" />
                      {words.searchWays}
                    </p>
                  </>
                }
              />
            )}
            {ticked.length === 0 ? null : <BulkBar ticked={ticked} act={act} clear={clearTicks} />}
          </section>
          <ShelfTabs
            counts={counts}
            total={everywhere.length}
            chosen={shelf}
            choose={(next) => setView({ ...view, shelf: next, current: undefined })}
          />
        </div>
      )}
    </main>
  );
};
