import { sumReport } from "@dianbo/shared/pre-flight";
import { menuOf, nextSession, type Session } from "@dianbo/shared/session";
import { byMenuNumber, isOffered, type SetMenu, timesOf } from "@dianbo/shared/set-menu";
import { Printer, RotateCw } from "lucide-react";
import { useSnapshot } from "../../app/library-context.tsx";
import { useSchedule, useSiteTime } from "../../app/site-records.ts";
import { BackLink } from "../../design/back-link.tsx";
import { Button } from "../../design/button.tsx";
import { ColumnHeads } from "../../design/column-heads.tsx";
import { clockInWords, dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import { LineRow } from "./line-row.tsx";
import { MachineSheet } from "./machine-sheet.tsx";
import css from "./pre-flight.module.css";
import { usePreFlight } from "./use-pre-flight.ts";
import { VerdictSheet } from "./verdict-sheet.tsx";

const Report = ({
  menu,
  session,
}: {
  readonly menu: SetMenu;
  readonly session: Session | undefined;
}) => {
  const words = useWords().preFlight;
  const { date: today } = useSiteTime();
  const { entries, items } = useSnapshot();
  const flight = usePreFlight(menu);
  const sums = sumReport(flight.lines);
  const { total } = timesOf(menu, [...entries.values()], (id) => items.get(id));
  const when =
    session === undefined
      ? undefined
      : [
          dayInWords(session.date, today),
          session.start == null ? undefined : clockInWords(session.start),
          session.place,
        ]
          .filter(Boolean)
          .join(" ");
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <BackLink to={`#/set-menus/${menu.id}`} name={words.back} />
        <h1>{words.title}</h1>
        {menu.number == null ? null : <RoundTag number={menu.number} />}
        <b className="clip">{menu.name}</b>
        <span className="dim clip">{when}</span>
        <span className={`end ${css.acts ?? ""}`}>
          <Button
            icon={<Icon of={Printer} />}
            disabled={flight.doneAt === undefined}
            onClick={() => print()}
          >
            {words.print}
          </Button>
          {flight.work.type === "nothing" ? (
            <Button icon={<Icon of={RotateCw} />} onClick={flight.again}>
              {words.again}
            </Button>
          ) : (
            <Button onClick={flight.stop}>{words.stop}</Button>
          )}
        </span>
      </div>
      <VerdictSheet flight={flight} sums={sums} />
      <div className={css.halves}>
        <section className={`sheet ${css.report ?? ""}`} aria-label={words.report}>
          <table>
            <ColumnHeads columns={words.columns} />
            <tbody>
              {flight.lines.map((line) => (
                <LineRow key={line.entry?.id ?? "spare"} line={line} flight={flight} />
              ))}
            </tbody>
          </table>
          <p className={css.foot}>
            <b>{words.total(total)}</b>
            {session?.start == null ? null : (
              <span>{words.ends(clockInWords((session.start + total) % 1440))}</span>
            )}
            <span className="small end">{words.how}</span>
          </p>
        </section>
        <MachineSheet flight={flight} sums={sums} />
      </div>
    </main>
  );
};

/** Which menu, where the address names none: the next session's, or one of all. */
const Choose = () => {
  const words = useWords().preFlight;
  const { menus } = useSnapshot();
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <h1>{words.title}</h1>
      </div>
      <p>{words.choose}</p>
      <ul className={`sheet ${css.menus ?? ""}`}>
        {[...menus.values()]
          .filter(isOffered)
          .sort(byMenuNumber)
          .map((menu) => (
            <li key={menu.id}>
              <a href={`#/pre-flight/${menu.id}`}>
                {menu.number == null ? null : <RoundTag number={menu.number} />} {menu.name}
              </a>
            </li>
          ))}
      </ul>
    </main>
  );
};

/** Whether tonight's menu will play on this machine, told before people come. */
export const PreFlightRoom = ({ menu: asked }: { readonly menu?: string | undefined }) => {
  const { menus } = useSnapshot();
  const next = nextSession(useSchedule(), useSiteTime());
  const planned = next === undefined ? undefined : menuOf(next, menus);
  const menu =
    asked === undefined
      ? planned
      : [...menus.values()].find(({ id, life }) => id === asked && life !== "deleted");
  if (menu === undefined) return <Choose />;
  return <Report key={menu.id} menu={menu} session={planned?.id === menu.id ? next : undefined} />;
};
