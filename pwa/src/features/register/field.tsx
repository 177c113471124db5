import { type ReactNode, useId } from "react";
import css from "./register.module.css";

/** A named field; its name stands above it. */
export const Field = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: (id: string) => ReactNode;
}) => {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id} className="small">
        {name}
      </label>
      {children(id)}
    </div>
  );
};
