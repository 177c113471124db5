import { civilDateOf } from "@dianbo/shared/clock";
import { FolderArchive, FolderCheck, Usb } from "lucide-react";
import { useDependencies, useIdentity } from "../../app/library-context.tsx";
import { useSiteTime } from "../../app/site-records.ts";
import { Button } from "../../design/button.tsx";
import { dayInWords } from "../../design/day-in-words.ts";
import { Icon } from "../../design/icon.tsx";
import { sizeInWords } from "../../design/size-in-words.ts";
import { useWords } from "../../locales/index.ts";
import { bytesOfFiles, type StickPlan } from "../../storage/book-folder/index.ts";
import { AlongFacts } from "./along-facts.tsx";
import type { MadeNames } from "./make-desk.ts";
import { MakeProgress } from "./make-progress.tsx";
import { MakeResultLine } from "./make-result.tsx";
import css from "./stick.module.css";
import type { Making } from "./use-making.ts";

/** What of a plan can be written at all. */
const carriesAnything = ({ book, articles }: StickPlan): boolean =>
  book.there.length + book.missing.length + articles.length > 0;

const useNames = (): MadeNames => {
  const { stick: words, sharing } = useWords();
  const { siteName } = useIdentity();
  const today = civilDateOf(useDependencies().clock.now());
  const site = siteName === "" ? sharing.ourSite : siteName;
  return { list: words.scopes.book, zip: words.zipName(site, today) };
};

/** What lies on the chosen stick, and what it still has to get. */
const OnStick = ({ plan }: { readonly plan: StickPlan }) => {
  const { stick: words } = useWords();
  const { date } = useSiteTime();
  const { there, missing } = plan.book;
  return (
    <ul className={css.facts}>
      <li>
        {plan.madeAt === undefined
          ? words.stickNew
          : words.stickOld(dayInWords(civilDateOf(plan.madeAt), date))}
      </li>
      {there.length === 0 ? null : (
        <li>{words.there(there.length, sizeInWords(bytesOfFiles(there)))}</li>
      )}
      {missing.length === 0 ? (
        there.length === 0 ? null : (
          <li>{words.nothingToCopy}</li>
        )
      ) : (
        <>
          <li>
            <b>{words.toCopy(missing.length, sizeInWords(bytesOfFiles(missing)))}</b>
          </li>
          <li className="small">{words.freeUnknown(sizeInWords(bytesOfFiles(missing)))}</li>
        </>
      )}
    </ul>
  );
};

/** The way onto a stick where the browser lets a page write into a folder. */
const ByFolder = ({ making }: { readonly making: Making }) => {
  const { stick: words } = useWords();
  const { desk, state } = making;
  const { name, leave, plan, refused, work, result } = state;
  const names = useNames();
  const busy = work.type !== "nothing" && work.type !== "looking";
  if (name === undefined || !leave) {
    return (
      <>
        <div className={css.acts}>
          <Button look="go" icon={<Icon of={Usb} />} onClick={() => void desk.choose()}>
            {words.choose}
          </Button>
          {name === undefined ? null : (
            <Button onClick={() => void desk.again()}>{words.again(name)}</Button>
          )}
        </div>
        <p className="small">{words.chooseWhy}</p>
      </>
    );
  }
  const isUnfinished = result.type === "made" && result.outcome.stopped !== undefined;
  const isDone = result.type === "made" && !isUnfinished && result.outcome.failed.length === 0;
  return (
    <>
      <div className={css.top}>
        <span className={css.stick}>
          <Icon of={FolderCheck} size={20} />
          <b className="clip">{name}</b>
        </span>
        <Button look="text" disabled={busy} onClick={() => void desk.choose()}>
          {words.other}
        </Button>
      </div>
      {refused !== undefined || plan === undefined || busy || isDone ? null : (
        <OnStick plan={plan} />
      )}
      {refused === undefined || isUnfinished ? null : (
        <p className="note warn" role="alert">
          {words.failures[refused.type]}
        </p>
      )}
      {busy ? null : (
        <>
          <div className={css.acts}>
            <Button
              look={isDone ? "plain" : "go"}
              icon={<Icon of={Usb} />}
              disabled={plan === undefined || !carriesAnything(plan) || work.type === "looking"}
              onClick={() => void desk.make(names)}
            >
              {isUnfinished ? words.goOn : isDone ? words.onceMore : words.go}
            </Button>
          </div>
          {isDone ? null : <p className="small">{words.pullSafe}</p>}
        </>
      )}
    </>
  );
};

/** The way by a zip, where it does not. */
const ByZip = ({ making }: { readonly making: Making }) => {
  const { stick: words } = useWords();
  const { desk, state } = making;
  const { plan, work } = state;
  const names = useNames();
  const busy = work.type !== "nothing" && work.type !== "looking";
  return (
    <>
      <p>{words.zipWhy}</p>
      {busy ? null : (
        <div className={css.acts}>
          <Button
            look="go"
            icon={<Icon of={FolderArchive} />}
            disabled={plan === undefined || !carriesAnything(plan)}
            onClick={() => void desk.makeZip(names)}
          >
            {words.makeZip}
          </Button>
        </div>
      )}
    </>
  );
};

/** What it comes to, what is missing, and the stick that it goes onto. */
export const WhereSheet = ({ making }: { readonly making: Making }) => {
  const { stick: words } = useWords();
  const { state, scope, desk } = making;
  const { plan } = state;
  const none = scope.type === "menus" && scope.menus.length === 0;
  return (
    <section className={`sheet ${css.part ?? ""}`} aria-labelledby="stick-where">
      <h2 id="stick-where">{words.where}</h2>
      {none ? (
        <p>{words.menusNone}</p>
      ) : plan === undefined ? (
        <p role="status">{words.looking}</p>
      ) : (
        <AlongFacts plan={plan} />
      )}
      <MakeResultLine result={state.result} />
      {none || plan === undefined || carriesAnything(plan) ? null : <p>{words.nothingToCarry}</p>}
      {none || plan === undefined ? null : state.canChoose ? (
        <ByFolder making={making} />
      ) : (
        <ByZip making={making} />
      )}
      <MakeProgress work={state.work} stop={desk.stop} />
    </section>
  );
};
