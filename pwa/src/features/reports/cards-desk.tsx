import type { Card, CardChange } from "@dianbo/shared/report";
import { FolderOpen, TriangleAlert } from "lucide-react";
import { useRef } from "react";
import { useReportWords } from "../../app/reports/report-words.ts";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import css from "./reports.module.css";
import type { useCards } from "./use-cards.ts";

/** The button that opens cards; files can be dropped on the page as well. */
export const OpenCards = ({ open }: { readonly open: (files: readonly File[]) => void }) => {
  const words = useReportWords().cards;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          open(files);
        }}
      />
      <Button icon={<Icon of={FolderOpen} />} onClick={() => input.current?.click()}>
        {words.open}
      </Button>
      <p className="small">{words.drop}</p>
    </>
  );
};

/** What the last files came to: refused, newer than what was held, older than it; what was taken away, to be put back. */
export const News = ({ at }: { readonly at: ReturnType<typeof useCards> }) => {
  const all = useReportWords();
  const words = all.cards;
  const { date: today } = useSiteTime();
  const changed = ({ siteName, counts, gone }: CardChange) =>
    [siteName, dayInWords(counts, today), dayInWords(gone, today)] as const;
  return (
    <>
      {at.refused.map(({ name: file, problem }) => (
        <p key={file} role="alert" className="st warn small">
          <Icon of={TriangleAlert} size={18} />
          {words.problems[problem](file)}
        </p>
      ))}
      {at.otherKeys.map((site) => (
        <p key={site} role="alert" className="st warn small">
          <Icon of={TriangleAlert} size={18} />
          {words.otherKey(site)}
        </p>
      ))}
      <div role="status">
        {at.replaced.map((change) => (
          <p key={`${change.siteName} ${change.span}`} className="small">
            {words.replaced(...changed(change))}
          </p>
        ))}
        {at.older.map((change) => (
          <p key={`${change.siteName} ${change.span}`} className="small">
            {words.older(...changed(change))}
          </p>
        ))}
        {at.taken.length === 0 ? null : (
          <p className={css.taken}>
            <span className="grow small">{words.removed(at.taken.length)}</span>
            <Button look="text" onClick={at.putBack}>
              {words.putBack}
            </Button>
          </p>
        )}
      </div>
    </>
  );
};

/** The cards that are held of a span, each with the day it was made; taken away one by one or all. */
export const Held = ({
  cards,
  remove,
}: {
  readonly cards: readonly Card[];
  readonly remove: (gone: readonly Card[]) => void;
}) => {
  const words = useReportWords().cards;
  const { date: today } = useSiteTime();
  if (cards.length === 0) return null;
  return (
    <details className={css.held}>
      <summary>{words.held(cards.length)}</summary>
      <ul>
        {cards.map((card) => (
          <li key={card.signature}>
            <span className="grow">
              {card.siteName} <span className="small">{dayInWords(card.madeOn, today)}</span>
            </span>
            <Button
              look="text"
              aria-label={words.removeOf(card.siteName)}
              onClick={() => remove([card])}
            >
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => remove(cards)}>{words.removeAll}</Button>
    </details>
  );
};
