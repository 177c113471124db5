import { ok } from "@dianbo/shared/result";
import { countAgain } from "@dianbo/shared/wish";
import { ChevronRight, Plus } from "lucide-react";
import { useState } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { useSiteTime, useWishes } from "../../app/site-records.ts";
import { useAct } from "../../app/use-act.ts";
import { groupOf, type StandingRow, type WishGroup } from "../../app/use-standings.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { Icon } from "../../design/icon.tsx";
import { TallyMarks } from "../../design/tally-marks.tsx";
import { useWords } from "../../locales/index.ts";
import { StandingLine } from "./standing-line.tsx";
import { WishActs } from "./wish-acts.tsx";
import styles from "./wishes.module.css";

/** How many rows are drawn at once; more come by a press. */
const PAGE = 100;

const GROUPS: readonly WishGroup[] = ["waiting", "answered", "declined"];

const Row = ({
  of,
  isOpen,
  toggle,
}: {
  readonly of: StandingRow;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}) => {
  const words = useWords().wishes;
  const { newId } = useDependencies();
  const { date } = useSiteTime();
  const { act } = useAct();
  const { row, standing } = of;
  return (
    <li className={`${styles.wish ?? ""} ${isOpen ? (styles.open ?? "") : ""}`}>
      <div className={styles.row}>
        <TallyMarks count={row.count} words={words.tally(row.count)} />
        <span className={`${isOpen ? "" : "clip"} ${styles.text ?? ""}`} title={row.text}>
          {row.text}
        </span>
        <StandingLine standing={standing} />
        <Button
          aria-label={words.againOf(row.text)}
          icon={<Icon of={Plus} size={16} />}
          onClick={() => void act(() => ok(countAgain(row, 1, date, newId)))}
        >
          1
        </Button>
        <Button
          look="text"
          aria-expanded={isOpen}
          aria-label={words.open(row.text)}
          onClick={toggle}
          className={styles.more}
        >
          <Icon of={ChevronRight} size={18} />
        </Button>
      </div>
      {isOpen ? <WishActs of={of} done={toggle} /> : null}
    </li>
  );
};

/** The tally: who waits, what was answered, what will not be shown. */
export const WishList = ({ rows }: { readonly rows: readonly StandingRow[] }) => {
  const words = useWords().wishes;
  const { book } = useWishes();
  const [group, setGroup] = useState<WishGroup>("waiting");
  const [open, setOpen] = useState<string>();
  const [limit, setLimit] = useState(PAGE);
  const counts = { waiting: 0, answered: 0, declined: 0 };
  for (const { standing } of rows) counts[groupOf(standing)] += 1;
  const shown = rows.filter(({ standing }) => groupOf(standing) === group);
  return (
    <section className={`sheet ${styles.list ?? ""}`} aria-label={words.list}>
      <div className="sh">
        <Choice
          name={words.list}
          options={GROUPS.map((value) => ({
            value,
            word: words.group(words.groups[value], counts[value]),
          }))}
          chosen={group}
          onChoose={(chosen) => {
            setGroup(chosen);
            setLimit(PAGE);
          }}
        />
      </div>
      {book.damaged.length === 0 ? null : (
        <p className={`note warn ${styles.refused ?? ""}`}>{words.damaged(book.damaged.length)}</p>
      )}
      {rows.length === 0 ? <p className={styles.empty}>{words.empty}</p> : null}
      {rows.length > 0 && shown.length === 0 ? (
        <p className={styles.empty}>{words.emptyGroup[group]}</p>
      ) : null}
      <ul>
        {shown.slice(0, limit).map((one) => (
          <Row
            key={one.row.id}
            of={one}
            isOpen={open === one.row.id}
            toggle={() => setOpen(open === one.row.id ? undefined : one.row.id)}
          />
        ))}
      </ul>
      {shown.length > limit ? (
        <p className={styles.rest}>
          <span className="small">{words.more(shown.length - limit)}</span>
          <Button onClick={() => setLimit(limit + PAGE)}>{words.showMore}</Button>
        </p>
      ) : null}
    </section>
  );
};
