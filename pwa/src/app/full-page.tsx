import type { ReactNode } from "react";
import { Mark } from "../design/mark.tsx";
import { useWords } from "../locales/index.ts";
import css from "./full-page.module.css";

/** A page instead of the app: what happened, what was kept, what next; folded below it, what a helper wants to know. */
export const FullPage = ({
  title,
  children,
  actions,
  helper,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly helper?: ReactNode;
}) => {
  const { shell: words } = useWords();
  return (
    <main className={css.page}>
      <div className={`sheet ${css.sheet ?? ""}`}>
        <Mark size={40} />
        <h1>{title}</h1>
        <div className={css.text}>{children}</div>
        <div className="row">{actions}</div>
        {helper === undefined ? null : (
          <details className={css.fold}>
            <summary>{words.helper.title}</summary>
            {helper}
          </details>
        )}
      </div>
    </main>
  );
};
