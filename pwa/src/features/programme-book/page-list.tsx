import type { ReactNode } from "react";
import type { MountedPages } from "./use-mounted-pages.ts";

/** The pages drawn so far; the rest follow as one scrolls, and all of them before printing. */
export const PageList = ({
  count,
  pages,
  draw,
}: {
  readonly count: number;
  readonly pages: MountedPages;
  /** Draws the page at a place, from 0, with a key. */
  readonly draw: (at: number) => ReactNode;
}) => (
  <>
    {Array.from({ length: pages.shown }, (_, at) => draw(at))}
    {pages.shown < count ? <span ref={pages.sentinel} aria-hidden="true" /> : null}
  </>
);
