import type { ReactNode } from "react";
import { Mark } from "../design/mark.tsx";
import css from "./full-page.module.css";

/** A page instead of the app: what happened, what was kept, what next. */
export const FullPage = ({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}) => (
  <main className={css.page}>
    <div className={`sheet ${css.sheet ?? ""}`}>
      <Mark size={40} />
      <h1>{title}</h1>
      <div className={css.text}>{children}</div>
      <div className="row">{actions}</div>
    </div>
  </main>
);
