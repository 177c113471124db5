import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Pages that are drawn when the desk is opened: the whole book of most sites. */
const FIRST_PAGES = 24;
/** Pages that are drawn in one go before the screen gets its turn again. */
const STEP = 10;

/** Pages drawn so far, and the way to all of them. */
export interface MountedPages {
  readonly shown: number;
  /** Stands behind the last page; coming into sight it draws some more. */
  readonly sentinel: (element: HTMLElement | null) => void;
  /** Draws all pages, some at a time; false where it was stopped first. */
  drawAll(): Promise<boolean>;
  stop(): void;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * A book of 2,000 items has some 200 pages: they are drawn as one scrolls, and all of them, step by step,
 * before printing, so that the desk answers all the while. Ctrl+P draws what is missing at once.
 */
export const useMountedPages = (count: number): MountedPages => {
  const [wanted, setWanted] = useState(FIRST_PAGES);
  const run = useRef(0);
  const latest = useRef({ count, wanted });
  latest.current = { count, wanted };

  useEffect(() => {
    const all = (): void => flushSync(() => setWanted(latest.current.count));
    window.addEventListener("beforeprint", all);
    return () => {
      window.removeEventListener("beforeprint", all);
      run.current += 1;
    };
  }, []);

  const observer = useRef<IntersectionObserver>(undefined);
  const sentinel = useCallback((element: HTMLElement | null): void => {
    observer.current?.disconnect();
    if (element === null) return;
    observer.current = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setWanted((now) => now + STEP);
      },
      // The scroller itself, for a margin reaches past no other's edge.
      { root: element.parentElement, rootMargin: "1200px" },
    );
    observer.current.observe(element);
  }, []);

  return {
    shown: Math.min(count, wanted),
    sentinel,
    drawAll: async () => {
      run.current += 1;
      const own = run.current;
      while (latest.current.wanted < latest.current.count) {
        setWanted((now) => now + STEP);
        await nextTurn();
        if (run.current !== own) return false;
      }
      await document.fonts.ready;
      return run.current === own;
    },
    stop: () => {
      run.current += 1;
    },
  };
};
