import type { ReactNode } from "react";
import styles from "./clip-panel.module.css";

/** A tick with its words, and what it costs at the right. */
export const Tick = ({
  on,
  onChange,
  end,
  children,
}: {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly end?: string | undefined;
  readonly children: ReactNode;
}) => (
  <label className={styles.tick}>
    <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
    <span className="grow">{children}</span>
    {end === undefined ? null : <span className="end n dim">{end}</span>}
  </label>
);
