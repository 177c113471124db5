import type { Json, RecordState } from "@dianbo/shared/changes";
import { civilDateOf, type Instant } from "@dianbo/shared/clock";
import { useMemo, useState } from "react";
import { useIdentity } from "../../app/library-context.tsx";
import { pendingValueInWords } from "../../app/pending-values.ts";
import { useItemActs } from "../../app/use-item-acts.ts";
import { useWords } from "../../locales/index.ts";
import css from "./history-card.module.css";
import { type FieldChange, type HistoryEntry, historyOf } from "./item-history.ts";

/** Older changes than these are counted. */
const SHOWN = 30;

/** More fields than these in one act are named without their values. */
const SPELLED_OUT = 4;

const clockTime = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const When = ({ at }: { readonly at: Instant }) => (
  <time className="n">
    {civilDateOf(at)} {clockTime.format(at)}
  </time>
);

const Change = ({ change }: { readonly change: FieldChange }) => {
  const { item: words } = useWords();
  const names: Readonly<Record<string, string>> = words.names;
  const inWords = (value: Json): string => pendingValueInWords(change.field, value, words);
  const { from, to } = change;
  return (
    <li>
      <span className="dim">{names[change.field] ?? words.otherField(change.field)}</span>
      {from === undefined ? null : <del>{inWords(from)}</del>}
      {from === undefined ? null : <span aria-hidden="true">→</span>}
      {to === undefined ? (
        <span className="dim">{words.history.notKept}</span>
      ) : (
        <ins>{inWords(to)}</ins>
      )}
    </li>
  );
};

const Entry = ({ entry }: { readonly entry: HistoryEntry }) => {
  const { item: words } = useWords();
  const names: Readonly<Record<string, string>> = words.names;
  const { at, what, post, by, changes } = entry;
  return (
    <li>
      <p className={css.who}>
        <When at={at} />
        <span>{words.history.who(post, by)}</span>
        <b>{words.history.what[what]}</b>
      </p>
      {changes.length > SPELLED_OUT ? (
        <p className="small">
          {words.history.fields(
            changes.map(({ field }) => names[field] ?? words.otherField(field)),
          )}
        </p>
      ) : (
        <ul>
          {changes.map((change) => (
            <Change key={change.field} change={change} />
          ))}
        </ul>
      )}
    </li>
  );
};

/** Who changed what and when, and from what to what as far as that is kept; it says what is not. */
export const HistoryCard = ({ record }: { readonly record: RecordState }) => {
  const { item: words } = useWords();
  const { site, device } = useIdentity();
  const [open, setOpen] = useState(false);
  const acts = useItemActs(record, open);
  const entries = useMemo(
    () => (acts === undefined ? [] : historyOf(record, acts, { site, device })),
    [record, acts, site, device],
  );
  return (
    <details
      className={`sheet ${css.card ?? ""}`}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h2>{words.history.title}</h2>
      </summary>
      <ol>
        {entries.slice(0, SHOWN).map((entry) => (
          <Entry key={`${entry.at} ${entry.by} ${entry.changes[0]?.field ?? ""}`} entry={entry} />
        ))}
      </ol>
      {entries.length > SHOWN ? (
        <p className="dim">{words.history.more(entries.length - SHOWN)}</p>
      ) : null}
      <p className="small">{words.history.kept}</p>
    </details>
  );
};
