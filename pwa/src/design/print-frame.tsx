import type { ReactNode } from "react";
import { BackLink } from "./back-link.tsx";
import css from "./print-frame.module.css";

/** What `@page` says: the sheet that lies in the printer. */
export type SheetSize = "A3" | "A3 landscape" | "A4" | "A4 landscape" | "A5";

/**
 * The room in which something is printed: pages at their true size beside a desk of choices. On paper
 * everything but the pages goes, whatever the sheet's size; a page is `.paper`, with its own mm.
 */
export const PrintFrame = ({
  title,
  back,
  backName,
  kinds,
  size,
  previewName,
  desk,
  children,
}: {
  readonly title: string;
  /** Where the arrow beside the title leads. */
  readonly back: string;
  readonly backName: string;
  /** The row of the other kinds of paper. */
  readonly kinds?: ReactNode;
  readonly size: SheetSize;
  readonly previewName: string;
  readonly desk: ReactNode;
  /** The pages. */
  readonly children: ReactNode;
}) => (
  <main className={`main ${css.room ?? ""}`}>
    {/* Later in the document than every style sheet, so it wins over another room's @page. */}
    <style>{`@page{size:${size};margin:0}`}</style>
    <div className="head">
      <BackLink to={back} name={backName} />
      <h1>{title}</h1>
    </div>
    {kinds}
    <div className={css.columns}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={css.pages} aria-label={previewName} tabIndex={0}>
        {children}
      </section>
      {desk}
    </div>
  </main>
);

/** The desk beside the pages: a sheet of choices; what is decided stays in sight at its foot. */
export const PrintDeskSheet = ({
  name,
  foot,
  children,
}: {
  readonly name: string;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) => (
  <aside className={`sheet ${css.desk ?? ""}`} aria-label={name}>
    {children}
    {foot === undefined ? null : <div className={css.foot}>{foot}</div>}
  </aside>
);

/** One choice on the desk: its name left, its control right. */
export const DeskChoice = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
  <label className={css.choice}>
    <span className="hint">{name}</span>
    {children}
  </label>
);
