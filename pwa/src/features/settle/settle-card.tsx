import type { Json, Write } from "@dianbo/shared/changes";
import type { Waiting } from "@dianbo/shared/merge";
import { Combine } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useIdentity, useSnapshot } from "../../app/library-context.tsx";
import { pendingValueInWords } from "../../app/pending-values.ts";
import { Button, Key } from "../../design/button.tsx";
import { Differing } from "../../design/differing.tsx";
import { Icon } from "../../design/icon.tsx";
import { NumberTag, RoundTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./settle.module.css";
import { fieldName, subjectOf } from "./settle-names.ts";

/** What a person chose on a card. */
export type Choice =
  | { readonly type: "value"; readonly value: Json }
  | { readonly type: "keep" }
  | { readonly type: "delete" }
  | { readonly type: "numbers" }
  | { readonly type: "later" };

const useWho = (): ((write: Write) => string) => {
  const { settle: words } = useWords();
  const { site } = useIdentity();
  const names = useKnownNames();
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium" });
  return (write) => {
    const who =
      write.site === site
        ? write.by === undefined
          ? words.ours
          : words.post(write.by)
        : (names.get(write.site) ?? words.otherSite);
    return words.byOn(who, day.format(write.stamp.millis));
  };
};

/** The names of other sites, as they are remembered since their lists were taken. */
const useKnownNames = (): ReadonlyMap<string, string> => {
  const { records } = useSnapshot();
  const names = new Map<string, string>();
  for (const record of records.values()) {
    if (record.kind !== "known-site") continue;
    const site = record.fields["site"]?.[0]?.value;
    const name = record.fields["name"]?.[0]?.value;
    if (typeof site === "string" && typeof name === "string" && name !== "") names.set(site, name);
  }
  return names;
};

const Side = ({
  place,
  of,
  children,
  choose,
}: {
  readonly place: 0 | 1 | 2;
  readonly of: string;
  readonly children: ReactNode;
  readonly choose: () => void;
}) => {
  const { settle: words } = useWords();
  return (
    <button
      type="button"
      className={`${css.side} ${place === 0 ? css.shown : ""}`}
      onClick={choose}
    >
      <span className="row">
        <b>{of}</b>
        <span className="small">{place === 0 ? words.used : words.waits}</span>
        {place === 2 ? null : (
          <span className="end">
            <Key>{place === 0 ? "←" : "→"}</Key>
          </span>
        )}
      </span>
      <span className={css.value}>{children}</span>
    </button>
  );
};

/** One thing that waits: both sides, and what can be done with them. */
export const SettleCard = ({
  waiting,
  choose,
}: {
  readonly waiting: Waiting;
  readonly choose: (choice: Choice) => void;
}) => {
  const allWords = useWords();
  const { settle: words, item: itemWords } = allWords;
  const snapshot = useSnapshot();
  const { site } = useIdentity();
  const who = useWho();
  const subject = subjectOf(waiting, snapshot, site, words);
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const choice = choiceOf(waiting, event.key);
    if (choice === undefined) return;
    event.preventDefault();
    choose(choice);
  };
  return (
    <section
      className={`sheet ${css.card}`}
      aria-label={subject.title}
      data-waiting={waiting.id}
      onKeyDown={press}
    >
      <div className={`row ${css.head}`}>
        {subject.number === undefined ? null : subject.isMenu ? (
          <RoundTag number={subject.number} />
        ) : (
          <NumberTag number={subject.number} />
        )}
        <h2 className="clip">{subject.title}</h2>
        <span className="end small">{words.from[waiting.from]}</span>
      </div>
      <div className={css.body}>
        <div className={css.sides}>
          {waiting.type === "value"
            ? waiting.writes.slice(0, 3).map((write, place) => {
                const said = pendingValueInWords(waiting.field, write.value, itemWords);
                const [first, second] = waiting.writes;
                const other = place === 0 ? second : first;
                const name = fieldName(waiting.kind, waiting.field, allWords);
                const beside = pendingValueInWords(waiting.field, other?.value ?? null, itemWords);
                return (
                  <Side
                    key={`${write.dot.writer}:${write.dot.counter}`}
                    place={place === 0 ? 0 : place === 1 ? 1 : 2}
                    of={who(write)}
                    choose={() => choose({ type: "value", value: write.value })}
                  >
                    <span className="dim">{name}</span>{" "}
                    {waiting.field === "order" ? (
                      words.thisPlace
                    ) : (
                      <Differing text={said} other={beside} />
                    )}
                  </Side>
                );
              })
            : null}
          {waiting.type === "deleted" ? (
            <>
              <Side place={0} of={who(waiting.edit)} choose={() => choose({ type: "keep" })}>
                {words.changedIt}
              </Side>
              <Side place={1} of={who(waiting.deletion)} choose={() => choose({ type: "delete" })}>
                {words.deletedIt(subject.number)}
              </Side>
            </>
          ) : null}
          {waiting.type === "numbers" ? <p>{itemWords.numbersPending}</p> : null}
        </div>
        <div className={css.ways}>
          {waiting.type === "value" && waiting.both !== undefined ? (
            <Button
              icon={<Icon of={Combine} size={18} />}
              onClick={() => choose({ type: "value", value: waiting.both ?? null })}
            >
              {waiting.field === "tags" ? words.bothTags : words.bothLines} <Key>B</Key>
            </Button>
          ) : null}
          {waiting.type === "numbers" ? (
            <Button onClick={() => choose({ type: "numbers" })}>{itemWords.settleNumbers}</Button>
          ) : null}
          {waiting.type === "deleted" ? <p className="small">{words.trashNote}</p> : null}
          <Button
            look="text"
            aria-label={words.laterOf(subject.title)}
            onClick={() => choose({ type: "later" })}
          >
            {words.later}
          </Button>
        </div>
      </div>
    </section>
  );
};

/** What a key chooses on a card. */
const choiceOf = (waiting: Waiting, key: string): Choice | undefined => {
  const place = key === "ArrowLeft" ? 0 : key === "ArrowRight" ? 1 : undefined;
  switch (waiting.type) {
    case "value": {
      if (key.toLowerCase() === "b" && waiting.both !== undefined) {
        return { type: "value", value: waiting.both };
      }
      const write = place === undefined ? undefined : waiting.writes[place];
      return write === undefined ? undefined : { type: "value", value: write.value };
    }
    case "deleted":
      return place === undefined ? undefined : { type: place === 0 ? "keep" : "delete" };
    case "numbers":
      return undefined;
  }
};
