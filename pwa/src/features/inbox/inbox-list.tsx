import { categoryFromDigit } from "@dianbo/shared/category";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useWords } from "../../locales/index.ts";
import type { InboxContent, InboxEntry } from "./inbox-entries.ts";
import css from "./inbox-room.module.css";
import { InboxRow, type RowActs } from "./inbox-row.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import type { Filing } from "./use-filing.ts";

const canRetry = ({ file, clip }: InboxEntry): boolean =>
  clip?.fileUrl != null && file.state === "failed";
const canKeepAnyway = ({ file }: InboxEntry): boolean =>
  file.state === "failed" && (file.reason === "incomplete" || file.reason === "unplayable");
const isFetching = ({ file, clip }: InboxEntry): boolean =>
  clip !== undefined && (file.state === "downloading" || file.state === "waiting");

/**
 * The rows, first those that wait for a category. One row is current: arrows move, 1 to 5 file it and
 * the next one becomes current, Space ticks, Delete deletes.
 */
export const InboxList = ({
  content,
  filing,
  onLast,
}: {
  readonly content: InboxContent;
  readonly filing: Filing;
  /** Nothing waits for a category any more: the room takes the focus. */
  readonly onLast: () => void;
}) => {
  const { inbox: source } = useDependencies();
  const { inbox: words } = useWords();
  const grid = useRef<HTMLDivElement>(null);
  const entries = [...content.unfiled, ...content.onTheWay];
  const [currentId, setCurrentId] = useState<string>();
  const [tickedIds, setTickedIds] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState(content.unfiled.length > 0);

  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === currentId),
  );
  const current = entries[at];
  const ticked = entries.filter(({ id }) => tickedIds.has(id));

  // The row that became current by a key, or at the opening, takes the focus once it is drawn.
  useEffect(() => {
    if (!wanted || current === undefined) return;
    setWanted(false);
    grid.current?.querySelector<HTMLElement>(`[data-entry="${current.id}"]`)?.focus();
  }, [wanted, current]);

  const goTo = (index: number): void => {
    const next = entries[Math.min(entries.length - 1, Math.max(0, index))];
    if (next === undefined) return;
    setCurrentId(next.id);
    setWanted(true);
  };
  const leave = (gone: readonly InboxEntry[]): void => {
    const leaving = new Set<string>(gone.map(({ id }) => id));
    // Only to what waits: a digit typed once too often must not file what has its number.
    const stays = (entry: InboxEntry): boolean => !leaving.has(entry.id);
    const next =
      content.unfiled.slice(at).find(stays) ?? content.unfiled.slice(0, at).reverse().find(stays);
    setCurrentId(next?.id);
    setTickedIds(new Set());
    if (next === undefined) onLast();
    else setWanted(true);
  };
  const fileAll = async (which: readonly InboxEntry[], digit: string): Promise<void> => {
    const category = categoryFromDigit(digit);
    const open = which.filter(({ number }) => number === undefined);
    if (category === undefined || open.length === 0) return;
    leave(open);
    await filing.file(open, category);
  };
  const removeAll = async (which: readonly InboxEntry[]): Promise<void> => {
    leave(which);
    await filing.remove(which);
  };
  const tick = (id: string): void => {
    const next = new Set(tickedIds);
    if (!next.delete(id)) next.add(id);
    setTickedIds(next);
  };

  const keyDown = (entry: InboxEntry, event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onRow = event.target === event.currentTarget;
    if (/^[1-5]$/u.test(event.key)) {
      event.preventDefault();
      void fileAll(ticked.length > 0 ? ticked : [entry], event.key);
      return;
    }
    switch (event.key) {
      case "ArrowDown":
        event.preventDefault();
        goTo(at + 1);
        return;
      case "ArrowUp":
        event.preventDefault();
        goTo(at - 1);
        return;
      case "Home":
      case "End":
        event.preventDefault();
        goTo(event.key === "Home" ? 0 : entries.length - 1);
        return;
      case "Escape":
        setTickedIds(new Set());
        return;
      case "Delete":
        if (onRow) void removeAll(ticked.length > 0 ? ticked : [entry]);
        return;
      case " ":
        if (!onRow) return;
        event.preventDefault();
        tick(entry.id);
    }
  };

  const actsFor = (entry: InboxEntry): RowActs => ({
    tick: () => tick(entry.id),
    file: (category) => void fileAll([entry], String(category)),
    remove: () => void removeAll([entry]),
    retry: canRetry(entry) ? () => void source?.retry(entry.id) : undefined,
    keepAnyway: canKeepAnyway(entry) ? () => void source?.keepAnyway(entry.id) : undefined,
    cancel: isFetching(entry) ? () => void source?.cancel(entry.id) : undefined,
    focus: () => setCurrentId(entry.id),
    keyDown: (event) => keyDown(entry, event),
  });
  const rows = (some: readonly InboxEntry[]) =>
    some.map((entry) => (
      <InboxRow
        key={entry.id}
        entry={entry}
        current={entry.id === current?.id}
        ticked={tickedIds.has(entry.id)}
        acts={actsFor(entry)}
      />
    ));

  return (
    <>
      <div
        className={css.rows}
        role="grid"
        aria-label={words.listHead}
        aria-multiselectable="true"
        ref={grid}
      >
        {content.unfiled.length === 0 ? null : (
          <div role="rowgroup" aria-label={words.unfiled(content.unfiled.length)}>
            {rows(content.unfiled)}
          </div>
        )}
        {content.onTheWay.length === 0 ? null : (
          <div role="rowgroup" aria-label={words.onTheWay(content.onTheWay.length)}>
            <p className={css.group} role="presentation">
              {source?.handover === undefined
                ? words.onTheWay(content.onTheWay.length)
                : words.handing(content.onTheWay.length)}
            </p>
            {rows(content.onTheWay)}
          </div>
        )}
      </div>
      {ticked.length === 0 ? null : (
        <SelectionBar
          ticked={ticked}
          file={(category) => void fileAll(ticked, String(category))}
          remove={() => void removeAll(ticked)}
          clear={() => setTickedIds(new Set())}
        />
      )}
    </>
  );
};
