import type { DamagedRow } from "@dianbo/shared/courseware";
import { TriangleAlert } from "lucide-react";
import { useWords } from "../../locales/index.ts";
import css from "./library-room.module.css";

/** Rows that cannot be read: said so, their raw text kept in sight, never dropped. */
export const DamagedRows = ({ rows }: { readonly rows: readonly DamagedRow[] }) => {
  const { library: words, shell } = useWords();
  return (
    <details className={`note warn ${css.damaged ?? ""}`}>
      <summary>
        <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" />
        {words.damaged(rows.length)}
      </summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <b>{words.damagedRow(row.kind)}</b>{" "}
            <span className="small">{words.damagedWhat(row.problems.join(shell.marks.list))}</span>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
            <pre tabIndex={0}>{row.raw}</pre>
          </li>
        ))}
      </ul>
    </details>
  );
};
