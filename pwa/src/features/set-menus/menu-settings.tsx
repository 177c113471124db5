import { minutesSchema } from "@dianbo/shared/clock";
import {
  editSetMenu,
  type MenuTimes,
  markAllMustPlay,
  mustPlayTimes,
  SESSION_MINUTES,
  type SetMenu,
  type SetMenuFields,
} from "@dianbo/shared/set-menu";
import { Minus, Plus } from "lucide-react";
import { useId } from "react";
import * as v from "valibot";
import { Icon } from "../../design/icon.tsx";
import { useWords } from "../../locales/index.ts";
import css from "./menu-settings.module.css";
import type { Acting } from "./use-act.ts";
import { useDraft } from "./use-draft.ts";

/** One text of a menu with suggestions, kept when it is left. */
const SuggestedText = ({
  label,
  value,
  hint,
  suggestions,
  save,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly suggestions: readonly string[];
  readonly save: (text: string) => Promise<boolean>;
}) => {
  const list = useId();
  const draft = useDraft(value, save);
  return (
    <label className="row">
      <span className="hint">{label}</span>
      <input
        className={`${css.text ?? ""} ${draft.value === "" ? "" : (css.filled ?? "")}`}
        list={list}
        value={draft.value}
        placeholder={hint}
        maxLength={100}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.keep}
        onKeyDown={(event) => {
          if (event.key === "Enter") draft.keep();
          if (event.key === "Escape") draft.drop();
        }}
      />
      <datalist id={list}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </label>
  );
};

/** For whom, on what occasion, whether it must be played, and how long a session is. */
export const MenuSettings = ({
  menu,
  times,
  acting,
}: {
  readonly menu: SetMenu;
  readonly times: MenuTimes;
  readonly acting: Acting;
}) => {
  const { setMenus: words } = useWords();
  const edit = (fields: Partial<SetMenuFields>): Promise<boolean> =>
    acting.act(() => editSetMenu(menu, fields));
  const session = menu.sessionMinutes ?? SESSION_MINUTES;
  const stretch = (by: number): void => {
    const next = v.safeParse(minutesSchema, session + by);
    if (next.success && next.output >= 5) void edit({ sessionMinutes: next.output });
  };
  const { mixed, total } = mustPlayTimes(menu, times);
  const mustPlay = mixed
    ? undefined
    : times.entries.length === 0
      ? menu.mustPlay === true
      : total > 0 || menu.mustPlay === true;
  return (
    <div className={css.settings}>
      <SuggestedText
        label={words.audience}
        value={menu.audience ?? ""}
        hint={words.audienceHint}
        suggestions={words.audiences}
        save={(text) => edit({ audience: text.trim() === "" ? null : text.trim() })}
      />
      <SuggestedText
        label={words.occasion}
        value={menu.occasion ?? ""}
        hint={words.occasionHint}
        suggestions={words.occasions}
        save={(text) => edit({ occasion: text.trim() === "" ? null : text.trim() })}
      />
      <div className="row">
        <span className="hint">{words.demand}</span>
        <fieldset className={css.switch} aria-label={words.demand}>
          {[false, true].map((must) => (
            <button
              key={String(must)}
              type="button"
              aria-pressed={mustPlay === must}
              onClick={() => {
                if (mustPlay !== must) void acting.act(() => markAllMustPlay(menu, times, must));
              }}
            >
              {must ? words.mustPlay : words.choosePlay}
            </button>
          ))}
        </fieldset>
        {mixed ? <span className="hint">{words.mixed}</span> : null}
      </div>
      <div className="row end">
        <span className="hint">{words.session}</span>
        <span className={css.stepper}>
          <button type="button" aria-label={words.shorter} onClick={() => stretch(-5)}>
            <Icon of={Minus} size={16} />
          </button>
          <span>
            <b className="n">{session}</b> {words.minutesUnit}
          </span>
          <button type="button" aria-label={words.longer} onClick={() => stretch(5)}>
            <Icon of={Plus} size={16} />
          </button>
        </span>
      </div>
    </div>
  );
};
