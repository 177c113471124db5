import type { RecordId } from "@dianbo/shared/identity";
import {
  BRANCH_TARGETS,
  type BranchTargetName,
  TARGET_LIMITS,
  type TargetName,
} from "@dianbo/shared/ledger";
import { type Figures, figuresOf, type ReportBench, yearOf } from "@dianbo/shared/report";
import { monthOf } from "@dianbo/shared/session";
import { useState } from "react";
import { useReportWords } from "../../app/reports/report-words.ts";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { useDownloadTarget, useSiteTargets } from "../../app/site-target.ts";
import css from "./reports.module.css";

/** One figure that may be empty; kept when one leaves it or presses Enter. */
const Figure = ({
  name,
  unit,
  most,
  value,
  stands,
  set,
  label,
}: {
  readonly name: string;
  /** What a reader says, where the name alone does not tell. */
  readonly label?: string | undefined;
  readonly unit: string;
  readonly most: number;
  readonly value: number | undefined;
  /** How things stand against it. */
  readonly stands: string;
  readonly set: (value: number | undefined) => Promise<boolean>;
}) => {
  const words = useReportWords();
  const [typed, setTyped] = useState<string>();
  const [failed, setFailed] = useState(false);
  const keep = async (): Promise<void> => {
    if (typed === undefined) return;
    const figure = typed.trim() === "" ? undefined : Number(typed);
    if (figure !== undefined && !(figure >= 1)) {
      setTyped(undefined);
      return;
    }
    const kept = await set(figure);
    setFailed(!kept);
    if (kept) setTyped(undefined);
  };
  return (
    <li className={css.target}>
      <label className="grow">
        <span className={css.targetName}>
          <b>{name}</b>
          <span className="small">{stands}</span>
        </span>
        <input
          type="number"
          aria-label={label}
          inputMode="numeric"
          min={1}
          max={most}
          value={typed ?? value ?? ""}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void keep()}
          onKeyDown={(event) => {
            if (event.key === "Enter") void keep();
          }}
        />
        <span className={css.unit}>{unit}</span>
      </label>
      {failed ? <span role="alert">{words.notKept}</span> : null}
    </li>
  );
};

/** What the site and its branches mean to reach, each beside how it stands now. */
export const TargetsSheet = ({ bench }: { readonly bench: ReportBench }) => {
  const words = useReportWords();
  const { date: today } = useSiteTime();
  const { branches } = useSchedule();
  const { targets, set, setBranch } = useSiteTargets();
  const downloads = useDownloadTarget();
  const month = figuresOf(bench, { type: "month", month: monthOf(today) });
  const year = figuresOf(bench, yearOf(monthOf(today)));
  const week = year.weeks.find(({ open }) => open);
  const stands = (done: number, target: number | undefined, unit: string): string =>
    target === undefined ? words.standsNoTarget(done, unit) : words.stands(done, target, unit);
  const doneBy = (id: RecordId, target: BranchTargetName): number => {
    const of = ({ branches: all }: Figures) => all.find(({ branch }) => branch === id);
    switch (target) {
      case "showings":
        return of(month)?.showings ?? 0;
      case "training":
        return of(month)?.training ?? 0;
      case "hours":
        return Math.floor((of(year)?.minutes ?? 0) / 6) / 10;
    }
  };
  const row = (name: Exclude<TargetName, "downloadDays" | "reportDay">, done: number) => (
    <Figure
      {...words.targetRows[name]}
      most={TARGET_LIMITS[name]}
      value={targets[name]}
      stands={stands(done, targets[name], words.targetRows[name].unit)}
      set={(value) => set(name, value)}
    />
  );
  return (
    <section className={`sheet ${css.shelf ?? ""}`} aria-labelledby="reports-targets">
      <h2 id="reports-targets">{words.targets}</h2>
      <p className={`small ${css.lede ?? ""}`}>{words.targetsLede}</p>
      <ul>
        {row("showings", month.showings)}
        {row("training", month.training)}
        {row("hours", Math.floor(year.minutes / 6) / 10)}
        <Figure
          {...words.targetRows.downloadDays}
          most={TARGET_LIMITS.downloadDays}
          value={downloads.days}
          stands={stands(week?.days ?? 0, downloads.days, words.targetRows.downloadDays.unit)}
          set={async (value) => {
            if (value !== undefined) downloads.set(value);
            return true;
          }}
        />
        <Figure
          {...words.targetRows.reportDay}
          most={TARGET_LIMITS.reportDay}
          value={targets.reportDay}
          stands=""
          set={(value) => set("reportDay", value)}
        />
      </ul>
      <h3 className={css.branchHead}>{words.branchTargets}</h3>
      {branches.length === 0 ? <p className={css.none}>{words.noBranches}</p> : null}
      {branches.map(({ id, name }) => (
        <fieldset key={id} className={css.branch}>
          <legend>{name}</legend>
          <ul>
            {BRANCH_TARGETS.map((target) => {
              const { name: row, unit } = words.branchRows[target];
              return (
                <Figure
                  key={target}
                  name={row}
                  label={words.branchTarget(name, row)}
                  unit={unit}
                  most={TARGET_LIMITS[target]}
                  value={targets.branches.get(id)?.[target]}
                  stands={stands(doneBy(id, target), targets.branches.get(id)?.[target], unit)}
                  set={(value) => setBranch(id, target, value)}
                />
              );
            })}
          </ul>
        </fieldset>
      ))}
    </section>
  );
};
