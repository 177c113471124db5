import { civilDateOf } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import type { SharedNumber } from "@dianbo/shared/programme";
import { type KeyboardEvent, useMemo } from "react";
import { useDependencies, useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Button, Key } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords, type Words } from "../../locales/index.ts";
import { numberBookOf } from "../../storage/index.ts";
import { type NumberSide, numberSides } from "./number-sides.ts";
import css from "./settle.module.css";

/** What a person said of a number that several items go by. */
export type NumberChoice =
  | { readonly type: "keeper"; readonly id: RecordId }
  | { readonly type: "both" }
  | { readonly type: "later" };

/** Where the number has been told, in words: printed, written, played, told otherwise, or nowhere. */
const toldInWords = (
  { post, told }: NumberSide,
  words: Words["settle"],
  today: string,
): readonly string[] => {
  const { editions, byHand, plays, lastPlayed, otherwise } = told;
  return [
    ...(post === undefined ? [] : [words.givenBy(post)]),
    ...(editions.length === 0 ? [] : [words.printedIn(editions)]),
    ...(byHand ? [words.writtenIn] : []),
    ...(plays === 0 || lastPlayed === undefined
      ? []
      : [words.playedLast(plays, dayInWords(civilDateOf(lastPlayed), today))]),
    ...(otherwise ? [words.toldOtherwise] : []),
    ...(editions.length === 0 && !byHand ? [words.notPrinted] : []),
  ];
};

const SideOf = ({
  side,
  place,
  number,
  choose,
}: {
  readonly side: NumberSide;
  readonly place: number;
  readonly number: number;
  readonly choose: (choice: NumberChoice) => void;
}) => {
  const { settle: words } = useWords();
  const { date } = useSiteTime();
  const { item, suggested, others } = side;
  return (
    <button
      type="button"
      className={`${css.side} ${suggested ? css.shown : ""}`}
      onClick={() => choose({ type: "keeper", id: item.id })}
    >
      <span className="row">
        <b className={css.value}>{item.title}</b>
        {place > 1 ? null : (
          <span className="end">
            <Key>{place === 0 ? "←" : "→"}</Key>
          </span>
        )}
      </span>
      <span className="small">{toldInWords(side, words, date).join(words.between)}</span>
      <span className={css.outcome}>
        {words.keepsNumber(number, suggested)}
        {[...others.values()].map((other) => (
          <span key={other} className="row">
            {words.otherGets} <NumberTag number={other} />
          </span>
        ))}
      </span>
    </button>
  );
};

/** Two items that go by one number: where each was printed and played, and who is to keep it. */
export const NumberCard = ({
  shared,
  choose,
}: {
  readonly shared: SharedNumber;
  readonly choose: (choice: NumberChoice) => void;
}) => {
  const { settle: words } = useWords();
  const snapshot = useSnapshot();
  const { site, device } = useIdentity();
  const { newId } = useDependencies();
  const sides = useMemo(
    () => numberSides(shared, snapshot, site, numberBookOf(snapshot, device), newId),
    [shared, snapshot, site, device, newId],
  );
  const title = words.allCalled(shared.items.length, shared.number);
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const place = event.key === "ArrowLeft" ? 0 : event.key === "ArrowRight" ? 1 : undefined;
    const side = place === undefined ? undefined : sides[place];
    const choice: NumberChoice | undefined =
      event.key.toLowerCase() === "b"
        ? { type: "both" }
        : side === undefined
          ? undefined
          : { type: "keeper", id: side.item.id };
    if (choice === undefined) return;
    event.preventDefault();
    choose(choice);
  };
  return (
    <section className={`sheet ${css.card}`} aria-label={title} onKeyDown={press}>
      <div className={`row ${css.head}`}>
        <NumberTag number={shared.number} />
        <h2 className="clip">{title}</h2>
        <span className="end small">{words.bothTold}</span>
      </div>
      <div className={css.body}>
        <div className={css.sides}>
          {sides.map((side, place) => (
            <SideOf key={side.item.id} {...{ side, place, choose }} number={shared.number} />
          ))}
        </div>
        <div className={css.ways}>
          <p className="small">{words.numberNote(shared.number)}</p>
          <Button onClick={() => choose({ type: "both" })}>
            {words.bothKeep(shared.items.length)} <Key>B</Key>
          </Button>
          <Button
            look="text"
            aria-label={words.laterOf(title)}
            onClick={() => choose({ type: "later" })}
          >
            {words.later}
          </Button>
        </div>
      </div>
    </section>
  );
};
