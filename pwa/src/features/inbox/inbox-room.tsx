import { Share } from "lucide-react";
import { useMemo, useRef, useSyncExternalStore } from "react";
import type { WaitingRow } from "../../app/inbox-source.ts";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { Button, Key } from "../../design/button.tsx";
import { useWords } from "../../locales/index.ts";
import { DoneLine } from "./done-line.tsx";
import { HandoverLine } from "./handover-line.tsx";
import { type DamagedEntry, inboxContent } from "./inbox-entries.ts";
import { InboxList } from "./inbox-list.tsx";
import css from "./inbox-room.module.css";
import { LibraryHomeLine } from "./library-home-line.tsx";
import { PairingLine } from "./pairing-line.tsx";
import { useFiling } from "./use-filing.ts";

const NOTHING: readonly WaitingRow[] = [];
const nothing = (): readonly WaitingRow[] => NOTHING;
const never = () => () => undefined;

const Damaged = ({ rows }: { readonly rows: readonly DamagedEntry[] }) => {
  const { inbox: words, shell } = useWords();
  return (
    <section className={css.damaged} aria-label={words.damaged(rows.length)}>
      <p className={css.group}>{words.damaged(rows.length)}</p>
      {rows.map((row) => (
        <details key={row.id}>
          <summary>
            {words.damagedRaw}
            <span className="small">{words.damagedWhat(row.problems.join(shell.marks.list))}</span>
          </summary>
          <pre>{row.raw}</pre>
        </details>
      ))}
    </section>
  );
};

/** The inbox room: what waits for a category, for its file, or to be handed over. */
export const InboxRoom = () => {
  const { inbox: words, downloads } = useWords();
  const { inbox: source, home } = useDependencies();
  const { items } = useSnapshot();
  const rows = useSyncExternalStore(source?.subscribe ?? never, source?.rows ?? nothing);
  const content = useMemo(() => inboxContent(rows ?? NOTHING, items), [rows, items]);
  const filing = useFiling();
  const heading = useRef<HTMLHeadingElement>(null);
  const count = content.unfiled.length + content.onTheWay.length;
  const door = source?.handover;
  return (
    <main className="main">
      <div className="head">
        <h1 ref={heading} tabIndex={-1} className={css.heading}>
          {words.title}
        </h1>
        {count === 0 ? null : <span className="dim n">{words.count(count)}</span>}
        {content.unfiled.length === 0 ? null : (
          <span className={`hint ${css.keys ?? ""}`}>
            <Key>1</Key>–<Key>5</Key>
            {words.keysHint}
            <Key>↑</Key>
            <Key>↓</Key>
            {words.keysMove}
            <Key>␣</Key>
            {words.keysTick}
          </span>
        )}
        {source?.downloads === undefined ? null : (
          <a className="btn end" href="#/downloads">
            {downloads.title}
          </a>
        )}
        {door === undefined ? null : (
          <Button
            look="go"
            icon={<Share size={20} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => door.start()}
          >
            {words.handover}
          </Button>
        )}
      </div>
      {door === undefined ? null : <HandoverLine door={door} />}
      <DoneLine filing={filing} />
      <section className={`sheet ${css.sheet ?? ""}`}>
        {rows === undefined ? <p className={css.empty}>{words.loading}</p> : null}
        {rows !== undefined && count === 0 && content.damaged.length === 0 ? (
          <p className={css.empty}>{home === "extension" ? words.empty : words.emptyHosted}</p>
        ) : null}
        {count === 0 ? null : (
          <InboxList content={content} filing={filing} onLast={() => heading.current?.focus()} />
        )}
        {content.damaged.length === 0 ? null : <Damaged rows={content.damaged} />}
      </section>
      {source?.pairing === undefined ? null : (
        <PairingLine door={source.pairing} address={door?.address} />
      )}
      {source === undefined ? null : <LibraryHomeLine source={source} />}
    </main>
  );
};
