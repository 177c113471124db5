import { AUDIENCES, CATEGORIES, CATEGORY_NAMES } from "@dianbo/shared/category";
import type { RecordId } from "@dianbo/shared/identity";
import { PREFERENCES } from "@dianbo/shared/menu-proposal";
import type { SearchIndex } from "@dianbo/shared/search";
import { useState } from "react";
import { useWords } from "../../locales/index.ts";
import { AddField } from "./add-field.tsx";
import css from "./compose.module.css";
import { wordsTyped } from "./proposal-facts.ts";
import type { ProposalAtWork } from "./use-proposal.ts";

const REST_WEEKS = [0, 2, 4, 8, 12, 26];

/** A place to choose from: the library, or a filter that the site keeps by name. */
export interface Pool {
  /** `undefined`: the whole library. */
  readonly id: RecordId | undefined;
  readonly name: string;
}

const Line = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: React.ReactNode;
}) => (
  <fieldset className={css.line}>
    <legend className="hint">{name}</legend>
    {children}
  </fieldset>
);

const Toggle = ({
  on,
  toggle,
  children,
}: {
  readonly on: boolean;
  readonly toggle: () => void;
  readonly children: React.ReactNode;
}) => (
  <button type="button" className={css.toggle} aria-pressed={on} onClick={toggle}>
    {children}
  </button>
);

const toggled = <T,>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** From what 配餐 composes: each change draws again at once. */
export const ComposeConditions = ({
  work,
  index,
  pools,
  pool,
  setPool,
  folded,
}: {
  readonly work: ProposalAtWork;
  readonly index: SearchIndex;
  readonly pools: readonly Pool[];
  readonly pool: Pool["id"];
  readonly setPool: (id: Pool["id"]) => void;
  /** In a narrow column the rarer conditions are folded, so that the proposal stays in sight. */
  readonly folded: boolean;
}) => {
  const { compose: words } = useWords().setMenus;
  const { conditions, choose, demand } = work;
  const [typed, setTyped] = useState(conditions.words.join("、"));
  const rarer = (
    <>
      <label className={css.line}>
        <span className="hint">{words.words}</span>
        <input
          className={css.typed}
          value={typed}
          placeholder={words.wordsHint}
          maxLength={120}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => choose({ words: wordsTyped(typed) })}
          onKeyDown={(event) => {
            if (event.key === "Enter") choose({ words: wordsTyped(typed) });
          }}
        />
      </label>
      <label className={css.line}>
        <span className="hint">{words.rest}</span>
        <select
          className={css.typed}
          value={conditions.restWeeks}
          onChange={(event) => choose({ restWeeks: Number(event.target.value) })}
        >
          {REST_WEEKS.map((weeks) => (
            <option key={weeks} value={weeks}>
              {weeks === 0 ? words.restNone : words.restWeeks(weeks)}
            </option>
          ))}
        </select>
      </label>
      {pools.length < 2 ? null : (
        <label className={css.line}>
          <span className="hint">{words.pool}</span>
          <select
            className={css.typed}
            value={pool ?? ""}
            onChange={(event) => {
              const chosen = pools.find(({ id }) => (id ?? "") === event.target.value);
              if (chosen !== undefined) setPool(chosen.id);
            }}
          >
            {pools.map(({ id, name }) => (
              <option key={id ?? ""} value={id ?? ""}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={`${css.line ?? ""} ${css.demand ?? ""}`}>
        <span className="hint">{words.mustHave}</span>
        <AddField
          index={index}
          label={words.mustHave}
          hint={words.mustHaveHint}
          itemsOnly
          add={(addition) => {
            if (addition.type === "item") demand(addition.item);
          }}
        />
      </div>
    </>
  );
  return (
    <div className={css.conditions}>
      <Line name={words.forWhom}>
        {AUDIENCES.map((audience) => (
          <Toggle
            key={audience}
            on={conditions.audience === audience}
            toggle={() =>
              choose({ audience: conditions.audience === audience ? undefined : audience })
            }
          >
            {words.audiences[audience]}
          </Toggle>
        ))}
      </Line>
      <Line name={words.shelves}>
        {CATEGORIES.map((category) => (
          <button
            key={category}
            type="button"
            className={`${css.shelf ?? ""} c${category}`}
            aria-pressed={conditions.categories.includes(category)}
            aria-label={words.shelf(category, CATEGORY_NAMES[category])}
            onClick={() => choose({ categories: toggled(conditions.categories, category) })}
          >
            {category}
          </button>
        ))}
      </Line>
      <Line name={words.first}>
        {PREFERENCES.map((preference) => (
          <Toggle
            key={preference}
            on={conditions.first.includes(preference)}
            toggle={() => choose({ first: toggled(conditions.first, preference) })}
          >
            {words.preferences[preference]}
          </Toggle>
        ))}
      </Line>
      {folded ? (
        <details className={css.more}>
          <summary>{words.more}</summary>
          {rarer}
        </details>
      ) : (
        rarer
      )}
    </div>
  );
};
