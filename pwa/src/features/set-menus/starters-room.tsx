import { minutesSchema } from "@dianbo/shared/clock";
import { isListed } from "@dianbo/shared/courseware";
import { proposeMenu, STARTERS, type Starter } from "@dianbo/shared/menu-proposal";
import { createFilledMenu, type MenuLine } from "@dianbo/shared/set-menu";
import { Shuffle } from "lucide-react";
import * as v from "valibot";
import { useDependencies } from "../../app/library-context.tsx";
import { useWishes } from "../../app/site-records.ts";
import { BackLink } from "../../design/back-link.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { DigitBlock } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import type { LibrarySnapshot } from "../../storage/index.ts";
import { TOLERANCE } from "./compose-panel.tsx";
import { proposalFacts } from "./proposal-facts.ts";
import css from "./set-menus-room.module.css";
import { useAct } from "./use-act.ts";

/** The ten starters: a menu with name, audience, minutes and notes, its items chosen by hand or composed. */
export const StartersRoom = () => {
  const { setMenus: words } = useWords();
  const { newId, random, clock } = useDependencies();
  const { rows } = useWishes();
  const acting = useAct();

  const linesOf = (starter: Starter, snapshot: LibrarySnapshot, composed: boolean): MenuLine[] => {
    const { activity } = starter;
    const talk: MenuLine[] =
      activity === undefined
        ? []
        : [
            {
              activity: {
                name: words.starterActivities[activity.name],
                minutes: v.parse(minutesSchema, activity.minutes),
              },
            },
          ];
    if (!composed) return talk;
    const { slots } = proposeMenu(
      [...snapshot.items.values()].filter((item) => isListed(item) && item.category != null),
      {
        minutes: starter.minutes - (activity?.minutes ?? 0),
        tolerance: TOLERANCE,
        categories: starter.categories,
        audience: starter.audience,
        words: starter.words,
        first: ["wished", "never-played"],
        restWeeks: 4,
      },
      proposalFacts(snapshot, rows, clock),
      [],
      Math.floor(random() * 1_000_000),
    );
    return [...slots.map(({ item }): MenuLine => ({ item: item.id })), ...talk];
  };

  const make = async (starter: Starter, composed: boolean): Promise<void> => {
    const { name, audience, occasion, before, during, after } = words.starters[starter.id];
    let made: string | undefined;
    const kept = await acting.act(({ snapshot }) => {
      const created = createFilledMenu(
        {
          name,
          audience,
          occasion,
          sessionMinutes: v.parse(minutesSchema, starter.minutes),
          noteBefore: before,
          noteDuring: during,
          noteAfter: after,
        },
        linesOf(starter, snapshot, composed),
        [...snapshot.menus.values()],
        { newId, random },
      );
      made = created.id;
      return created.changes;
    });
    if (kept && made !== undefined) location.hash = `#/set-menus/${made}`;
  };

  return (
    <main className="main">
      <div className="head">
        <BackLink to="#/set-menus" name={words.back} />
        <h1>{words.startersTitle}</h1>
      </div>
      {acting.problem === undefined ? null : (
        <p className="note bad" role="alert">
          {acting.problem}
        </p>
      )}
      <section className={`sheet ${css.list ?? ""}`} aria-label={words.startersTitle}>
        <p className={css.lead}>{words.startersLead}</p>
        <ul>
          {STARTERS.map((starter) => {
            const { name, audience, occasion } = words.starters[starter.id];
            return (
              <li key={starter.id} className={css.menu}>
                <span className={css.starter}>
                  <span className={css.name}>
                    <b className="clip">{name}</b>
                    <span className="small clip">{`${audience} · ${occasion}`}</span>
                  </span>
                  <span className={`row ${css.shelves ?? ""}`}>
                    {starter.categories.map((category) => (
                      <DigitBlock key={category} digit={category} />
                    ))}
                  </span>
                  <span className={`dim ${css.talk ?? ""}`}>
                    {starter.activity === undefined
                      ? ""
                      : `${words.starterActivities[starter.activity.name]} ${words.minutes(starter.activity.minutes)}`}
                  </span>
                  <b className={`n ${css.total ?? ""}`}>{words.minutes(starter.minutes)}</b>
                </span>
                <Button
                  icon={<Icon of={Shuffle} size={18} />}
                  aria-label={words.starterFilledLabel(name)}
                  onClick={() => void make(starter, true)}
                >
                  {words.starterFill}
                </Button>
                <Button
                  look="text"
                  className="quiet"
                  aria-label={words.starterEmptyLabel(name)}
                  onClick={() => void make(starter, false)}
                >
                  {words.starterEmpty}
                </Button>
              </li>
            );
          })}
        </ul>
      </section>
    </main>
  );
};
