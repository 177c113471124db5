import { Button, Key } from "@dianbo/pwa/design/button.tsx";
import type { CategoryHabit, FiledTitle } from "@dianbo/shared/category";
import { civilDateOf } from "@dianbo/shared/clock";
import { builtInRules, type PortalRule } from "@dianbo/shared/portal-rule";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { ClipDesk } from "../clipping/clip-desk.ts";
import { readFiledTitles, readHabits } from "../clipping/filing-habits.ts";
import { rulesInForce } from "../clipping/rules-in-force.ts";
import { askSiteLeave, queueList, sitesToAsk, sitesWithoutLeave } from "../list-clipping/index.ts";
import { useListWords } from "../locales/index.ts";
import panelStyles from "./clip-panel.module.css";
import { AllTick, FileAll, Turner } from "./list-choices.tsx";
import styles from "./list-panel.module.css";
import { ListProgress, lastBatch } from "./list-progress.tsx";
import { ListRows } from "./list-rows.tsx";
import { Tick } from "./tick.tsx";
import { type HeldLink, useHeldLinks } from "./use-held-links.ts";
import type { PanelList } from "./use-list.ts";
import type { PanelQueue } from "./use-queue.ts";
import { useStrokes } from "./use-strokes.ts";
import { useTicks } from "./use-ticks.ts";

/** Where the stroke stands that queues what is ticked. */
type Stroke = "open" | "saving" | "refused" | "not-queued" | "queued";

const NOTHING_HELD: ReadonlyMap<string, HeldLink> = new Map();

/** What the stroke builds on, read before it: after it nothing may be awaited. */
interface Before {
  readonly habits: readonly CategoryHabit[];
  readonly filed: readonly FiledTitle[];
  readonly rules: readonly PortalRule[];
}

const useBefore = (): Before => {
  const [before, setBefore] = useState<Before>({ habits: [], filed: [], rules: builtInRules() });
  useEffect(() => {
    void Promise.all([readHabits(), readFiledTitles(), rulesInForce()]).then(
      ([habits, filed, rules]) => setBefore({ habits, filed, rules }),
    );
  }, []);
  return before;
};

const useSitesToAsk = (sites: readonly string[], stroke: Stroke): readonly string[] => {
  const [missing, setMissing] = useState<readonly string[]>([]);
  const key = sites.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a stroke the leave is looked up again.
  useEffect(() => {
    let stopped = false;
    void sitesWithoutLeave(key === "" ? [] : key.split(" ")).then((found) => {
      if (!stopped) setMissing(found);
    });
    return () => {
      stopped = true;
    };
  }, [key, stroke]);
  return missing;
};

/**
 * A portal's list to pick from: ticks, one stroke of category for all, how many pages, then 「存下 25 条」.
 * It fills the frame by a function, because the frame is the panel's own.
 */
export const ListPanel = ({
  desk,
  list,
  column,
  queue,
  onJustLink,
  children,
}: {
  readonly desk: ClipDesk;
  readonly list: PanelList;
  /** The list's column, as the page names it. */
  readonly column: string | undefined;
  readonly queue: PanelQueue;
  readonly onJustLink: () => void;
  readonly children: (parts: {
    readonly body: ReactNode;
    readonly say: ReactNode;
    readonly foot: ReactNode;
  }) => ReactNode;
}) => {
  const words = useListWords();
  const { habits, filed, rules } = useBefore();
  const [stroke, setStroke] = useState<Stroke>("open");
  const [reviewed, setReviewed] = useState(false);
  const links = useMemo(() => {
    const all = list.pages.flatMap((page) => page.links);
    return [...new Map(all.map((link) => [link.url, link])).values()];
  }, [list.pages]);
  const held = useHeldLinks(links, queue.items, desk);
  const ticks = useTicks(links, held ?? NOTHING_HELD, column, { habits, filed });
  const open = ticks.rows.filter((row) => row.held === undefined);
  const ticked = open.filter((row) => row.ticked);
  const sites = useMemo(() => sitesToAsk(links, rules), [links, rules]);
  const toAsk = useSitesToAsk(sites, stroke);

  const save = (): void => {
    const { queue: store } = queue;
    if (ticked.length === 0 || stroke === "saving" || store === undefined) return;
    // The browser shows its question only in the very stroke: nothing may be awaited before it.
    const leave = askSiteLeave(sites);
    setStroke("saving");
    void leave.then(async (isGiven) => {
      if (!isGiven) return setStroke("refused");
      const url = list.pages[0]?.url ?? "";
      const { clock, newId } = desk;
      const queued = await queueList(ticked, { url, reviewed }, { queue: store, clock, newId });
      setStroke(queued.ok ? "queued" : "not-queued");
    });
  };
  const isPicking = stroke !== "queued";
  useStrokes({
    digit: (category) => {
      if (isPicking) ticks.fileAll(category);
    },
    enter: () => {
      if (isPicking) save();
    },
    undo: undefined,
  });
  const batch = lastBatch(queue.items);

  if (!isPicking && batch !== undefined && queue.queue !== undefined) {
    return children({
      body: <ListProgress state={batch} queue={queue.queue} onDone={() => setStroke("open")} />,
      say: null,
      foot: null,
    });
  }
  const heldCount = ticks.rows.length - open.length;
  return children({
    body: (
      <div className={styles.list}>
        <div className={styles.top}>
          <AllTick
            some={ticked.length > 0}
            all={open.length > 0 && ticked.length === open.length}
            onChange={ticks.tickAll}
          />
          <span className="end n dim">{words.counts(ticks.rows.length, heldCount)}</span>
        </div>
        {held === undefined ? null : (
          <ListRows
            rows={ticks.rows}
            today={civilDateOf(desk.clock.now())}
            onTick={ticks.tick}
            onCategory={ticks.file}
          />
        )}
        <Turner list={list} />
        <div className={styles.choices}>
          <FileAll onFile={ticks.fileAll} />
        </div>
      </div>
    ),
    say:
      stroke === "refused" ? (
        <p className="note bad">{words.refused}</p>
      ) : stroke === "not-queued" ? (
        <p className="note bad">{words.notQueued}</p>
      ) : list.failed ? (
        <p className="note warn">{words.notTurned}</p>
      ) : ticked.length > 0 && toAsk.length > 0 ? (
        <p className="hint">{words.asks(toAsk)}</p>
      ) : null,
    foot: (
      <>
        <Button
          look="go"
          className={panelStyles.wide ?? ""}
          aria-busy={stroke === "saving"}
          onClick={save}
        >
          {stroke === "saving"
            ? words.saving
            : ticked.length === 0
              ? words.nothingTicked
              : words.save(ticked.length)}
          {ticked.length === 0 || stroke === "saving" ? null : <Key>Enter</Key>}
        </Button>
        <div className={panelStyles.counts}>
          <Tick on={reviewed} onChange={setReviewed}>
            {words.reviewed}
          </Tick>
          <Button look="text" className={`end ${styles.link}`} onClick={onJustLink}>
            {words.justLink}
          </Button>
        </div>
      </>
    ),
  });
};
