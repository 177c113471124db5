import { type RefObject, useLayoutEffect, useState } from "react";

/** Rows drawn above and below what is in sight. */
const SPARE = 4;

/** Which rows of a long list are drawn: `from` up to but not including `to`. */
export interface Sight {
  readonly from: number;
  readonly to: number;
  /** Pixels of one row. */
  readonly rowHeight: number;
  /** Scrolls as little as needed for the row to stand whole in sight. */
  show(index: number): void;
}

/**
 * Draws only the rows in sight of a scrolling list, so that 5,000 items are as light as fifty. All rows
 * are as high as the first one drawn.
 */
export const useWindow = (
  scroller: RefObject<HTMLElement | null>,
  rows: RefObject<HTMLElement | null>,
  count: number,
): Sight => {
  const [seen, setSeen] = useState({ first: 0, height: 900, rowHeight: 60 });

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const measure = (): void => {
      const row = rows.current?.querySelector<HTMLElement>("[data-item]");
      setSeen((before) => {
        const rowHeight = row?.offsetHeight || before.rowHeight;
        const first = Math.floor(box.scrollTop / rowHeight / SPARE) * SPARE;
        const height = box.clientHeight;
        const same =
          before.first === first && before.height === height && before.rowHeight === rowHeight;
        return same ? before : { first, height, rowHeight };
      });
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(box);
    box.addEventListener("scroll", measure, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener("scroll", measure);
    };
  }, [scroller, rows]);

  const { first, height, rowHeight } = seen;
  return {
    from: Math.max(0, Math.min(first - SPARE, count)),
    to: Math.min(count, first + Math.ceil(height / rowHeight) + 2 * SPARE),
    rowHeight,
    show: (index) => {
      const box = scroller.current;
      const list = rows.current;
      if (box === null || list === null) return;
      const head = list.offsetTop;
      const high = list.querySelector<HTMLElement>("[data-item]")?.offsetHeight ?? rowHeight;
      const top = index * high;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + high > box.scrollTop + box.clientHeight - head) {
        box.scrollTop = top + high - box.clientHeight + head;
      }
    },
  };
};
