import { overdueRolls } from "@dianbo/shared/roll-call";
import { TriangleAlert } from "lucide-react";
import { useSiteTime } from "../../app/site-records.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { PersonalProvider, usePersonal } from "./personal-context.tsx";
import { useRollCounts } from "./use-ledgers.ts";

const Due = () => {
  const words = useWords().today;
  const { date: today } = useSiteTime();
  const { rollDays, keepMonths } = usePersonal();
  const due = overdueRolls(
    rollDays.map((on) => ({ on })),
    today,
    keepMonths,
  ).length;
  return due === 0 ? null : (
    <p className="note warn">
      <Icon of={TriangleAlert} />
      <span className="grow">{words.namesDue(due, keepMonths)}</span>
      <a className="btn" href="#/ledgers/names">
        {words.namesLook}
      </a>
    </p>
  );
};

/**
 * The line on the start page: roll calls whose names have been kept as long as the site means to. It counts days
 * and knows no name; where no roll was ever called, the personal tables are not opened for it.
 */
export const NamesDueLine = () =>
  useRollCounts().length === 0 ? null : (
    <PersonalProvider waiting={null}>
      <Due />
    </PersonalProvider>
  );
