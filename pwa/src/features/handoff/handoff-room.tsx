import { CircleCheck, TriangleAlert } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useDependencies } from "../../app/library-context.tsx";
import { Button } from "../../design/button.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./handoff-room.module.css";
import { openTaking } from "./open-taking.ts";
import type { Taker, TakingState } from "./taker.ts";

const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

const headline = (
  state: TakingState,
  words: ReturnType<typeof useWords>["inbox"]["taking"],
): string => {
  switch (state.state) {
    case "waiting":
      return words.waiting;
    case "asking":
      return words.ask(state.count);
    case "declined":
      return words.declined;
    case "taking":
      return words.taking(state.total - state.taken.length - state.refused.length);
    case "interrupted":
      return words.interrupted(state.taken.length, state.total - state.taken.length);
    case "ended":
      return state.taken.length === 0 ? words.nothing : words.ended(state.taken.length);
  }
};

const Ask = ({ taker }: { readonly taker: Taker }) => {
  const { inbox } = useWords();
  return (
    <>
      <p className="dim">{inbox.taking.askWhy}</p>
      <p className="row">
        <Button look="go" onClick={() => taker.accept(true)}>
          {inbox.taking.yes}
        </Button>
        <Button onClick={() => taker.accept(false)}>{inbox.taking.no}</Button>
      </p>
    </>
  );
};

const Listed = ({
  state,
}: {
  readonly state: Extract<TakingState, { state: "taking" | "interrupted" | "ended" }>;
}) => {
  const { inbox: words } = useWords();
  return (
    <>
      {state.refused.map(({ title, reason }) => (
        <p className="note warn" key={title}>
          <TriangleAlert {...icon} />
          {words.taking.refused(title, words.refusals[reason])}
        </p>
      ))}
      <ul className={css.taken}>
        {state.taken.map(({ title, number }, index) => (
          // Two lessons may have one title; the order of arrival is their only name here.
          <li key={`${index}-${title}`}>
            <span className={css.number}>
              {number === null ? (
                <span className="hint">{words.taking.unnumbered}</span>
              ) : (
                <NumberTag number={number} />
              )}
            </span>
            <span className="clip">{title}</span>
          </li>
        ))}
      </ul>
    </>
  );
};

const Taking = ({ taker }: { readonly taker: Taker }) => {
  const { inbox: words } = useWords();
  const state = useSyncExternalStore(taker.subscribe, taker.state);
  const listed =
    state.state === "taking" || state.state === "interrupted" || state.state === "ended"
      ? state
      : undefined;
  return (
    <>
      <h2 role="status" className={css.headline}>
        {state.state === "ended" && state.refused.length === 0 ? (
          <CircleCheck size={28} strokeWidth={1.75} aria-hidden="true" />
        ) : null}
        {headline(state, words.taking)}
      </h2>
      {state.state === "asking" ? <Ask taker={taker} /> : null}
      {listed === undefined ? null : <Listed state={listed} />}
      {listed === undefined || listed.state === "taking" ? null : (
        <p className="row">
          <a className="btn go" href="#/library">
            {words.taking.toLibrary}
          </a>
          {listed.taken.some(({ number }) => number === null) ? (
            <a className="btn" href="#/inbox">
              {words.taking.toInbox}
            </a>
          ) : null}
        </p>
      )}
    </>
  );
};

/** Where an extension's tab hands over its inbox (`#/handoff`). */
export const HandoffRoom = () => {
  const { inbox: words } = useWords();
  const { library, media } = useDependencies();
  const [taker, setTaker] = useState<Taker>();
  useEffect(() => {
    if (window.opener === null) return;
    const taking = openTaking(window, library, media);
    setTaker(taking.taker);
    return taking.close;
  }, [library, media]);
  return (
    <main className="main">
      <div className="head">
        <h1>{words.taking.title}</h1>
      </div>
      <section className={`sheet ${css.sheet ?? ""}`}>
        {taker === undefined ? <p>{words.taking.noOpener}</p> : <Taking taker={taker} />}
      </section>
    </main>
  );
};
