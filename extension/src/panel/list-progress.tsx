import { Button } from "@dianbo/pwa/design/button.tsx";
import { builtInRules } from "@dianbo/shared/portal-rule";
import { ListChecks, TriangleAlert } from "lucide-react";
import type { ListedItem, ListQueue } from "../inbox/index.ts";
import { askSiteLeave, sitesToAsk, wakeClerk } from "../list-clipping/index.ts";
import { useListWords } from "../locales/index.ts";
import styles from "./list-panel.module.css";
import { openApp } from "./open-app.ts";

/** How far the items of one stroke are. */
export interface BatchState {
  readonly batch: string;
  readonly all: number;
  readonly waiting: number;
  readonly kept: number;
  readonly held: number;
  readonly failed: readonly ListedItem[];
}

/** The state of the batch that came last; `undefined` where nothing was ticked. */
export const lastBatch = (items: readonly ListedItem[]): BatchState | undefined => {
  const batch = items.at(-1)?.batch;
  if (batch === undefined) return undefined;
  const own = items.filter((item) => item.batch === batch);
  const count = (state: ListedItem["state"]["state"]): number =>
    own.filter((item) => item.state.state === state).length;
  return {
    batch,
    all: own.length,
    waiting: count("waiting"),
    kept: count("kept"),
    held: count("held"),
    failed: own.filter(({ state }) => state.state === "failed"),
  };
};

/** One line above the foot of any page's panel while a list is being kept. */
export const QueueLine = ({ items }: { readonly items: readonly ListedItem[] }) => {
  const words = useListWords();
  const batch = lastBatch(items);
  if (batch === undefined || batch.waiting === 0) return null;
  return (
    <p className={`hint ${styles.behind}`}>
      <ListChecks className="i" aria-hidden="true" size={16} strokeWidth={1.75} />
      <span className="n">{words.behind(batch.all - batch.waiting, batch.all)}</span>
    </p>
  );
};

const Failed = ({ item }: { readonly item: ListedItem }) => {
  const words = useListWords();
  return (
    <li className={styles.failed}>
      <TriangleAlert className="i" aria-hidden="true" size={18} strokeWidth={1.75} />
      <div className="grow">
        <div className={`clip ${styles.title}`} title={item.link.title}>
          {item.link.title}
        </div>
        <div className={styles.facts}>
          {item.state.state === "failed" ? words.failures[item.state.reason] : null}
        </div>
      </div>
    </li>
  );
};

/** Leave that a crash made the browser forget is asked for in the same stroke. */
const tryAgain = (failed: readonly ListedItem[], retry: () => Promise<void>): void => {
  const leave = askSiteLeave(
    sitesToAsk(
      failed.map(({ link }) => link),
      builtInRules(),
    ),
  );
  void leave.then(retry).then(wakeClerk);
};

/** What was queued, being kept item by item; those that failed are named with the reason. */
export const ListProgress = ({
  state,
  queue,
  onDone,
}: {
  readonly state: BatchState;
  readonly queue: ListQueue;
  readonly onDone: () => void;
}) => {
  const words = useListWords();
  const { batch, all, waiting, kept, held, failed } = state;
  const isWorking = waiting > 0;
  return (
    <div className={styles.progress}>
      <h2 aria-live="polite">
        {isWorking
          ? words.progress(all - waiting, all)
          : failed.length === 0
            ? words.finished(kept + held)
            : words.finishedWith(kept + held, failed.length)}
      </h2>
      {isWorking ? (
        <progress
          className={styles.bar}
          max={all}
          value={all - waiting}
          aria-label={words.progress(all - waiting, all)}
        />
      ) : null}
      {isWorking ? <p>{words.working}</p> : null}
      {held > 0 ? <p>{words.alreadyHeld(held)}</p> : null}
      {failed.length === 0 ? null : (
        <ul className={styles.failures}>
          {failed.map((item) => (
            <Failed key={item.id} item={item} />
          ))}
        </ul>
      )}
      <div className={styles.acts}>
        {isWorking ? (
          <Button onClick={() => void queue.cancel(batch)}>{words.stop}</Button>
        ) : (
          <Button onClick={onDone}>{words.done}</Button>
        )}
        <Button look="text" onClick={() => openApp("/downloads")}>
          {words.toDownloads}
        </Button>
        {!isWorking && failed.length > 0 ? (
          <Button onClick={() => tryAgain(failed, () => queue.retry(batch))}>{words.retry}</Button>
        ) : null}
      </div>
    </div>
  );
};
