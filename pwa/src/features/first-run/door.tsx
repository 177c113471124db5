import type { ReactNode } from "react";
import css from "./first-run.module.css";

/** Another way in: what it is for, and its button. */
export const Door = ({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}) => (
  <div className={css.door}>
    <div>
      <b>{title}</b>
      <p className="small">{hint}</p>
    </div>
    {children}
  </div>
);
