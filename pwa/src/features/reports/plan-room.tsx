import { figuresOf, paceOf, proposePlan } from "@dianbo/shared/report";
import { ok } from "@dianbo/shared/result";
import { addPlanRows } from "@dianbo/shared/session";
import { ArrowLeft, CalendarPlus } from "lucide-react";
import { useMemo, useState } from "react";
import { useDependencies, useSnapshot } from "../../app/library-context.tsx";
import { usePreferences } from "../../app/preferences.tsx";
import { useReportBench } from "../../app/reports/use-reports.ts";
import { useSchedule } from "../../app/site-records.ts";
import { useSiteTargets } from "../../app/site-target.ts";
import { useAct } from "../../app/use-act.ts";
import { groupOf, useStandings } from "../../app/use-standings.ts";
import { Button } from "../../design/button.tsx";
import { monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { planProposal as english } from "../../locales/en/plan-proposal.ts";
import { planProposal } from "../../locales/zh-CN/plan-proposal.ts";
import { heldByCategory, type PlanDraft, readPlanDraft, startDrafts } from "./plan-draft.ts";
import css from "./plan-room.module.css";
import { PlanRowFields } from "./plan-row-fields.tsx";

/** The words of this room. */
export type PlanWords = typeof planProposal;

/** Next year's plan, proposed from a year's books: looked through, changed, then put into the study plan as one step. */
export const PlanRoom = ({ year }: { readonly year: number }) => {
  const { language } = usePreferences();
  const words: PlanWords = language === "en" ? english : planProposal;
  const { newId } = useDependencies();
  const { items } = useSnapshot();
  const { plans } = useSchedule();
  const { targets } = useSiteTargets();
  const { act } = useAct();
  const standings = useStandings();
  const bench = useReportBench();
  const figures = useMemo(() => figuresOf(bench, { type: "year", year }), [bench, year]);
  const facts = {
    year,
    figures,
    target: targets.showings,
    wishes: standings
      .filter(({ standing }) => groupOf(standing) === "waiting")
      .map(({ row: { id, text, count } }) => ({ id, text, count })),
    held: heldByCategory(items.values()),
    plans,
    language,
  };
  // What is typed is not thrown away by a change elsewhere: the proposal is made once.
  const [drafts, setDrafts] = useState<readonly PlanDraft[]>(() => startDrafts(proposePlan(facts)));
  const [said, setSaid] = useState<{ readonly good: boolean; readonly words: string }>();
  const pace = paceOf(facts);
  const wanted = drafts.filter(({ take }) => take);
  const change = (key: string, part: Partial<PlanDraft>): void => {
    setSaid(undefined);
    setDrafts((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  };
  const takeAll = async (): Promise<void> => {
    const rows = wanted.map(readPlanDraft);
    const wrong = rows.indexOf(undefined);
    if (wrong !== -1) {
      return setSaid({ good: false, words: words.bad(wanted[wrong]?.topic ?? "") });
    }
    const fit = rows.flatMap((row) => row ?? []);
    const kept = await act(() => ok(addPlanRows(fit, newId)));
    setSaid({ good: kept, words: kept ? words.taken(fit.length) : words.notKept });
    if (kept)
      setDrafts((all) => all.map((one) => ({ ...one, take: false, held: one.held || one.take })));
  };
  const months = [...new Set(drafts.map(({ month }) => month))];
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <a className="btn text" href={`#/reports/${year}`} aria-label={words.back}>
          <Icon of={ArrowLeft} />
        </a>
        <h1>{words.title(year + 1)}</h1>
        <a className="btn end" href="#/schedule?view=plan">
          {words.toPlan}
        </a>
      </div>
      <p className="small">{words.lede}</p>
      <p className={css.pace}>
        {pace.type === "first" ? words.pace.first : words.pace[pace.type](pace.sessions, pace.real)}
      </p>
      <div className={css.months}>
        {months.map((month) => (
          <section key={month} className="sheet" aria-labelledby={`plan-${month}`}>
            <h2 id={`plan-${month}`}>{monthInWords(month)}</h2>
            <ul>
              {drafts
                .filter((draft) => draft.month === month)
                .map((draft) => (
                  <PlanRowFields
                    key={draft.key}
                    draft={draft}
                    words={words}
                    change={(part) => change(draft.key, part)}
                  />
                ))}
            </ul>
          </section>
        ))}
      </div>
      <div className={css.foot}>
        <Button
          look="go"
          icon={<Icon of={CalendarPlus} />}
          disabled={wanted.length === 0}
          onClick={() => void takeAll()}
        >
          {words.take(wanted.length)}
        </Button>
        <span role="status" className={said?.good === true ? "st ok" : undefined}>
          {said?.good === true ? said.words : wanted.length === 0 ? words.nothing : ""}
        </span>
        <span role="alert">{said?.good === false ? said.words : ""}</span>
      </div>
    </main>
  );
};
