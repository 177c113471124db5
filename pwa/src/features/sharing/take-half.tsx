import { FileDown, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FileButton } from "../../design/file-button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import css from "./sharing.module.css";

/** The taking half of the room: choose a file, or what became of the one that came. */
export const TakeHalf = ({
  reading,
  failure,
  open,
  children,
}: {
  /** The name of the file that is being read. */
  readonly reading: string | undefined;
  readonly failure: keyof Words["sharing"]["failures"] | undefined;
  readonly open: (file: File) => void;
  /** Other ways in. */
  readonly children: ReactNode;
}) => {
  const { sharing: words } = useWords();
  return (
    <section className={`sheet ${css.half ?? ""}`} aria-labelledby="take-list">
      <div className="sh">
        <h2 id="take-list">{words.take}</h2>
      </div>
      <p className={`small ${css.say ?? ""}`}>{words.takeNote}</p>
      <div className={css.ways}>
        <div role="alert" className={css.say}>
          {failure === undefined ? null : (
            <div className="note bad">
              <Icon of={TriangleAlert} />
              <span>
                <b>{words.refusedTitle}</b>
                <br />
                {words.failures[failure]}
              </span>
            </div>
          )}
        </div>
        <div className={css.drop}>
          <Icon of={FileDown} size={24} />
          <FileButton look="go" accept=".dianbo" onFile={open}>
            {words.choose}
          </FileButton>
          <p className="small">{words.otherWays}</p>
        </div>
        {children}
        <p role="status" className={css.say}>
          {reading === undefined ? "" : words.reading(reading)}
        </p>
      </div>
    </section>
  );
};
