import { type BookForm, nameIn, pageOf, sumLedger } from "@dianbo/shared/ledger-book";
import { overdueRolls } from "@dianbo/shared/roll-call";
import { monthOf } from "@dianbo/shared/session";
import {
  BookOpen,
  CalendarDays,
  ChartColumn,
  ClipboardList,
  FolderArchive,
  HandHeart,
  ListChecks,
  Lock,
  type LucideIcon,
  MessageCircleQuestion,
  NotebookPen,
  Printer,
  TriangleAlert,
  Users,
} from "lucide-react";
import { useState } from "react";
import { usePreferences } from "../../app/preferences.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { ChooseBooks } from "./choose-books.tsx";
import { useLedgerWords } from "./ledger-words.ts";
import css from "./ledgers.module.css";
import { usePaperWords } from "./paper-words.ts";
import { usePersonal } from "./personal-context.tsx";
import { useLedgers, useRollCounts } from "./use-ledgers.ts";
import { WRITTEN_BOOKS } from "./written/written-books.ts";

const Door = ({
  href,
  icon,
  name,
  about,
  state,
  warn,
}: {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly name: string;
  readonly about: string;
  readonly state?: string | undefined;
  readonly warn?: string | undefined;
}) => (
  <li>
    <a href={href} className={css.door}>
      <Icon of={icon} />
      <span className={css.doorName}>
        <b>{name}</b>
        <span className="small">{about}</span>
      </span>
      <span className={css.doorState}>
        {state === undefined ? null : <span className="small">{state}</span>}
        {warn === undefined ? null : (
          <span className="st warn small">
            <Icon of={TriangleAlert} size={18} />
            {warn}
          </span>
        )}
      </span>
    </a>
  </li>
);

const BookDoor = ({ form }: { readonly form: BookForm }) => {
  const words = useLedgerWords();
  const { language } = usePreferences();
  const { date: today } = useSiteTime();
  const { ledgers } = useLedgers();
  const month = form.paged === "month" ? monthOf(today) : undefined;
  const here = sumLedger(pageOf(ledgers, form, month, today).rows).rows;
  // What is open may be of any month.
  const { open, oldestDays } = sumLedger(pageOf(ledgers, form, undefined, today).rows);
  return (
    <Door
      href={`#/ledgers/book/${form.id}`}
      icon={ClipboardList}
      name={nameIn(form.name, language)}
      about={nameIn(form.about, language)}
      state={month === undefined ? words.inAll(here) : words.thisMonth(here)}
      warn={oldestDays === undefined ? undefined : words.open(open, oldestDays)}
    />
  );
};

/** The ledgers: the books the site keeps here, doors to those that other rooms keep, papers for the wall. */
export const LedgersRoom = () => {
  const words = useLedgerWords();
  const papers = usePaperWords();
  const { kept } = useLedgers();
  const { date: today } = useSiteTime();
  const { rollDays, keepMonths } = usePersonal();
  const counts = useRollCounts();
  const [choosing, setChoosing] = useState(false);
  const due = overdueRolls(
    rollDays.map((on) => ({ on })),
    today,
    keepMonths,
  ).length;
  const called = counts.filter(({ on }) => on.startsWith(monthOf(today))).length;
  return (
    <main className={`main ${css.main ?? ""}`}>
      <div className="head">
        <h1>{words.title}</h1>
        <span className="small">{words.lede}</span>
        <Button
          className="end"
          icon={<Icon of={ListChecks} />}
          aria-expanded={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          {choosing ? words.chosen : words.choose}
        </Button>
      </div>
      {due === 0 ? null : (
        <p className="note warn">
          <Icon of={TriangleAlert} />
          <a href="#/ledgers/names">{words.due(due)}</a>
        </p>
      )}
      {choosing ? <ChooseBooks /> : null}
      <div className={css.shelves}>
        <section className={`sheet ${css.shelf ?? ""}`} aria-labelledby="ledgers-ours">
          <h2 id="ledgers-ours">{words.ours}</h2>
          <ul>
            {kept.map((form) => (
              <BookDoor key={form.id} form={form} />
            ))}
          </ul>
        </section>
        <div className={css.stack}>
          <section className={`sheet ${css.shelf ?? ""}`} aria-labelledby="ledgers-people">
            <h2 id="ledgers-people">{words.roll.name}</h2>
            <ul>
              <Door
                href="#/ledgers/roll"
                icon={ListChecks}
                {...words.roll}
                state={words.thisMonth(called)}
              />
              <Door href="#/ledgers/rosters" icon={Users} {...words.rosters} />
              <Door href="#/ledgers/names" icon={Lock} {...words.names} />
            </ul>
          </section>
          <section className={`sheet ${css.shelf ?? ""}`} aria-labelledby="ledgers-elsewhere">
            <h2 id="ledgers-elsewhere">{words.elsewhere}</h2>
            <ul>
              <Door href="#/register" icon={NotebookPen} {...words.doors.register} />
              <Door href="#/book" icon={BookOpen} {...words.doors.book} />
              <Door href="#/wishes" icon={HandHeart} {...words.doors.wishes} />
              <Door href="#/questions" icon={MessageCircleQuestion} {...words.doors.questions} />
              <Door href="#/schedule?view=plan" icon={CalendarDays} {...words.doors.plan} />
            </ul>
          </section>
          <section className={`sheet ${css.shelf ?? ""}`} aria-labelledby="ledgers-papers">
            <h2 id="ledgers-papers">{words.papers}</h2>
            <ul>
              <Door href="#/reports" icon={ChartColumn} {...words.reports} />
              <Door href="#/ledgers/archive" icon={FolderArchive} {...papers.archive.door} />
              {WRITTEN_BOOKS.map((book) => (
                <Door
                  key={book}
                  href={`#/ledgers/written/${book}`}
                  icon={Printer}
                  name={papers.written.books[book].name}
                  about={papers.written.books[book].about}
                />
              ))}
              <Door href="#/ledgers/rules" icon={Printer} {...words.rules} />
              <Door href="#/ledgers/guide" icon={Printer} {...words.guide} />
            </ul>
          </section>
        </div>
      </div>
    </main>
  );
};
