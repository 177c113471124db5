import type { SearchIndex } from "@dianbo/shared/search";
import { Plus } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { useSuggestions } from "../../app/use-suggestions.ts";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./add-field.module.css";
import { type Addition, additionsFor } from "./additions.ts";

const SUGGESTIONS = 6;

/** Fewer finds than these, and one is asked what may have been meant. */
const FEW = 3;

const keyOf = (addition: Addition): string =>
  addition.type === "item" ? addition.item.id : "activity";

/** What typed words find, and, where that is little, what they may have meant (「您是不是要找」). */
const useMeant = (
  typed: string,
  index: SearchIndex,
  itemsOnly: boolean,
): { readonly found: readonly Addition[]; readonly near: readonly Addition[] } => {
  const asTyped = useMemo(
    () =>
      additionsFor(typed, index, SUGGESTIONS).filter(({ type }) => !itemsOnly || type === "item"),
    [typed, index, itemsOnly],
  );
  const few = typed.trim() !== "" && asTyped.length < FEW;
  const meant = useSuggestions(few ? typed : undefined, index);
  return useMemo(() => {
    if (!few || meant === undefined) return { found: asTyped, near: [] };
    // Titles are searched in simplified characters; only the worker knows which those are.
    const others = [
      ...additionsFor(meant.simplified, index, SUGGESTIONS),
      ...meant.items.map((item): Addition => ({ type: "item", item })),
    ];
    const held = new Set(asTyped.map(keyOf));
    const near: Addition[] = [];
    for (const addition of others) {
      if (addition.type === "activity" || held.has(keyOf(addition))) continue;
      held.add(keyOf(addition));
      near.push(addition);
    }
    return { found: asTyped, near: near.slice(0, SUGGESTIONS) };
  }, [asTyped, few, meant, index]);
};

/**
 * A field in which items are called: a number, initials or, at the foot of a menu, 「讨论 30」; Enter, and
 * it is in.
 */
export const AddField = ({
  index,
  add,
  label,
  hint,
  itemsOnly = false,
}: {
  readonly index: SearchIndex;
  readonly add: (addition: Addition) => void;
  readonly label: string;
  readonly hint: string;
  /** No activities here. */
  readonly itemsOnly?: boolean;
}) => {
  const { setMenus: words, library } = useWords();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const [open, setOpen] = useState(false);
  const shown = open && typed.trim() !== "";
  const meant = useMeant(shown ? typed : "", index, itemsOnly);
  const additions = [...meant.found, ...meant.near];
  const current = additions[Math.min(chosen, additions.length - 1)];

  const take = (addition: Addition | undefined): void => {
    if (addition === undefined) return;
    add(addition);
    setTyped("");
    setChosen(0);
  };

  const press = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = additions.length - 1;
    switch (event.key) {
      case "ArrowDown":
        setChosen((at) => (at >= last ? 0 : at + 1));
        break;
      case "ArrowUp":
        setChosen((at) => (at <= 0 ? last : at - 1));
        break;
      case "Enter":
        take(current);
        break;
      case "Escape":
        setTyped("");
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const option = (addition: Addition) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field below carries the keys of the whole list
    <div
      key={keyOf(addition)}
      id={`${list}-${keyOf(addition)}`}
      role="option"
      tabIndex={-1}
      className={css.option}
      aria-selected={addition === current}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => take(addition)}
    >
      {addition.type === "activity" ? (
        words.addActivity(addition.name, addition.minutes)
      ) : (
        <>
          {addition.item.number == null ? null : (
            <NumberTag number={addition.item.number} size="s" />
          )}
          <span className="grow clip">{addition.item.title}</span>
          <span className="n dim">{words.minutes(addition.item.minutes ?? 0)}</span>
        </>
      )}
    </div>
  );

  return (
    <div className={css.add}>
      {shown ? (
        <div className={css.found}>
          <div id={list} role="listbox" aria-label={label}>
            {meant.found.map(option)}
            {meant.near.length === 0 ? null : (
              <div role="group" aria-label={library.didYouMean}>
                <p className={css.meant} aria-hidden="true">
                  {library.didYouMean}
                </p>
                {meant.near.map(option)}
              </div>
            )}
          </div>
          {additions.length === 0 ? (
            <p className={css.nothing}>{words.addNothing(typed.trim())}</p>
          ) : null}
        </div>
      ) : null}
      <label className="field">
        <Icon of={Plus} />
        <input
          className={css.input}
          role="combobox"
          aria-label={label}
          aria-expanded={shown}
          aria-controls={shown ? list : undefined}
          aria-activedescendant={
            shown && current !== undefined ? `${list}-${keyOf(current)}` : undefined
          }
          aria-autocomplete="list"
          autoComplete="off"
          placeholder={hint}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
      </label>
    </div>
  );
};
