import type { SearchIndex } from "@dianbo/shared/search";
import { Plus } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { Icon } from "../../design/icon.tsx";
import { NumberTag } from "../../design/number-tag.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./add-field.module.css";
import { type Addition, additionsFor } from "./additions.ts";

const SUGGESTIONS = 6;

const keyOf = (addition: Addition): string =>
  addition.type === "item" ? addition.item.id : "activity";

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
  const { setMenus: words } = useWords();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const [open, setOpen] = useState(false);
  const additions = useMemo(
    () =>
      additionsFor(typed, index, SUGGESTIONS).filter(({ type }) => !itemsOnly || type === "item"),
    [typed, index, itemsOnly],
  );
  const shown = open && typed.trim() !== "";
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

  return (
    <div className={css.add}>
      {shown ? (
        <div className={css.found}>
          <ul id={list} role="listbox" aria-label={label}>
            {additions.map((addition) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above carries the keys of the whole list
              <li
                key={keyOf(addition)}
                id={`${list}-${keyOf(addition)}`}
                role="option"
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
              </li>
            ))}
          </ul>
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
