import type { Category } from "@dianbo/shared/category";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import { isOpenFilter, type LibraryFilter } from "@dianbo/shared/library-filter";
import { CornerDownRight } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { bringFiles } from "../../app/brought-files.ts";
import { ChannelFinds } from "../../app/channel-finds.tsx";
import { DidYouMean } from "../../app/did-you-mean.tsx";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { isWriting } from "../../app/room-search.ts";
import { loadSamples } from "../../app/sample-acts.ts";
import { ShelfTabs } from "../../app/shelf-tabs.tsx";
import { useAct } from "../../app/use-act.ts";
import { useDamaged } from "../../app/use-damaged.ts";
import { useFileDrop } from "../../app/use-file-drop.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { DamagedRows } from "./damaged-rows.tsx";
import { shelfOf, standingIn, withoutChips } from "./filter-changes.ts";
import { FilterChips } from "./filter-chips.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { foundWords } from "./found-words.ts";
import { KeysSheet } from "./keys-sheet.tsx";
import { LibraryGrid } from "./library-grid.tsx";
import { LibraryList, type ListProps } from "./library-list.tsx";
import css from "./library-room.module.css";
import { addressOfAsk } from "./library-view.ts";
import { NothingHere } from "./nothing-here.tsx";
import { countPlaybacks } from "./playback-counts.ts";
import { RoomDoors } from "./room-doors.tsx";
import { SavedFilters } from "./saved-filters.tsx";
import { SearchBox } from "./search-box.tsx";
import { Trash } from "./trash.tsx";
import { useFound } from "./use-found.ts";
import { useLibraryView } from "./use-library-view.ts";
import type { ListHandle } from "./use-list-keys.ts";
import { useRemoval } from "./use-removal.tsx";
import { useTicks } from "./use-ticks.ts";

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

/** Tells whether `?` was pressed where nobody writes. */
const useKeysKey = (show: () => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // With a Chinese input method on, the key is called Process or ？; its place stays the same.
      const asked = event.key === "?" || (event.code === "Slash" && event.shiftKey);
      if (!asked || event.ctrlKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      show();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [show]);
};

/** The library: one search box, five shelves at the thumb edge, filters, acts for whatever is ticked. */
export const LibraryRoom = () => {
  const { library: words } = useWords();
  const { items, playbacks } = useSnapshot();
  const damaged = useDamaged();
  const [toSearch] = useState(() => location.hash.includes("?search"));
  const view = useLibraryView();
  const [inTrash, setInTrash] = useState(false);
  const [searching, setSearching] = useState(false);
  const [filtering, setFiltering] = useState(false);
  const [keys, setKeys] = useState(false);
  const ticks = useTicks();
  const { act, shelfFull } = useAct();
  const drop = useFileDrop(bringFiles);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  const { ask, current } = view;
  const { filter, sort } = ask;
  const query = filter.query ?? "";
  const shelf = shelfOf(filter);
  const { items: found, everywhere, spansOf, near, countChoices } = useFound(ask);

  const counts = useMemo(() => countShelves(everywhere), [everywhere]);
  const hints = useMemo(() => foundWords(found, spansOf), [found, spansOf]);
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
  const unticked = useMemo(
    () => found.filter(({ id }) => !ticks.ids.has(id)).length,
    [found, ticks.ids],
  );
  const nothingYet = items.size === deleted.length && damaged.length === 0;
  const chips = standingIn(filter).length;

  useEffect(() => {
    if (toSearch) box.current?.focus();
  }, [toSearch]);
  useKeysKey(() => setKeys(true));

  const change = (next: LibraryFilter): void => view.change({ filter: next, sort });
  const search = (typed: string): void =>
    view.change({ filter: { ...filter, query: typed === "" ? undefined : typed }, sort }, true);
  const open = (id: string): void => {
    location.hash = `#/library/${id}`;
  };
  const openCurrent = (): void => {
    const chosen = found.find(({ id }) => id === current) ?? found[0];
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
    else if (chips > 0) change(withoutChips(filter));
  };
  const removal = useRemoval(act, clearTicks, () => list.current?.focus());
  const removeFromKeys = (id: RecordId): void => {
    const one = items.get(id);
    removal.ask(ticked.length > 0 ? ticked : one === undefined ? [] : [one]);
  };

  if (inTrash) {
    return (
      <main className="main">
        <Trash items={deleted} act={act} leave={() => setInTrash(false)} />
      </main>
    );
  }
  const listProps: ListProps = {
    place: addressOfAsk(ask),
    found,
    spansOf,
    played,
    current,
    ringed: searching && query !== "",
    handle: list,
    acts: { ticks, setCurrent: view.setCurrent, open, remove: removeFromKeys, giveUp },
    foot: (
      <>
        <DidYouMean items={near} />
        <ChannelFinds query={query} />
        <p className={css.ways}>
          <CornerDownRight size={18} strokeWidth={1.75} aria-hidden="true" />
          {words.searchWays}
          <Button look="text" className="end" aria-keyshortcuts="?" onClick={() => setKeys(true)}>
            {words.keys.door}
          </Button>
        </p>
      </>
    ),
  };
  const grid = view.look === "grid";
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
        <RoomDoors
          deleted={deleted.length}
          openTrash={() => setInTrash(true)}
          look={view.look}
          setLook={view.setLook}
          chips={chips}
          filtering={filtering}
          setFiltering={setFiltering}
        />
      </div>
      {shelfFull ? (
        <p className="note bad" role="alert">
          {words.shelfFull}
        </p>
      ) : null}
      {damaged.length === 0 ? null : <DamagedRows rows={damaged} />}
      {nothingYet ? (
        <Empty />
      ) : (
        <div className={css.book}>
          <section className={`sheet ${css.sheet ?? ""}`} aria-label={words.list}>
            <FilterChips filter={filter} change={change} />
            <div className={css.body}>
              {filtering ? (
                <FilterPanel
                  filter={filter}
                  sort={sort}
                  countChoices={countChoices}
                  change={change}
                  setSort={(next) => view.change({ filter, sort: next }, true)}
                  close={() => setFiltering(false)}
                  saved={<SavedFilters filter={filter} act={act} apply={change} />}
                />
              ) : null}
              <div className={css.items}>
                {found.length === 0 ? (
                  <NothingHere
                    query={query}
                    shelf={shelf}
                    elsewhere={everywhere.length > 0}
                    lookEverywhere={() => change({ ...filter, categories: undefined })}
                    narrowed={chips > 0 && !isOpenFilter(filter)}
                    widen={() => change(withoutChips(filter))}
                    near={
                      <>
                        <DidYouMean items={near} />
                        <ChannelFinds query={query} />
                      </>
                    }
                  />
                ) : grid ? (
                  <LibraryGrid {...listProps} />
                ) : (
                  <LibraryList
                    {...listProps}
                    sort={sort}
                    setSort={(next) => view.change({ filter, sort: next }, true)}
                  />
                )}
              </div>
            </div>
            {ticked.length === 0 ? (
              <div className={css.asked}>{removal.question}</div>
            ) : (
              <BulkBar
                ticked={ticked}
                unticked={grid ? unticked : 0}
                act={act}
                clear={clearTicks}
                all={() => ticks.all(found.map(({ id }) => id))}
                remove={() => removal.ask(ticked)}
                question={removal.question}
              />
            )}
          </section>
          <ShelfTabs
            counts={counts}
            total={everywhere.length}
            chosen={shelf}
            choose={(next) =>
              change({ ...filter, categories: next === undefined ? undefined : [next] })
            }
          />
        </div>
      )}
      {keys ? <KeysSheet close={() => setKeys(false)} /> : null}
    </main>
  );
};
