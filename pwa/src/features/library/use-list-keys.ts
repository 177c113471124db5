import type { Courseware } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import {
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import type { Sight } from "../../app/use-window.ts";
import type { Ticks } from "./use-ticks.ts";

/** What the search box may ask of the list. */
export interface ListHandle {
  /** Puts the focus on the current item. */
  focus(): void;
}

/** What the items can ask of the room, in whichever look they are drawn. */
export interface ListActs {
  readonly ticks: Ticks;
  readonly setCurrent: (id: string) => void;
  readonly open: (id: RecordId) => void;
  /** Deletes what is ticked, or this one where nothing is. */
  readonly remove: (id: RecordId) => void;
  readonly giveUp: () => void;
}

/**
 * The keys of a list of items of which one is current: arrows, Home, End, PageUp and PageDown move,
 * Space ticks (with Shift: all since the last tick), Enter opens, Ctrl+A ticks all, Del deletes.
 * `perRow` items stand side by side.
 */
export const useListKeys = ({
  place,
  found,
  current,
  perRow,
  acts,
  sight,
  scroller,
  rows,
  handle,
}: {
  /** What is asked: when it changes, the list stands at the current item again. */
  readonly place: string;
  readonly found: readonly Courseware[];
  readonly current: string | undefined;
  readonly perRow: number;
  readonly acts: ListActs;
  readonly sight: Sight;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: RefObject<HTMLElement | null>;
  readonly handle: Ref<ListHandle>;
}): { readonly at: number; readonly keyDown: (event: KeyboardEvent) => void } => {
  const wanted = useRef(false);
  const at = useMemo(
    () => Math.max(0, current === undefined ? 0 : found.findIndex(({ id }) => id === current)),
    [found, current],
  );
  const show = (index: number): void => sight.show(Math.floor(index / perRow));

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another question scrolls
  useLayoutEffect(() => show(at), [place]);
  const focusItem = (): void => {
    rows.current
      ?.querySelector<HTMLElement>('[data-item][tabindex="0"]')
      ?.focus({ preventScroll: true });
  };
  useImperativeHandle(handle, () => ({
    focus: () => {
      show(at);
      focusItem();
    },
  }));
  // An item that became current by a key takes the focus once it is drawn. Items are drawn by place, so
  // that a keystroke only changes their words; where they moved, the focus goes with its item.
  useEffect(() => {
    const holder = document.activeElement;
    const moved =
      holder instanceof HTMLElement &&
      holder.dataset["item"] !== undefined &&
      holder.tabIndex !== 0 &&
      rows.current?.contains(holder) === true;
    if (!wanted.current && !moved) return;
    wanted.current = false;
    focusItem();
  });

  const goTo = (index: number): void => {
    const to = Math.min(found.length - 1, Math.max(0, index));
    const next = found[to];
    if (next === undefined) return;
    show(to);
    wanted.current = true;
    if (to === at) focusItem();
    acts.setCurrent(next.id);
  };
  const page = (): number =>
    perRow * Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / sight.rowHeight) - 1);

  const keyDown = (event: KeyboardEvent): void => {
    const item = found[at];
    if (item === undefined || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== "a") return;
      event.preventDefault();
      acts.ticks.all(found.map(({ id }) => id));
      return;
    }
    const { ticks } = acts;
    const act = {
      ArrowDown: () => goTo(at + perRow < found.length ? at + perRow : at),
      ArrowUp: () => goTo(at - perRow >= 0 ? at - perRow : at),
      ...(perRow === 1 ? {} : { ArrowRight: () => goTo(at + 1), ArrowLeft: () => goTo(at - 1) }),
      PageDown: () => goTo(at + page()),
      PageUp: () => goTo(at - page()),
      Home: () => goTo(0),
      End: () => goTo(found.length - 1),
      Enter: () => acts.open(item.id),
      " ": () => ticks.tick(item.id, event.shiftKey ? found : undefined),
      Delete: () => acts.remove(item.id),
      Escape: acts.giveUp,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return { at, keyDown };
};
