import { type Courseware, isListed } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import { itemsOfSavedFilter, savedFiltersOf } from "@dianbo/shared/library-filter";
import type { ProposalConditions } from "@dianbo/shared/menu-proposal";
import type { SearchIndex } from "@dianbo/shared/search";
import { Shuffle } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useWishes } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./compose.module.css";
import { ComposeConditions, type Pool } from "./compose-conditions.tsx";
import { ComposeProposal } from "./compose-proposal.tsx";
import { proposalFacts } from "./proposal-facts.ts";
import { useProposal } from "./use-proposal.ts";

/** So many minutes under the session still count as full. */
export const TOLERANCE = 2;

/** The pools to choose from, and how to open one. */
const usePools = (): {
  readonly pools: readonly Pool[];
  open(id: Pool["id"]): readonly Courseware[];
} => {
  const { compose: words } = useWords().setMenus;
  const { clock } = useDependencies();
  const snapshot = useSnapshot();
  const { site } = useIdentity();
  const { items, records } = snapshot;
  const saved = useMemo(() => savedFiltersOf(records.values(), site).filters, [records, site]);
  const all = useMemo(
    () => [...items.values()].filter((item) => isListed(item) && item.category != null),
    [items],
  );
  const open = (id: Pool["id"]): readonly Courseware[] => {
    const chosen = saved.find((one) => one.id === id);
    return chosen === undefined ? all : itemsOfSavedFilter(snapshot, chosen.filter, clock.now());
  };
  return {
    pools: [
      { id: undefined, name: words.poolAll(all.length) },
      ...saved.map(({ id, name }) => ({ id, name: words.poolFilter(name, open(id).length) })),
    ],
    open,
  };
};

/** 配餐: conditions and, beside or below them, the proposal; one act takes it. */
export const ComposePanel = ({
  index,
  first,
  mustPlay,
  activities,
  beside,
  takeNote,
  take,
}: {
  readonly index: SearchIndex;
  /** The conditions to begin with. */
  readonly first: Omit<ProposalConditions, "tolerance">;
  readonly mustPlay: readonly Courseware[];
  /** Minutes of activities, already taken off the conditions' minutes. */
  readonly activities: number;
  /** Conditions left and proposal right, or one above the other. */
  readonly beside: boolean;
  readonly takeNote: string;
  readonly take: (
    items: readonly RecordId[],
    conditions: ProposalConditions,
  ) => Promise<string | undefined>;
}) => {
  const { compose: words } = useWords().setMenus;
  const { clock, random } = useDependencies();
  const snapshot = useSnapshot();
  const { rows } = useWishes();
  const { pools, open } = usePools();
  const [pool, setPool] = useState<Pool["id"]>();
  const [seed] = useState(() => Math.floor(random() * 1_000_000));
  const [said, say] = useState("");
  const work = useProposal({
    pool: () => open(pool),
    facts: () => proposalFacts(snapshot, rows, clock),
    mustPlay,
    first: { ...first, tolerance: TOLERANCE },
    seed,
  });
  const { proposal, conditions } = work;

  // Another pool is another draw; the first one was drawn already.
  const drawnFrom = useRef(pool);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another pool calls for a new draw
  useEffect(() => {
    if (drawnFrom.current === pool) return;
    drawnFrom.current = pool;
    work.choose({});
  }, [pool]);

  // What was deleted while the proposal lay here is not taken.
  const ids = proposal.slots.flatMap(({ item }) => {
    const now = snapshot.items.get(item.id);
    return now !== undefined && isListed(now) ? [item.id] : [];
  });

  return (
    <div className={beside ? css.beside : css.stacked}>
      <ComposeConditions
        work={work}
        index={index}
        pools={pools}
        pool={pool}
        folded={!beside}
        setPool={(id) => {
          say("");
          setPool(id);
        }}
      />
      <div className={css.right}>
        <ComposeProposal work={work} activities={activities} wide={beside} said={said} say={say} />
        <div className={css.foot}>
          <div className="row">
            <Button
              look="go"
              className="grow"
              disabled={ids.length === 0}
              onClick={() => {
                void take(ids, conditions).then((sentence) => say(sentence ?? ""));
              }}
            >
              {words.take}
            </Button>
            <Button
              icon={<Icon of={Shuffle} />}
              onClick={() => {
                say("");
                work.again();
              }}
            >
              {words.again}
            </Button>
          </div>
          <p className="hint">{takeNote}</p>
        </div>
      </div>
    </div>
  );
};
