import type { ReactNode } from "react";
import { useWords } from "../../locales/index.ts";
import css from "./folded-sheet.module.css";

/** One side of an A4 sheet that is folded into a booklet: two pages beside each other, smaller. */
export const FoldedSheet = ({
  side,
  left,
  right,
}: {
  /** Which side it is, from 1. */
  readonly side: number;
  readonly left: ReactNode;
  readonly right: ReactNode;
}) => {
  const { programmeBook: words } = useWords();
  return (
    <section className={`paper ${css.sheet ?? ""}`} aria-label={words.sheetSide(side)}>
      <div className={css.half}>{left}</div>
      <div className={css.half}>{right}</div>
    </section>
  );
};
