import { CATEGORY_NAMES } from "@dianbo/shared/category";
import { Printer } from "lucide-react";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { ColumnHeads } from "../../design/column-heads.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { takenIn } from "./day-content.ts";
import css from "./downloads-print.module.css";
import { useDownloads } from "./use-downloads.ts";

/** The session's list on A4, to be filed with the paper log: the columns of 下载记录簿. */
export const DownloadsPrint = () => {
  const { paper: words, post: postWord } = useWords().downloads;
  const { siteName, post } = useIdentity();
  const { items, downloads } = useSnapshot();
  const { state } = useDownloads();
  const taken = state === undefined ? [] : takenIn(state, items, downloads.values());
  const bytes = taken.reduce((sum, one) => sum + one.bytes, 0);
  const minutes = taken.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <main className={`main ${css.room ?? ""}`}>
      <div className={`head ${css.desk ?? ""}`}>
        <a className="btn text" href="#/downloads">
          {words.back}
        </a>
        <Button
          look="go"
          className="end"
          icon={<Printer size={20} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => print()}
        >
          {words.print}
        </Button>
      </div>
      {taken.length === 0 ? <p className="note">{words.nothing}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={css.page} tabIndex={0} aria-label={words.title}>
        <h1>{words.title}</h1>
        <p>{words.site(siteName, state?.day?.date ?? "", state?.day?.post ?? post)}</p>
        <table>
          <ColumnHeads columns={words.columns} />
          <tbody>
            {taken.map((one) => (
              <tr key={one.id}>
                <td>{one.number ?? ""}</td>
                <td>{one.title}</td>
                <td>{one.source}</td>
                <td>{one.category === undefined ? "" : CATEGORY_NAMES[one.category]}</td>
                <td>{one.minutes === 0 ? "" : one.minutes}</td>
                <td>{one.bytes === 0 ? "" : sizeInWords(one.bytes)}</td>
                <td>{words.place}</td>
                <td>{postWord(one.post ?? post)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={css.foot}>
          <span>{words.total(taken.length, sizeInWords(bytes), minutes)}</span>
          <span>{words.sign}＿＿＿＿＿＿＿＿</span>
        </p>
      </section>
    </main>
  );
};
