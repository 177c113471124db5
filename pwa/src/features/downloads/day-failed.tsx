import type { DownloadsDoor } from "../../app/downloads-door.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import type { PlacedRow } from "./day-content.ts";
import css from "./downloads.module.css";
import { canRetry, failedByReason } from "./failed-rows.ts";

/** What did not come in this session, by the reason, and all of it tried again with one press. */
export const DayFailed = ({
  door,
  rows,
}: {
  readonly door: DownloadsDoor;
  readonly rows: readonly PlacedRow[];
}) => {
  const { downloads: words, inbox } = useWords();
  const reasons = failedByReason(rows);
  if (reasons.length === 0) return null;
  const again = rows.filter(canRetry);
  const retryAll = async (): Promise<void> => {
    // One after the other: the browser asks for leave at most once, for the first.
    for (const { row } of again) await door.goOn(row.id);
  };
  return (
    <section className={css.failed} aria-labelledby="download-failed">
      <h3 id="download-failed">
        {words.day.failed(reasons.reduce((sum, { count }) => sum + count, 0))}
      </h3>
      <ul>
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            <span className="st warn">{inbox.failed[reason]}</span>
            <span className="n end">{words.day.items(count)}</span>
          </li>
        ))}
      </ul>
      {again.length < 2 ? null : (
        <Button onClick={() => void retryAll()}>{words.retryAll(again.length)}</Button>
      )}
    </section>
  );
};
