import { civilDateOf } from "@dianbo/shared/clock";
import { type RegisteredShowing, type RegisterLine, sumRegister } from "@dianbo/shared/ledger";
import { type Month, plusMonths } from "@dianbo/shared/session";
import { ChevronLeft, ChevronRight, Plus, Printer } from "lucide-react";
import { useState } from "react";
import { AfterShowingCard } from "../../app/after-showing/index.ts";
import { useSnapshot } from "../../app/library-context.tsx";
import { factsOf } from "../../app/register/showing-facts.ts";
import { useSchedule } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { dayInWords, monthInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import { EntryForm } from "./entry-form.tsx";
import css from "./register.module.css";
import { fitsFilter, REGISTER_FILTERS, type RegisterFilter, useMonth } from "./register-month.ts";
import { SaveTable } from "./save-table.tsx";
import { ShowingSheet } from "./showing-sheet.tsx";
import { TakeReceipt } from "./take-receipt.tsx";

/** What stands beside the list. */
type Side =
  | { readonly type: "entry" }
  | { readonly type: "correct"; readonly line: RegisterLine }
  | { readonly type: "card"; readonly showing: string };

/** What the address asks for: `?add`, `?card=<showing>`. */
const sideAsked = (): Side | undefined => {
  const asked = new URLSearchParams(/\?(.*)$/u.exec(location.hash)?.[1] ?? "");
  if (asked.has("add")) return { type: "entry" };
  const card = asked.get("card");
  return card === null ? undefined : { type: "card", showing: card };
};

const MonthNav = ({ month }: { readonly month: Month }) => {
  const words = useWords().schedule;
  return (
    <div className={css.monthNav}>
      <a
        className="btn text"
        href={`#/register/${plusMonths(month, -1)}`}
        aria-label={words.previous}
      >
        <Icon of={ChevronLeft} />
      </a>
      <h2 aria-live="polite">{monthInWords(month)}</h2>
      <a className="btn text" href={`#/register/${plusMonths(month, 1)}`} aria-label={words.next}>
        <Icon of={ChevronRight} />
      </a>
    </div>
  );
};

const CardSheet = ({
  showing,
  today,
  done,
}: {
  readonly showing: RegisteredShowing;
  readonly today: string;
  readonly done: () => void;
}) => {
  const words = useWords();
  const schedule = useSchedule();
  const { menus } = useSnapshot();
  const { name } = factsOf(showing, schedule, menus, words);
  return (
    <section className={`sheet ${css.side ?? ""}`} aria-labelledby="register-card">
      <h2 id="register-card">{words.register.card.title}</h2>
      <p className="small">
        {dayInWords(showing.on, today)} {name}
      </p>
      <AfterShowingCard
        key={showing.id}
        showing={showing}
        words={words.register.card}
        done={done}
      />
      <Button look="text" onClick={done}>
        {words.register.later}
      </Button>
    </section>
  );
};

/** The playback register (播放收看登记): a month of showings, a form for what ran elsewhere, corrections, head counts. */
export const RegisterRoom = ({ month: asked }: { readonly month?: string | undefined }) => {
  const words = useWords().register;
  const { month, today, showings, all, print, amendments } = useMonth(asked);
  const [filter, setFilter] = useState<RegisterFilter>("all");
  const [side, setSide] = useState<Side | undefined>(sideAsked);
  const shown = showings.filter((showing) => fitsFilter(showing, filter));
  const sums = sumRegister(shown);
  const carded = side?.type === "card" ? all.find(({ id }) => id === side.showing) : undefined;
  const close = (): void => setSide(undefined);
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <h1>{words.title}</h1>
        <MonthNav month={month} />
        <span className={`end ${css.acts ?? ""}`}>
          <a className="btn" href={`#/register/print/${month}`}>
            <Icon of={Printer} />
            {words.print}
          </a>
          <TakeReceipt />
          <SaveTable month={month} showings={shown} amendments={amendments} />
          <Button look="go" icon={<Icon of={Plus} />} onClick={() => setSide({ type: "entry" })}>
            {words.add}
          </Button>
        </span>
      </div>
      <div className={css.sums}>
        <Choice
          name={words.filter}
          options={REGISTER_FILTERS.map((value) => ({ value, word: words.filters[value] }))}
          chosen={filter}
          onChoose={setFilter}
        />
        <p role="status">{words.sums(sums)}</p>
      </div>
      {print === undefined ? null : (
        <p className={`note ${amendments.amended ? "warn" : ""}`}>
          {words.printedOn(dayInWords(civilDateOf(print.first), today))}
          {amendments.amended ? ` ${words.amended}` : ""}
        </p>
      )}
      <div className={side === undefined ? css.alone : css.halves}>
        <div className={css.list}>
          {shown.length === 0 ? (
            <p className={`sheet ${css.empty ?? ""}`}>
              {filter === "all" ? words.empty : words.nothingFits}
            </p>
          ) : null}
          {shown.map((showing) => (
            <ShowingSheet
              key={showing.id}
              showing={showing}
              amendments={amendments}
              count={() => setSide({ type: "card", showing: showing.id })}
              correct={(line) => setSide({ type: "correct", line })}
            />
          ))}
        </div>
        {side?.type === "entry" ? <EntryForm today={today} done={close} /> : null}
        {side?.type === "correct" ? (
          <EntryForm key={side.line.id} today={today} wrong={side.line} done={close} />
        ) : null}
        {carded === undefined ? null : <CardSheet showing={carded} today={today} done={close} />}
      </div>
    </main>
  );
};
