import type { ReactNode } from "react";
import styles from "./settings.module.css";

/** One thing to choose: its name, what it is for, and the control. */
export const Row = ({
  name,
  hint,
  children,
}: {
  readonly name: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) => (
  <div className={styles.row}>
    <div className={styles.name}>
      <b>{name}</b>
      {hint === undefined ? null : <span className="small">{hint}</span>}
    </div>
    <div className={styles.value}>{children}</div>
  </div>
);
