import type { Slot } from "@dianbo/shared/menu-proposal";
import { Lock, LockOpen, Shuffle, TriangleAlert } from "lucide-react";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./compose.module.css";
import { MinutesBar } from "./minutes-bar.tsx";
import { fullnessInWords, reasonInWords, replacedInWords } from "./reason-words.ts";
import { timesOfSlots } from "./slot-times.ts";
import type { ProposalAtWork } from "./use-proposal.ts";

/** Two reasons are read, five are not. */
const REASONS = 2;

const SlotRow = ({
  slot,
  place,
  work,
  say,
}: {
  readonly slot: Slot;
  readonly place: number;
  readonly work: ProposalAtWork;
  readonly say: (sentence: string) => void;
}) => {
  const { compose: words, minutes } = useWords().setMenus;
  const { item, reasons } = slot;
  const must = reasons[0]?.type === "must-play";
  const locked = must || work.isLocked(item.id);
  const replaced = work.replacedBy(item.id);
  return (
    <li className={css.slot}>
      {item.number == null ? null : <NumberTag number={item.number} size="s" />}
      <span className={css.what}>
        <span className={css.title}>{item.title}</span>
        <span className="small">
          {reasons
            .slice(0, REASONS)
            .map((reason) => reasonInWords(reason, words))
            .join(words.between)}
          {replaced === undefined ? null : (
            <>
              {words.between}
              <mark>{replacedInWords(replaced, words)}</mark>
            </>
          )}
        </span>
      </span>
      <span className={`n dim ${css.length ?? ""}`}>{minutes(item.minutes ?? 0)}</span>
      {must ? null : (
        <span className={css.acts}>
          <button
            type="button"
            aria-pressed={locked}
            aria-label={words.lock(item.title)}
            onClick={() => work.toggleLock(item.id)}
          >
            <Icon of={locked ? Lock : LockOpen} size={16} />
            {words.lockShort}
          </button>
          {locked ? null : (
            <button
              type="button"
              aria-label={words.redraw(item.title)}
              onClick={() => {
                const now = work.redraw(place);
                say(
                  now === undefined
                    ? words.noOther(item.title)
                    : words.redrawn(item.title, now.title),
                );
              }}
            >
              <Icon of={Shuffle} size={16} />
              {words.redrawShort}
            </button>
          )}
        </span>
      )}
    </li>
  );
};

/** The proposal: how full, as lengths, and place by place with its reasons. */
export const ComposeProposal = ({
  work,
  activities,
  wide,
  said,
  say,
}: {
  readonly work: ProposalAtWork;
  /** Minutes of the menu's activities, kept free. */
  readonly activities: number;
  /** With room for the numbers in the bar. */
  readonly wide: boolean;
  /** What just happened to one place. */
  readonly said: string;
  readonly say: (sentence: string) => void;
}) => {
  const { compose: words, minutesUnit } = useWords().setMenus;
  const { proposal, conditions } = work;
  const { short, long } = fullnessInWords(proposal, words);
  const { noMinutes, resting } = proposal.leftOut;
  const asides = [
    activities > 0 ? words.activities(activities) : undefined,
    resting > 0 ? words.resting(resting) : undefined,
    noMinutes > 0 ? words.noMinutes(noMinutes) : undefined,
  ].filter((aside) => aside !== undefined);
  return (
    <section className={css.proposal} aria-label={words.proposal}>
      <div className={css.figure}>
        <h3>{words.proposal}</h3>
        <output className="end">
          <b className="n">{proposal.minutes}</b> {minutesUnit}
          {short === "" ? null : <span className={css.short}>{short}</span>}
        </output>
      </div>
      <MinutesBar times={timesOfSlots(proposal.slots, conditions.minutes)} small={!wide} />
      {long === undefined ? null : (
        <p className="st warn small">
          <Icon of={TriangleAlert} size={18} />
          <span className={css.long}>{long}</span>
        </p>
      )}
      <ol className={css.slots}>
        {proposal.slots.map((slot, place) => (
          <SlotRow key={slot.item.id} slot={slot} place={place} work={work} say={say} />
        ))}
      </ol>
      <p className="small" role="status">
        {said}
      </p>
      {asides.length === 0 ? null : <p className="hint">{asides.join("")}</p>}
    </section>
  );
};
